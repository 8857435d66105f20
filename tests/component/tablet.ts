/** A tablet in memory: everything of ours is real, only what it keeps ends with the test. */
import { present } from '#base/assert.ts';
import { fail } from '#base/result.ts';
import { ANSWERS } from '#domain/session-operation.ts';
import { activityOf } from '#domain/study-pack.ts';
import { sealTo } from '#devices/sealing.ts';
import { stretch } from '#devices/stretching.ts';
import type { AgeBand } from '#domain/age-band.ts';
import type { Token } from '#domain/contributor.ts';
import type { AddStroke } from '#domain/operation.ts';
import { WorkFold } from '#domain/fold.ts';
import type { Activity, Page } from '#domain/work.ts';
import type { Sample } from '#ink/sample.ts';
import { samplesOf } from '#ink/stroke.ts';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { memoryShelf } from '#storage/memory-shelf.ts';
import { memorySettings, memorySigningKeys } from '../fixtures/settings.ts';
import { SILENT } from '../fixtures/voices.ts';

/** What main.ts would build, over a journal in memory. */
export function aKit(more: Partial<Kit> = {}): Kit {
  const random = chanceFrom(1);
  return {
    version: '0.0.0-test',
    journal: memoryJournal(),
    shelf: memoryShelf(),
    signingKeys: memorySigningKeys(),
    settings: memorySettings(),
    clock: { wall: () => 1_790_000_000_000, elapsed: () => performance.now() },
    chance: (length) => Uint8Array.from({ length }, () => random() * 256),
    imageMaker: () => Promise.reject(new Error('no pictures are handed over here')),
    give: () => Promise.resolve('cancelled'),
    save: () => undefined,
    askToKeep: () => Promise.resolve('kept'),
    scratchJournal: memoryJournal,
    sound: () => undefined,
    speaker: SILENT,
    record: () => Promise.resolve(fail({ code: 'microphone/absent' })),
    canvasIsTrue: () => true,
    power: () => Promise.resolve({ level: 0.86, charging: false }),
    roomLeft: () => Promise.resolve(3 * 2 ** 30),
    stretch: (secret, salt) => stretch(secret, salt, 1),
    sealTo,
    ...more,
  };
}

/** Who sits at the table. */
export const ANIMALS_HERE: readonly [Token, Token] = ['zorro-01', 'llama-02'];

/** A desk with a session, two children, and a work on the table. */
export type Table = Readonly<{ kit: Kit; desk: Desk; sitting: Sitting; bench: Workbench }>;

/** A table with a work of this kind; it is the fox's turn. */
export async function aTable(
  activity: Activity,
  kit = aKit(),
  ageBand: AgeBand = '9-11',
): Promise<Table> {
  const desk = new Desk(kit, '');
  desk.manners.ageBand = ageBand;
  const sitting = valueOf(await desk.tryIt());
  for (const animal of ['zorro', 'llama', 'zorro'] as const) sitting.turnTo(animal);
  const bench = valueOf(await sitting.begin(activity));
  return { kit, desk, sitting, bench };
}

/** A session of the built-in study in which these children are about to do this. */
export async function aStudy(
  members: readonly Token[],
  kit = aKit(),
  template = 'drawing',
): Promise<Pick<Table, 'kit' | 'desk' | 'sitting'>> {
  const desk = new Desk(kit, '');
  const sitting = valueOf(await desk.beginSession());
  for (const token of members) sitting.note({ kind: 'contributor/join', token });
  seat(sitting, members, template);
  return { kit, desk, sitting };
}

/** An adult seats these children before what is to be done. */
export function seat(sitting: Sitting, members: readonly Token[], template = 'drawing'): void {
  const activity = present(activityOf(sitting.pack, template), 'the study has it');
  const prompt = present(activity.prompts[0], 'it asks something');
  sitting.seat({ activity, prompt, members });
}

/** This child said yes. */
export function sayYes(sitting: Sitting, token: Token): void {
  const how = { understanding: 'understood', repeats: 0, language: 'es', voice: false } as const;
  sitting.note({ kind: 'assent/answer', token, answer: 'yes', ...how, order: ANSWERS }, token);
}

/** The work as it is after everything was kept, the app closed and opened again. */
export async function openedAgain(
  kit: Kit,
  { id, keeper }: Workbench,
): Promise<Readonly<{ desk: Desk; bench: Workbench }>> {
  if ((await keeper.settled()) !== 'saved') throw new Error('not everything was kept');
  const desk = new Desk(kit, '');
  const sitting = valueOf(await desk.tryIt());
  const work = present(
    sitting.works.find((one) => one.id === id),
    'the work was begun in this session',
  );
  return { desk, bench: valueOf(await sitting.open(work)) };
}

/** The last page of the work as it shows. */
export function pageOf({ entries }: Pick<Workbench, 'entries'>): Page {
  return present(WorkFold.of(entries).work.pages.at(-1), 'a work has a page');
}

/** The samples of every line on the last page, in the order they were drawn. */
export function linesOf(bench: Pick<Workbench, 'entries'>): Sample[][] {
  return strokesOf(bench).map(samplesOf);
}

/** Every line on the last page, in the order they were drawn. */
export function strokesOf(bench: Pick<Workbench, 'entries'>): AddStroke[] {
  return pageOf(bench).strokes.map(({ line }) => line);
}

/** The value of what must have gone well. */
export function valueOf<Value>(
  result: Readonly<{ ok: true; value: Value } | { ok: false; problem: { code: string } }>,
): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** Numbers from 0 to 1 that look random and are the same every time. Source: mulberry32, public domain. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
