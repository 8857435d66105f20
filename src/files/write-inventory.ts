/**
 * Packs the list of whose data lies on a tablet: for programs and as a table, with what was withdrawn, all of it
 * signed by the tablet. Field by field: docs/format/inventory.md.
 */
import { dayOf } from '#base/calendar.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { enclosed, sha256Of, written } from '#files/envelope.ts';
import { inventoryCsvOf } from '#files/inventory-csv.ts';
import { inventoryJsonOf, type InventoryContent } from '#files/inventory-json.ts';
import { inventoryReadme } from '#files/inventory-readme.ts';
import { NAMES } from '#files/session-file.ts';
import { withdrawalsJsonOf } from '#files/withdrawals-json.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The tablet's own key: the half that may be shown, and what signs with the other. */
export type Signer = Readonly<{ publicKey: Bytes; sign: (bytes: Bytes) => Promise<Bytes> }>;

const LIST = { json: 'inventory.json', csv: 'inventory.csv', signature: 'signature.json' } as const;
const SIGNATURE = {
  format: 'llaqta-signature',
  version: 1,
  algorithm: 'ECDSA, P-256, SHA-256, DER',
} as const;
/** Enough to tell tablets apart by eye, and more than anybody gets twice by trying. */
const MARK_LETTERS = 16;
/** So long are the lines of a key written as text. Source: RFC 7468. */
const PEM_LINE = /.{1,64}/g;

/** The mark of a tablet: the beginning of the SHA-256 of its public key. */
export async function markOf({ publicKey }: Pick<Signer, 'publicKey'>): Promise<string> {
  return (await sha256Of(publicKey)).slice(0, MARK_LETTERS);
}

/** Pack and sign the list. */
export async function writeInventory(
  content: InventoryContent,
  withdrawals: readonly Withdrawal[],
  signer: Signer,
): Promise<Readonly<{ name: string; bytes: Bytes }>> {
  const tablet = await markOf(signer);
  const json = inventoryJsonOf(content, tablet);
  const signed = new Map<string, Bytes>([
    [LIST.json, written(json)],
    [LIST.csv, new TextEncoder().encode(inventoryCsvOf(json))],
    [NAMES.withdrawals, written(withdrawalsJsonOf(withdrawals))],
  ]);
  const signatures: Record<string, string> = {};
  for (const [name, bytes] of signed) signatures[name] = base64Of(await signer.sign(bytes));
  const signature = { ...SIGNATURE, tablet, publicKey: pemOf(signer.publicKey), signatures };
  const files = new Map<string, Bytes>([
    [NAMES.readme, new TextEncoder().encode(inventoryReadme(json))],
    ...signed,
    [LIST.signature, written(signature)],
  ]);
  const name = `llaqta-inventario-${dayOf(content.wallMs)}-${tablet.slice(0, 4)}.zip`;
  return { name, bytes: await enclosed(files, NAMES.sums) };
}

/** A public key as text that every program knows. Source: RFC 7468. */
function pemOf(publicKey: Bytes): string {
  const lines = base64Of(publicKey).match(PEM_LINE) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}

function base64Of(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}
