/** What the browser promises about keeping what is stored. */

/** `kept`: not thrown away when space gets short. `may-be-lost`: it could be. `refused`: nothing can be stored. */
export type StoragePromise = 'kept' | 'may-be-lost' | 'refused';

/** Ask the browser to keep what is stored, and say what it answered. */
export async function askToKeep(): Promise<StoragePromise> {
  if (!('indexedDB' in globalThis)) return 'refused';
  const { storage } = navigator as Partial<Navigator>;
  if (!storage?.persist) return 'may-be-lost';
  return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'may-be-lost';
}
