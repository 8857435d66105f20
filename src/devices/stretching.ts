/** Making a short secret slow to try: the browser's own PBKDF2. */

/** So many bits of it are kept. */
const BITS = 256;

/** What the secret becomes after so many rounds with this salt; the same each time, and no way back. */
export type Stretch = (
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
) => Promise<Uint8Array<ArrayBuffer>>;

/** PBKDF2 with SHA-256. */
export const stretch: Stretch = async (secret, salt, rounds) => {
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, BITS));
};
