/**
 * Seals what an adult says of a child in danger, and gives what was sealed to whoever can open it. Nothing
 * of it comes near a journal, the keeper or a file of the session, and nothing of it is kept unsealed.
 */
import { present } from '#base/assert.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { isId, newId, type FlagId } from '#domain/ids.ts';
import type { Concern, Flag, FlagLine } from '#domain/safeguarding.ts';
import { sealFor, type SealingProblem } from '#devices/sealing.ts';
import type { Given } from '#devices/saving.ts';
import { writeSealedFile } from '#files/write-sealed-file.ts';
import type { Kit } from '#state/kit.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import type { StorageProblem } from '#storage/journal.ts';
import type { Shelved } from '#storage/shelf.ts';

export type FlagProblem = SealingProblem | StorageProblem;

/** All flags are the same length, so that the length says nothing. */
const FLAG_BYTES = 2_048;
const LINE_BYTES = 256;
/** The line of when and by whom lies beside the flag. */
const LINE = '-line';

/** Seal what was said and keep it, so that this tablet cannot read it any more. Only where the study has a key. */
export async function raiseFlag(
  { shelf, clock, chance }: Pick<Kit, 'shelf' | 'clock' | 'chance'>,
  { pack, header, now, session }: Sitting,
  concern: Concern,
): Promise<Result<void, FlagProblem>> {
  const { safeguarding, team } = pack.keys;
  const key = present(safeguarding, 'a study without a safeguarding key takes no flag');
  const { facilitator, community } = session.about;
  const line: FlagLine = { flag: newId('flag', chance), wall: clock.wall(), facilitator };
  const words = concern.words.trim();
  const { study, id } = header;
  const flag: Flag = { ...line, ...concern, words, study, session: id, at: now, community };
  const sealed = await sealedPair(
    { to: [key], bytes: padded(flag, FLAG_BYTES) },
    { to: team === undefined ? [key] : [key, team], bytes: padded(line, LINE_BYTES) },
  );
  return sealed.ok ? keepPair(shelf, line.flag, sealed.value) : sealed;
}

/** What is sealed on this tablet, raw. */
export type Sealed = Readonly<{ files: readonly Shelved[]; flags: number }>;

/** What is sealed on this tablet: how many flags, and nothing that is in them. */
export async function sealedFlags({
  shelf,
}: Pick<Kit, 'shelf'>): Promise<Result<Sealed, StorageProblem>> {
  const files = await shelf.all('sealed');
  if (!files.ok) return files;
  const flags = files.value.filter(({ name }) => isId('flag', name)).length;
  return ok({ files: files.value, flags });
}

/** Give what is sealed, as one file. It stays on the tablet until somebody takes it away. */
export async function giveSealed(
  { clock, give }: Pick<Kit, 'clock' | 'give'>,
  { files }: Sealed,
): Promise<Readonly<{ how: Given; name: string }>> {
  const { name, bytes } = await writeSealedFile(files, clock.wall());
  return { how: await give(name, bytes), name };
}

/** Leave nothing of what was given. What was sealed since then stays. */
export async function dropSealed(
  { shelf }: Pick<Kit, 'shelf'>,
  { files }: Sealed,
): Promise<Result<void, StorageProblem>> {
  for (const { name } of files) {
    const dropped = await shelf.drop('sealed', name);
    if (!dropped.ok) return dropped;
  }
  return ok(undefined);
}

type ToSeal = Readonly<{ to: readonly string[]; bytes: Uint8Array }>;
type Pair = Readonly<{ flag: Uint8Array; line: Uint8Array }>;

async function sealedPair(flag: ToSeal, line: ToSeal): Promise<Result<Pair, SealingProblem>> {
  try {
    return ok({
      flag: await sealFor(flag.to, flag.bytes),
      line: await sealFor(line.to, line.bytes),
    });
  } catch (cause) {
    return fail({ code: 'sealing/failed', why: String(cause) });
  }
}

/** The line first: a line without its flag tells nothing, and trying again makes a whole pair. */
async function keepPair(
  shelf: Kit['shelf'],
  id: FlagId,
  { flag, line }: Pair,
): Promise<Result<void, StorageProblem>> {
  const lined = await shelf.keep('sealed', `${id}${LINE}`, line);
  if (!lined.ok) return lined;
  const kept = await shelf.keep('sealed', id, flag);
  if (!kept.ok) await shelf.drop('sealed', `${id}${LINE}`);
  return kept;
}

function padded(json: Flag | FlagLine, bytes: number): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const whole = new Uint8Array(Math.max(bytes, text.length)).fill(0x20);
  whole.set(text);
  return whole;
}
