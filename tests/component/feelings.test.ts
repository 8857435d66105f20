/** [M14]: stamps say how a person or a place feels to each child, on the real screen. */
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import type { Animal } from '#domain/contributor.ts';
import { FEELINGS, type Feeling } from '#domain/feeling.ts';
import { t } from '#i18n/translate.svelte.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { toldAbove } from './baked.ts';
import { Finger } from './hands.ts';
import { aboveOn, differences, layerOf, lookAt } from './paper.ts';
import { openedAgain } from './tablet.ts';
import { mapping, show, type Working } from './working.ts';

/** A health post and a hen, so far apart that nothing of one reaches the other. */
async function aMap(): Promise<Working> {
  const on = await mapping();
  const finger = new Finger(on.sheet());
  for (const [symbol, x, y] of [
    ['health-post', 900, 500],
    ['hen', 1350, 950],
  ] as const) {
    on.bench.take(symbol);
    finger.tap(x, y);
  }
  return on;
}

async function take({ button }: Working, feeling: Feeling): Promise<void> {
  await button('tool.feel').click();
  await button(`feeling.${feeling}`).click();
}

async function turnTo({ button }: Working, animal: Animal): Promise<void> {
  await button('turn').click();
  await button(`animal.${animal}`).click();
}

/** Who said what about which picture. */
function saidOn({ bench }: Pick<Working, 'bench'>): string[] {
  const { items, stamps } = bench.shown;
  return stamps.map(({ by, feeling, item }) => {
    return `${by}: ${items.find(({ id }) => id === item)?.symbol ?? ''} ${feeling}`;
  });
}

/** The faces that are seen on the health post, from left to right. */
function facesOn(on: Working): string[] {
  const faces = layerOf(on.sheet(), 'stamps')[0]?.querySelectorAll(':scope > g') ?? [];
  const leftOf = (face: Element): number => face.getBoundingClientRect().left;
  return [...faces]
    .sort((a, b) => leftOf(a) - leftOf(b))
    .map((face) => {
      const outlines = [...face.querySelectorAll('path')].map((path) => path.getAttribute('d'));
      const isOf = (feeling: Feeling): boolean =>
        pictureOf(feeling).shapes.every(({ d }, at) => d === outlines[at]);
      return FEELINGS.find(isOf) ?? 'none';
    });
}

describe('stamps', () => {
  test('[M14] a tap says how it feels, with the face that was chosen', async () => {
    const on = await aMap();
    for (const feeling of FEELINGS) {
      await take(on, feeling);
      await on.tap(900, 500);
      expect(saidOn(on).at(-1)).toBe(`zorro-01: health-post ${feeling}`);
    }
    expect(facesOn(on)).toEqual([...FEELINGS]);
    expect(on.bench.shown.stamps[0]).toMatchObject({ by: 'zorro-01', round: 'base' });
  });

  test('[M14] two children stamp the same picture, each with an own feeling or the same', async () => {
    const on = await aMap();
    await take(on, 'afraid');
    await on.tap(900, 500);
    await turnTo(on, 'llama');
    await on.tap(900, 500);
    await take(on, 'happy');
    await on.tap(900, 500);
    expect(saidOn(on)).toEqual([
      'zorro-01: health-post afraid',
      'llama-02: health-post afraid',
      'llama-02: health-post happy',
    ]);
    expect(facesOn(on)).toEqual(['afraid', 'afraid', 'happy']);
  });

  test('[M14] the same tap again takes one’s own stamp back, and those of others stay and are seen', async () => {
    const on = await aMap();
    await take(on, 'sad');
    await on.tap(900, 500);
    await turnTo(on, 'llama');
    await on.tap(900, 500);
    await on.tap(900, 500);
    expect(saidOn(on)).toEqual(['zorro-01: health-post sad']);
    expect(facesOn(on)).toEqual(['sad']);
    await on.tap(900, 500);
    expect(facesOn(on)).toEqual(['sad', 'sad']);
    await turnTo(on, 'zorro');
    await on.tap(900, 500);
    expect(saidOn(on)).toEqual(['llama-02: health-post sad']);
    expect(facesOn(on)).toEqual(['sad']);
  });

  test('[M14] undo takes back one’s own stamp alone, and redo brings it again', async () => {
    const on = await aMap();
    await take(on, 'loved');
    await on.tap(900, 500);
    await turnTo(on, 'llama');
    await take(on, 'angry');
    await on.tap(900, 500);
    await turnTo(on, 'zorro');
    await on.button('undo').click();
    expect(facesOn(on)).toEqual(['angry']);
    await on.button('redo').click();
    expect(facesOn(on)).toEqual(['loved', 'angry']);
  });

  test('[M14] a tap beside everything, or a finger that slides away, stamps nothing', async () => {
    const on = await aMap();
    await take(on, 'happy');
    await on.tap(1200, 500);
    await on.pull([900, 500], on.at(1000, 700));
    expect(saidOn(on)).toEqual([]);
  });

  test('[M14] two children face to face stamp the same place at the same moment', async () => {
    const on = await mapping();
    on.bench.take('river');
    new Finger(on.sheet()).tap(800, 600);
    on.bench.dock(on.sitting.contributors);
    await take(on, 'lonely');
    await on.touches.down(1, on.at(800, 660));
    await on.touches.down(2, on.at(800, 540));
    await on.touches.up(1);
    await on.touches.up(2);
    expect(saidOn(on)).toEqual(['zorro-01: river lonely', 'llama-02: river lonely']);
    expect(facesOn(on)).toEqual(['lonely', 'lonely']);
    expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
  });

  test('[M14] a page opened again shows the same stamps', async () => {
    const on = await aMap();
    await take(on, 'afraid');
    await on.tap(900, 500);
    await on.tap(1350, 950);
    await turnTo(on, 'llama');
    await on.tap(900, 500);
    await on.tap(1350, 950);
    await on.tap(1350, 950);
    const before = lookAt(on.sheet());
    const again = await openedAgain(on.kit, on.bench);
    document.body.replaceChildren();
    await show(again);
    expect(differences(lookAt(on.sheet()), before)).toEqual([]);
    expect(saidOn(again)).toHaveLength(3);
  });
});

describe('regions on the screen', () => {
  test.each(['safe', 'unsafe'] as const)(
    '[M16] %s is chosen beside the faces and painted with a finger',
    async (area) => {
      const on = await aMap();
      await on.button('tool.feel').click();
      await on.button(`area.${area}`).click();
      await expect
        .element(page.getByRole('group', { name: t('area.ask') }))
        .not.toBeInTheDocument();
      await on.pull([700, 900], on.at(1000, 900), on.at(1200, 800));
      expect(on.bench.shown.strokes).toMatchObject([
        { by: 'zorro-01', round: 'base', line: { tool: area } },
      ]);
    },
  );
});
