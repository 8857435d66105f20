/** [M12] and [M6]: what a link says is asked, chosen beforehand, and changed later, on the real screen. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { present } from '#base/assert.ts';
import { DIRECTIONS, VALENCES } from '#domain/feeling.ts';
import { RELATIONS, TAB_SIZE } from '#domain/study.ts';
import type { Link } from '#domain/work.ts';
import { t } from '#i18n/translate.svelte.ts';
import { toldAbove } from './baked.ts';
import { Finger } from './hands.ts';
import { aboveOn, layerOf } from './paper.ts';
import { openedAgain } from './tablet.ts';
import { mapping, takeRope, type Working } from './working.ts';

/** A house and a school, right of what a panel covers. */
async function aMap(): Promise<Working> {
  const on = await mapping();
  const finger = new Finger(on.sheet());
  for (const [symbol, x] of [
    ['house', 850],
    ['school', 1400],
  ] as const) {
    on.bench.take(symbol);
    finger.tap(x, 800);
  }
  return on;
}

async function join(on: Working): Promise<void> {
  await on.pull([850, 800], on.at(1100, 850), on.at(1400, 800));
}

function asking(): Element | null {
  return page.getByRole('group', { name: t('relation.ask') }).query();
}

function linkOn({ bench }: Working, at = -1): Link {
  return present(bench.shown.links.at(at), 'a link lies on the page');
}

describe('asking', () => {
  test('[M12] after two pictures were joined it is asked what joins them, and the answer is the link’s', async () => {
    const on = await aMap();
    await takeRope(on);
    expect(asking()).toBeNull();
    await join(on);
    await expect.poll(asking).not.toBeNull();
    const { relation, valence, direction } = linkOn(on);
    expect([relation, valence, direction]).toEqual([undefined, undefined, undefined]);
    await on.button('relation.care').click();
    await on.button('valence.both').click();
    await on.button('direction.back').click();
    expect(linkOn(on)).toMatchObject({ relation: 'care', valence: 'both', direction: 'back' });
    expect(on.bench.shown.links).toHaveLength(1);
    expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
    const again = await openedAgain(on.kit, on.bench);
    expect(again.bench.shown.links).toMatchObject([
      { relation: 'care', valence: 'both', direction: 'back' },
    ]);
  });

  test('[M12] a child need not answer: a touch of the sheet closes the question, and the link stays', async () => {
    const on = await aMap();
    await takeRope(on);
    await join(on);
    await expect.poll(asking).not.toBeNull();
    await on.tap(1100, 1100);
    await expect.poll(asking).toBeNull();
    expect(linkOn(on).relation).toBeUndefined();
  });

  test('[M12] each kind, feeling and way can be chosen; at most eight lie side by side', async () => {
    const on = await aMap();
    await on.button('tool.join').click();
    const group = page.getByRole('group', { name: t('relation.ask') });
    const shown = new Set<string>();
    for (let turns = 0; turns < 3; turns++) {
      const buttons = group.getByRole('button').elements();
      expect(buttons.length).toBeLessThanOrEqual(TAB_SIZE);
      for (const one of buttons) shown.add(one.getAttribute('aria-label') ?? '');
      await on.button('tray.more').click();
    }
    for (const relation of RELATIONS) expect(shown).toContain(t(`relation.${relation}`));
    for (const valence of VALENCES) {
      await on.button(`valence.${valence}`).click();
      await expect.element(on.button(`valence.${valence}`)).toHaveAttribute('aria-pressed', 'true');
    }
    for (const direction of DIRECTIONS) {
      await on.button(`direction.${direction}`).click();
      await expect
        .element(on.button(`direction.${direction}`))
        .toHaveAttribute('aria-pressed', 'true');
    }
    expect(on.bench.entries.filter(({ op }) => op.kind.startsWith('link/'))).toEqual([]);
  });
});

describe('what nobody said', () => {
  test('[M12] is not on the sheet: the line is thin, with neither an arrow nor a picture of its kind', async () => {
    const on = await aMap();
    await takeRope(on);
    await join(on);
    const linesOf = (): [string | null, string | null][] =>
      layerOf(on.sheet(), 'links').flatMap((link) =>
        [...link.querySelectorAll('path')].map((one): [string | null, string | null] => [
          one.getAttribute('stroke'),
          one.getAttribute('stroke-width'),
        ]),
      );
    const [rim, line, ...more] = linesOf();
    expect(more).toEqual([]);
    expect(Number(line?.[1])).toBeLessThan(Number(rim?.[1]) / 3);
    const thin = Number(line?.[1]);
    await on.button('valence.support').click();
    expect(Number(linesOf()[1]?.[1])).toBeGreaterThan(2 * thin);
    expect(linesOf()).toHaveLength(2);
    await on.button('direction.there').click();
    expect(linesOf()).toHaveLength(3);
    await on.button('relation.care').click();
    expect(linesOf().length).toBeGreaterThan(4);
  });

  test('[M12] is in no entry of the journal either', async () => {
    const on = await aMap();
    await takeRope(on);
    await join(on);
    await on.tap(1100, 1100);
    const again = await openedAgain(on.kit, on.bench);
    const op = again.bench.entries.find(({ op: { kind } }) => kind === 'link/add')?.op;
    expect(Object.keys(op ?? {}).sort()).toEqual(['from', 'kind', 'link', 'to']);
    expect(again.bench.bond).toEqual({});
  });

  test('[M12] is asked once: who did not answer is asked again only by own wish', async () => {
    const on = await aMap();
    await takeRope(on);
    await join(on);
    await expect.poll(asking).not.toBeNull();
    await on.tap(1100, 1100);
    await expect.poll(asking).toBeNull();
    await on.tap(1125, 800);
    expect(on.bench.pickedLink?.id).toBe(linkOn(on).id);
    await expect.element(on.button('tool.join')).toHaveAttribute('aria-expanded', 'false');
    expect(asking()).toBeNull();
    on.bench.pick('hand');
    await on.tap(1125, 800);
    await on.button('relation.ask').click();
    await on.button('relation.play').click();
    expect(linkOn(on)).toMatchObject({ relation: 'play' });
    expect(linkOn(on).valence).toBeUndefined();
  });

  test('[M12] by this child is not said for it by another: each has its own, also where they take turns', async () => {
    const on = await aMap();
    on.bench.take('hen');
    new Finger(on.sheet()).tap(1150, 300);
    await on.button('tool.join').click();
    await on.button('relation.quarrel').click();
    await on.button('valence.stress').click();
    await join(on);
    on.sitting.turnTo('llama');
    await takeRope(on);
    await on.pull([1150, 300], on.at(1200, 500), on.at(1400, 800));
    await expect.poll(asking).not.toBeNull();
    await expect.element(on.button('relation.quarrel')).toHaveAttribute('aria-pressed', 'false');
    await expect.element(on.button('valence.stress')).toHaveAttribute('aria-pressed', 'false');
    on.sitting.turnTo('zorro');
    await takeRope(on);
    await on.pull([1150, 300], on.at(900, 500), on.at(850, 800));
    expect(
      on.bench.shown.links.map(({ by, relation, valence }) => [by, relation, valence]),
    ).toEqual([
      ['zorro-01', 'quarrel', 'stress'],
      ['llama-02', undefined, undefined],
      ['zorro-01', 'quarrel', 'stress'],
    ]);
  });
});

describe('beforehand', () => {
  test('[M12] what was chosen before is what the next links say, and nothing is asked', async () => {
    const on = await aMap();
    on.bench.take('hen');
    new Finger(on.sheet()).tap(1150, 300);
    await on.button('tool.join').click();
    await on.button('relation.help').click();
    await on.button('valence.stress').click();
    await on.button('direction.none').click();
    await join(on);
    await on.pull([1150, 300], on.at(1200, 500), on.at(1400, 800));
    const says = { relation: 'help', valence: 'stress', direction: 'none' };
    expect(on.bench.shown.links).toMatchObject([says, says]);
    expect(asking()).toBeNull();
  });

  test('[M6] [M12] the same kind twice is refused kindly, another kind lies beside it', async () => {
    const on = await aMap();
    await on.button('tool.join').click();
    await on.button('relation.help').click();
    await join(on);
    await join(on);
    expect(on.bench.shown.links).toHaveLength(1);
    await expect.element(page.getByText(t('hint.link/already-there'))).toBeVisible();
    await on.button('tool.join').click();
    await on.button('relation.play').click();
    await join(on);
    expect(on.bench.shown.links.map(({ relation }) => relation)).toEqual(['help', 'play']);
    expect(layerOf(on.sheet(), 'links')).toHaveLength(2);
  });
});

describe('later', () => {
  /** A link that says "helps", does good and goes there; and nothing in the hand. */
  async function aJoinedMap(): Promise<Working> {
    const on = await aMap();
    await on.button('tool.join').click();
    for (const says of ['relation.help', 'valence.support', 'direction.there'] as const) {
      await on.button(says).click();
    }
    await join(on);
    await on.button('tool.hand').click();
    await on.button('tool.hand').click();
    return on;
  }

  test.each([
    ['relation.play', { relation: 'play', valence: 'support', direction: 'there' }],
    ['valence.neutral', { relation: 'help', valence: 'neutral', direction: 'there' }],
    ['direction.both', { relation: 'help', valence: 'support', direction: 'both' }],
  ] as const)(
    '[M12] a tapped link is changed by itself (%s), undone and done again',
    async (says, becomes) => {
      const on = await aJoinedMap();
      const before = aboveOn(on.sheet());
      await on.tap(1050, 800);
      expect(on.bench.pickedLink?.id).toBe(linkOn(on).id);
      await on.button('relation.ask').click();
      await on.button(says).click();
      expect(linkOn(on)).toMatchObject(becomes);
      expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
      expect(aboveOn(on.sheet())).not.toEqual(before);
      await on.button('undo').click();
      expect(linkOn(on)).toMatchObject({ relation: 'help', valence: 'support' });
      expect(aboveOn(on.sheet())).toEqual(before);
      await on.button('redo').click();
      expect(linkOn(on)).toMatchObject(becomes);
    },
  );

  test('[M12] saying what a link says already writes nothing down', async () => {
    const on = await aJoinedMap();
    await on.tap(1050, 800);
    const { length } = on.bench.entries;
    await on.button('relation.ask').click();
    for (const says of ['relation.help', 'valence.support', 'direction.there'] as const) {
      await expect.element(on.button(says)).toHaveAttribute('aria-pressed', 'true');
      await on.button(says).click();
    }
    expect(on.bench.entries).toHaveLength(length);
  });

  test('[M12] what is said of a tapped link is said of no other, and not of those to come', async () => {
    const on = await aJoinedMap();
    on.bench.take('hen');
    new Finger(on.sheet()).tap(1150, 300);
    await on.tap(1050, 800);
    await on.button('relation.ask').click();
    await on.button('valence.stress').click();
    await on.button('relation.quarrel').click();
    await takeRope(on);
    await on.pull([1150, 300], on.at(1200, 500), on.at(1400, 800));
    expect(on.bench.shown.links).toMatchObject([
      { relation: 'quarrel', valence: 'stress' },
      { relation: 'help', valence: 'support' },
    ]);
  });

  test('[M12] the panel shows what the tapped link says, not what the next will say', async () => {
    const on = await aJoinedMap();
    await on.button('tool.join').click();
    await on.button('relation.play').click();
    await on.button('valence.stress').click();
    await on.button('direction.none').click();
    await on.button('tool.hand').click();
    await on.button('tool.hand').click();
    await on.tap(1050, 800);
    await on.button('relation.ask').click();
    for (const says of ['relation.help', 'valence.support', 'direction.there'] as const) {
      await expect.element(on.button(says)).toHaveAttribute('aria-pressed', 'true');
    }
    await expect.element(on.button('relation.play')).toHaveAttribute('aria-pressed', 'false');
  });

  test('[M12] [J3] another child’s link is changed by whoever taps it, and each takes back its own word', async () => {
    const on = await aJoinedMap();
    await on.button('turn').click();
    await on.button('animal.llama').click();
    await on.tap(1050, 800);
    await on.button('relation.ask').click();
    await on.button('valence.stress').click();
    expect(linkOn(on)).toMatchObject({ by: 'zorro-01', valence: 'stress' });
    await on.button('undo').click();
    expect(linkOn(on)).toMatchObject({ by: 'zorro-01', valence: 'support' });
  });
});
