import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';

import { INPUTS } from '#domain/operation.ts';
import { HANDS, judge, NO_HANDS, type Contact, type Hands, type Verdict } from '#editing/palm.ts';

/** A fingertip that comes down somewhere in the middle of the glass. */
function aContact(over: Partial<Contact> = {}): Contact {
  return {
    phase: 'down',
    pointer: 1,
    input: 'touch',
    radiusPx: 6,
    wayPx: 0,
    atEdge: false,
    timeMs: 0,
    ...over,
  };
}

/** What is said of each contact, one after the other. */
function judged(contacts: readonly Contact[], hands: Hands = 'both'): Verdict[] {
  let state = NO_HANDS;
  return contacts.map((contact) => {
    const verdict = judge(state, contact, hands);
    state = verdict.state;
    return verdict;
  });
}

function verdicts(contacts: readonly Contact[], hands: Hands = 'both'): string[] {
  return judged(contacts, hands).map(({ verdict }) => verdict);
}

const PEN = { input: 'pen', pointer: 9, radiusPx: 1 } as const;
const PALM = { pointer: 2, radiusPx: 30 } as const;

test('[I16] fingers draw, several at a time, from down to up', () => {
  const story = [
    aContact(),
    aContact({ pointer: 2, timeMs: 5 }),
    aContact({ phase: 'move', timeMs: 9, wayPx: 20 }),
    aContact({ phase: 'up', timeMs: 20, wayPx: 20 }),
    aContact({ phase: 'up', pointer: 2, timeMs: 21 }),
  ];

  expect(verdicts(story)).toEqual(['take', 'take', 'take', 'take', 'take']);
});

test.each<[string, number, number, number[]]>([
  ['young, though it went far', 699, 500, [1]],
  ['old, but it hardly moved', 5000, 11, [1]],
  ['neither young nor still: it drew', 700, 12, []],
])('[I16] of a touch from before the pen that is %s', (_what, age, way, dropped) => {
  const [, , pen, lift] = judged([
    aContact(),
    aContact({ phase: 'move', timeMs: 10, wayPx: way }),
    aContact({ ...PEN, timeMs: age }),
    aContact({ phase: 'up', timeMs: age + 5, wayPx: way }),
  ]);

  expect([pen!.verdict, pen!.dropped]).toEqual(['take', dropped]);
  expect(lift!.verdict).toBe(dropped.length > 0 ? 'ignore' : 'take');
});

test('[I16] a finger that drew far and came back to where it began is no palm', () => {
  const [, , , pen] = judged([
    aContact(),
    aContact({ phase: 'move', timeMs: 400, wayPx: 300 }),
    aContact({ phase: 'move', timeMs: 800, wayPx: 2 }),
    aContact({ ...PEN, timeMs: 900 }),
  ]);

  expect(pen!.dropped).toEqual([]);
});

test('[I16] a pen drops no other pen', () => {
  const [, second] = judged([aContact({ ...PEN }), aContact({ ...PEN, pointer: 8, timeMs: 5 })]);

  expect(second).toMatchObject({ verdict: 'take', dropped: [] });
});

test.each<[string, number, string]>([
  ['while the pen is down', 100, 'ignore'],
  ['just after it left', 499, 'ignore'],
  ['a moment later', 500, 'take'],
])('[I16] a finger %s', (_when, timeMs, verdict) => {
  const story = [
    aContact({ ...PEN }),
    aContact({ ...PEN, phase: 'move', timeMs: 150 }),
    aContact({ ...PEN, phase: 'up', timeMs: 200 }),
    aContact({ timeMs }),
  ];
  const seen = timeMs < 200 ? [...story.slice(0, 1), story[3]!] : story;

  expect(verdicts(seen).at(-1)).toBe(verdict);
});

test('[I16] a pen that hovers along in one long line is seen all the while', () => {
  const story = [
    aContact({ ...PEN }),
    aContact({ ...PEN, phase: 'move', timeMs: 30_000 }),
    aContact({ ...PEN, phase: 'cancel', timeMs: 30_001 }),
    aContact({ timeMs: 30_200 }),
    aContact({ timeMs: 30_400 }),
  ];

  expect(verdicts(story).slice(-2)).toEqual(['ignore', 'take']);
});

test('[I16] a broad contact is a palm when something finer draws, and for a while after a pen', () => {
  const beside = [aContact(), aContact({ ...PALM, timeMs: 5 })];
  const after = (timeMs: number): Contact[] => [
    aContact({ ...PEN }),
    aContact({ ...PEN, phase: 'up' }),
    aContact({ ...PALM, timeMs }),
  ];

  expect(verdicts(beside)).toEqual(['take', 'ignore']);
  expect(verdicts(after(19_999)).at(-1)).toBe('ignore');
  expect(verdicts(after(20_000)).at(-1)).toBe('take');
  expect(verdicts([aContact(PALM)])).toEqual(['take']);
  expect(verdicts([aContact(), aContact({ ...PALM, radiusPx: 12.9 })])).toEqual(['take', 'take']);
  expect(verdicts([aContact(), aContact({ ...PALM, radiusPx: 13 })])).toEqual(['take', 'ignore']);
});

test.each<[string, Partial<Contact>, Partial<Contact>, string]>([
  ['rested on the edge and left', { atEdge: true }, { wayPx: 7.9 }, 'drop'],
  ['came in over the edge', { atEdge: true }, { wayPx: 8 }, 'take'],
  ['tapped in the middle', {}, { wayPx: 0 }, 'take'],
  ['is a pen that dots at the edge', { atEdge: true, input: 'pen' }, { wayPx: 0 }, 'take'],
  ['rested on the edge until the system took it', { atEdge: true }, { phase: 'cancel' }, 'drop'],
])('[I16] a contact that %s', (_what, first, last, verdict) => {
  const story = [aContact(first), aContact({ ...first, phase: 'up', ...last })];

  expect(verdicts(story)).toEqual(['take', verdict]);
});

test('[I16] what nobody saw come down is nobody’s, also after it was ignored', () => {
  const story = [
    aContact({ phase: 'move' }),
    aContact({ phase: 'up' }),
    aContact({ ...PEN }),
    aContact({ timeMs: 50 }),
    aContact({ phase: 'move', timeMs: 60 }),
    aContact({ phase: 'up', timeMs: 70 }),
  ];

  expect(verdicts(story)).toEqual(['ignore', 'ignore', 'take', 'ignore', 'ignore', 'ignore']);
});

test.each<[Hands, string[]]>([
  ['both', ['take', 'take', 'take']],
  ['pen', ['take', 'ignore', 'take']],
  ['finger', ['ignore', 'take', 'take']],
])('[I16] where the facilitator lets %s draw', (hands, expected) => {
  const alone = (['pen', 'touch', 'mouse'] as const).map(
    (input) => verdicts([aContact({ input })], hands)[0],
  );

  expect(alone).toEqual(expected);
});

const contacts = fc.array(
  fc.record({
    phase: fc.constantFrom('down', 'move', 'up', 'cancel'),
    pointer: fc.nat(4),
    input: fc.constantFrom(...INPUTS),
    radiusPx: fc.double({ min: 0, max: 40, noNaN: true }),
    wayPx: fc.double({ min: 0, max: 900, noNaN: true }),
    atEdge: fc.boolean(),
    timeMs: fc.nat(30_000),
  }),
  { maxLength: 40 },
);

property.prop([contacts, fc.constantFrom(...HANDS)], { numRuns: 200 })(
  '[I16] in whatever way hands come and go, the only thing dropped is a touch that was taken and has not left',
  (story, hands) => {
    const running = new Set<number>();
    const times = [...story].sort((a, b) => a.timeMs - b.timeMs);
    const said = judged(times, hands);
    for (const [at, { phase, pointer }] of times.entries()) {
      const { verdict, dropped, state } = said[at]!;
      for (const one of dropped) {
        expect(running.delete(one)).toBe(true);
      }
      if (phase === 'down' && verdict === 'take') running.add(pointer);
      if (phase === 'move') expect(verdict).toBe(running.has(pointer) ? 'take' : 'ignore');
      if (phase === 'up' || phase === 'cancel') {
        expect(verdict === 'ignore').toBe(!running.delete(pointer));
      }
      expect(new Set(state.down.map((one) => one.pointer))).toEqual(running);
    }
  },
);

test('[I16][I18] a finger that comes down twice is dropped once when the pen comes', () => {
  const said = judged([aContact({}), aContact({ timeMs: 5 }), aContact({ ...PEN, timeMs: 10 })]);

  expect(said.at(-1)).toMatchObject({ verdict: 'take', dropped: [aContact({}).pointer] });
});

test('[I16] a finger draws again by itself however long the pen was used', () => {
  const lines = Array.from({ length: 50 }, (_, at) => [
    aContact({ ...PEN, timeMs: at * 1000 }),
    aContact({ ...PEN, phase: 'up', timeMs: at * 1000 + 500 }),
  ]).flat();

  expect(verdicts([...lines, aContact({ timeMs: 49_800 })]).at(-1)).toBe('take');
});
