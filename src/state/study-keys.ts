/** Keys of a study: their public halves stand in it; a secret half goes to the team as a file and is never kept. */
import { isRecipient } from '#base/age-key.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { newKeyPair } from '#devices/sealing.ts';
import type { Given } from '#devices/saving.ts';
import type { Kit } from '#state/kit.ts';

/** The public half as somebody typed or pasted it, or that it is none. */
export function keyTyped(text: string): Result<string, Readonly<{ code: 'study-file/no-key' }>> {
  const key = text.trim().toLowerCase();
  return isRecipient(key) ? ok(key) : fail({ code: 'study-file/no-key' });
}

/**
 * A new key: its secret half is given as a file, as `age-keygen` writes it. The public half; nothing when the
 * file was not taken, because then nobody could ever open what is sealed for it.
 */
export async function giveNewKey(
  kit: Pick<Kit, 'give'>,
  study: string,
): Promise<Readonly<{ recipient: string | undefined; file: string; how: Given }>> {
  const { recipient, identity } = await newKeyPair();
  const file = `${study}-safeguarding-key.txt`;
  const text = `# Llaqta: ${study}\n# public key: ${recipient}\n${identity}\n`;
  const how = await kit.give(file, new TextEncoder().encode(text));
  return { recipient: how === 'cancelled' ? undefined : recipient, file, how };
}
