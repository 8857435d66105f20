/** Lists whose data lies on this tablet, signed with the tablet's own key, so that it is known should the tablet be lost. */
import { fail, ok, type Result } from '#base/result.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';
import { handsIn, type HandsIn, type Holding } from '#domain/inventory.ts';
import {
  isSigningPair,
  newSigningPair,
  publicHalf,
  signatureOf,
  type SigningProblem,
} from '#devices/signing.ts';
import type { Given } from '#devices/saving.ts';
import { admitHeader } from '#files/admit.ts';
import { markOf, writeInventory, type Signer } from '#files/write-inventory.ts';
import { keptSessions, readWork, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import { withdrawalsIn } from '#state/withdrawing.ts';
import type { Journal, StorageProblem } from '#storage/journal.ts';

export type InventoryProblem = StorageProblem | SigningProblem;
/** What signs for this tablet, and by which mark people know it. */
type TabletSigner = Signer & Readonly<{ mark: string }>;

/** The key with which this tablet signs: the one it has, else a new one, kept before it signs anything. */
export async function tabletSigner({
  signingKeys,
}: Pick<Kit, 'signingKeys'>): Promise<Result<TabletSigner, InventoryProblem>> {
  const kept = await signingKeys.read();
  if (!kept.ok) return kept;
  return signing(async () => {
    const there = kept.value ? kept : await signingKeys.keep(await newSigningPair());
    if (!there.ok) return there;
    const pair = there.value;
    if (!isSigningPair(pair)) return fail({ code: 'signing/failed', why: 'no key' });
    const publicKey = await publicHalf(pair);
    const sign: Signer['sign'] = (bytes) => signatureOf(pair, bytes);
    return ok({ mark: await markOf({ publicKey }), publicKey, sign });
  });
}

/** Make the list and give it; when it left is remembered. */
export async function giveInventory(
  kit: Kit,
): Promise<Result<Readonly<{ how: Given; name: string }>, InventoryProblem>> {
  const signer = await tabletSigner(kit);
  if (!signer.ok) return signer;
  const file = await packInventory(kit, signer.value);
  if (!file.ok) return file;
  const { name, bytes } = file.value;
  const how = await kit.give(name, bytes);
  if (how !== 'cancelled') await kit.settings.write('inventory', String(kit.clock.wall()));
  return ok({ how, name });
}

/** When a list left this tablet last, in milliseconds since 1970; nothing while none did. */
export async function lastInventory({
  settings,
}: Pick<Kit, 'settings'>): Promise<number | undefined> {
  const last = await settings.read('inventory');
  const wallMs = last.ok && typeof last.value === 'string' ? Number(last.value) : Number.NaN;
  return Number.isSafeInteger(wallMs) ? wallMs : undefined;
}

async function packInventory(
  { version, journal, clock }: Pick<Kit, 'version' | 'journal' | 'clock'>,
  signer: Signer,
): Promise<Result<Awaited<ReturnType<typeof writeInventory>>, InventoryProblem>> {
  const held = await holdings(journal);
  if (!held.ok) return held;
  const content = { app: version, wallMs: clock.wall(), ...held.value };
  const withdrawals = withdrawalsIn(held.value.sessions);
  return signing(async () => ok(await writeInventory(content, withdrawals, signer)));
}

type Holdings = Readonly<{ sessions: readonly Holding[]; unreadable: number }>;

async function holdings(journal: Journal): Promise<Result<Holdings, StorageProblem>> {
  const kept = await keptSessions(journal);
  if (!kept.ok) return kept;
  const diaries = await sessionsWithDiary(journal);
  if (!diaries.ok) return diaries;
  const sessions: Holding[] = [];
  for (const one of kept.value.sessions) {
    const works = await readableWorks(journal, one);
    if (!works.ok) return works;
    sessions.push({ ...one, works: works.value, diary: diaries.value.has(one.header.id) });
  }
  return ok({ sessions, unreadable: kept.value.unreadable });
}

/** A work that is damaged keeps nobody off the list; a tablet that cannot be read does. */
async function readableWorks(
  journal: Journal,
  { session }: KeptSession,
): Promise<Result<ReadonlyMap<WorkId, HandsIn>, StorageProblem>> {
  const works = new Map<WorkId, HandsIn>();
  for (const { id, decision } of session.works) {
    if (decision === 'throw-away') continue;
    const entries = await readWork(journal, id);
    if (entries.ok) works.set(id, handsIn(entries.value));
    else if (!isOfWork(entries.problem)) return fail(entries.problem);
  }
  return ok(works);
}

function isOfWork(problem: ArchiveProblem): problem is Extract<ArchiveProblem, { code: OfWork }> {
  return problem.code === 'entry/broken' || problem.code === 'storage/no-such-stream';
}
type OfWork = 'entry/broken' | 'storage/no-such-stream';

async function sessionsWithDiary(
  journal: Journal,
): Promise<Result<ReadonlySet<SessionId>, StorageProblem>> {
  const streams = await journal.streams();
  if (!streams.ok) return streams;
  const diaries = streams.value.flatMap((raw) => {
    const header = admitHeader(raw);
    return header.ok && header.value.kind === 'diary' ? header.value.session : [];
  });
  return ok(new Set(diaries));
}

/** What browsers throw where they cannot sign is a problem somebody can meet. */
async function signing<Value>(
  act: () => Promise<Result<Value, InventoryProblem>>,
): Promise<Result<Value, InventoryProblem>> {
  try {
    return await act();
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return fail({ code: 'signing/failed', why: String(cause) });
  }
}
