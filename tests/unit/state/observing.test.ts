import { expect, test } from 'vitest';

import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { activityOf } from '#domain/study-pack.ts';
import { present } from '#base/assert.ts';
import { Manners } from '#state/manners.svelte.ts';
import { Observing } from '#state/observing.svelte.ts';
import { Sitting } from '#state/sitting.svelte.ts';
import { Studies } from '#state/studies.svelte.ts';
import { aKit } from '../../fixtures/benches.ts';
import { aClock, LLAMA, ZORRO } from '../../fixtures/names.ts';

const map = present(activityOf(MY_COMMUNITY_PACK, 'map'), 'the built-in study has a map');
const [laughs, turnsAway] = ['laughs', 'turns-away'].map((id) =>
  present(
    MY_COMMUNITY_PACK.tags.find((tag) => tag.id === id),
    'a tag of the built-in study',
  ),
) as [(typeof MY_COMMUNITY_PACK.tags)[number], (typeof MY_COMMUNITY_PACK.tags)[number]];

/** A session of the built-in study with a map of two children on the table; it is the fox's turn. */
async function anObservedMap(): Promise<{
  clock: ReturnType<typeof aClock>;
  sitting: Sitting;
  bench: NonNullable<Sitting['bench']>;
  observing: Observing;
}> {
  const clock = aClock();
  const kit = aKit({ clock });
  const around = { kit, manners: new Manners(kit.settings), studies: new Studies(kit) };
  const begun = await Sitting.begin(around, MY_COMMUNITY_PACK);
  if (!begun.ok) throw new Error(begun.problem.code);
  const sitting = begun.value;
  const [prompt] = map.prompts;
  const plan = { activity: map, prompt: present(prompt, 'a prompt'), members: [ZORRO, LLAMA] };
  sitting.seat(plan);
  const bench = await sitting.beginPlanned(plan);
  if (!bench.ok) throw new Error(bench.problem.code);
  return { clock, sitting, bench: bench.value, observing: new Observing(sitting, bench.value) };
}

test('[N1] what was asked stands in the session with its language, its work and its time, each time', async () => {
  const { clock, sitting, bench, observing } = await anObservedMap();
  const [tell, here] = map.probes.slice(0, 2).map((one) => present(one, 'a probe'));
  for (const probe of [tell, here, tell]) {
    clock.pass(60_000);
    observing.ask(present(probe, 'a probe'), 'quy');
  }
  sitting.note({ kind: 'prompt/show', prompt: 'missing', language: 'es' });

  expect(
    observing.asked.map(({ prompt, language, work, at }) => [prompt, language, work, at]),
  ).toEqual([
    ['tell', 'quy', bench.id, 60_000],
    ['here', 'quy', bench.id, 120_000],
    ['tell', 'quy', bench.id, 180_000],
  ]);
  expect(observing.lastAsked).toEqual(tell);
});

test('[N1] [N2] before an adult asked, what opened the work was asked; nothing was seen', async () => {
  const { sitting, observing } = await anObservedMap();

  expect([observing.asked, observing.lastAsked, observing.lastSeen]).toEqual([
    [],
    map.prompts[0],
    undefined,
  ]);
  const unasked = await sitting.begin('map');
  if (!unasked.ok) throw new Error(unasked.problem.code);
  expect(new Observing(sitting, unasked.value).lastAsked).toBeUndefined();
});

test('[N11] what the tablet shows and says again stands in the session, in the language of its words, and is no question of the adult', async () => {
  const { sitting, bench, observing } = await anObservedMap();
  const [opening] = map.prompts;
  const [tell] = map.probes;
  sitting.seat(present(sitting.plan, 'it was planned'));
  sitting.shows(present(opening, 'a prompt'), 'shown', 'quy');
  const [work] = sitting.works;
  const opened = await sitting.open(present(work, 'it was begun'));
  expect(opened.ok).toBe(true);
  observing.ask(present(tell, 'a probe'), 'es');
  for (const said of [opening, tell, { words: { es: 'dibujo' }, voices: {} }]) {
    sitting.shows(present(said, 'something to say'), 'again', 'en');
  }

  expect(sitting.session.prompts).toMatchObject([
    { prompt: 'map', language: 'es', how: 'shown' },
    { prompt: 'tell', language: 'es', work: bench.id },
    { prompt: 'map', language: 'en', how: 'again', work: bench.id },
  ]);
  expect(sitting.session.prompts[0]).not.toHaveProperty('work');
  expect(observing.asked.map(({ prompt }) => prompt)).toEqual(['tell']);
  expect(observing.lastAsked).toEqual(tell);
  observing.takeBackAsked();
  observing.takeBackAsked();
  expect(sitting.session.prompts.map(({ how }) => how)).toEqual(['shown', 'again']);
});

test('[N3] a tag says whose turn it was; of several who draw at once it does not', async () => {
  const { clock, sitting, bench, observing } = await anObservedMap();
  clock.pass(5_000);
  observing.see(laughs);
  bench.dock([ZORRO, LLAMA]);
  observing.see(laughs);

  const seen = { kind: 'observation/add', tag: 'laughs', work: bench.id, at: 5_000 };
  expect(sitting.session.observations).toMatchObject([{ ...seen, about: [ZORRO] }, seen]);
  expect(observing.lastSeen).toMatchObject(seen);
  expect(observing.lastSeen).not.toHaveProperty('about');
});

test('[N4] a sign of not wanting is noted as one, by the adult’s hand', async () => {
  const { sitting, bench, observing } = await anObservedMap();
  const before = bench.entries.length;
  observing.see(turnsAway);

  expect(sitting.session.observations).toMatchObject([{ tag: 'turns-away', dissent: true }]);
  expect(bench.entries).toHaveLength(before);
  expect(sitting.session.works).toMatchObject([{ resting: false, decision: undefined }]);
});

test('[N4] the offer of a rest waits when the screen is left, and goes when it is not needed or the child rested', async () => {
  const { clock, sitting, bench, observing } = await anObservedMap();
  const onceMore = (): Observing => new Observing(sitting, bench);
  clock.pass(1_000);
  observing.see(laughs);
  expect(onceMore().isRestDue, 'nobody is unwilling who laughs').toBe(false);
  observing.see(turnsAway);
  expect(onceMore().isRestDue).toBe(true);
  onceMore().heedSigns();
  expect(observing.isRestDue, 'it is not needed').toBe(false);

  clock.pass(1_000);
  observing.see(turnsAway);
  expect(observing.isRestDue).toBe(true);
  observing.takeBackSeen();
  expect(observing.isRestDue, 'it was a slip').toBe(false);

  observing.see(turnsAway);
  clock.pass(1_000);
  const rested = await sitting.rest();
  expect([rested.ok, onceMore().isRestDue]).toEqual([true, false]);
});

test('[N9] slips are taken back one by one, the last first, of this work alone', async () => {
  const { sitting, observing } = await anObservedMap();
  const [tell, here] = map.probes.slice(0, 2).map((one) => present(one, 'a probe'));
  for (const probe of [tell, here]) observing.ask(present(probe, 'a probe'), 'es');
  sitting.note({ kind: 'observation/add', tag: 'elsewhere' });
  observing.see(laughs);
  observing.note = 'mira a Wilber';
  observing.write();

  observing.takeBackAsked();
  expect(observing.lastAsked).toEqual(tell);
  observing.takeBackSeen();
  expect([observing.note, observing.lastSeen?.tag]).toEqual(['mira a Wilber', 'laughs']);
  observing.note = 'otra cosa';
  for (let times = 0; times < 3; times++) observing.takeBackSeen();
  expect([observing.note, observing.lastSeen]).toEqual(['otra cosa', undefined]);
  expect(sitting.session.observations).toMatchObject([{ tag: 'elsewhere' }]);
});

test('[N3] a note is cut to 300 letters as people count them; one without words is none', async () => {
  const { sitting, observing } = await anObservedMap();
  observing.note = `  ${'🦙'.repeat(299)}ñandú `;
  observing.write();
  observing.note = ' \n ';
  observing.write();

  expect(observing.note).toBe('');
  expect(sitting.session.observations.map(({ note }) => note)).toEqual([`${'🦙'.repeat(299)}ñ`]);
});

test('[N5] a work of no study has no script', async () => {
  const { sitting } = await anObservedMap();
  const bench = await sitting.begin('drawing');
  if (!bench.ok) throw new Error(bench.problem.code);

  expect(new Observing(sitting, bench.value).activity).toBeUndefined();
});
