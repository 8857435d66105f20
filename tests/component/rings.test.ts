/** [M15] and [M18]: rings drawn and tapped on the real screen, things that were drawn, and what they are called. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { Point } from '#domain/page.ts';
import { DRAWN, type Item, type Ring } from '#domain/work.ts';
import { tPicture } from '#i18n/picture-words.ts';
import { t } from '#i18n/translate.svelte.ts';
import { present } from '#base/assert.ts';
import { toldAbove } from './baked.ts';
import { Finger } from './hands.ts';
import { aboveOn, differences, layerOf, lookAt } from './paper.ts';
import { darkRuns, greyAt, seenAbove } from './seen.ts';
import { openedAgain } from './tablet.ts';
import { mapping, show, takeRope, working, type Working } from './working.ts';

/** Two lines that a child drew, like a roof and a wall, around this place. */
const DRAWING = { x: 900, y: 500 };

async function aDrawnMap(): Promise<Working> {
  const on = await working('map');
  const { x, y } = DRAWING;
  const finger = new Finger(on.sheet());
  finger
    .down(x - 80, y)
    .move(x, y - 70)
    .move(x + 80, y)
    .up();
  finger
    .down(x - 70, y + 20)
    .move(x - 70, y + 90)
    .move(x + 70, y + 90)
    .move(x + 70, y + 20)
    .up();
  return on;
}

/** Two pictures that lie side by side, and a third far from them. */
async function aMap(): Promise<Working> {
  const on = await mapping();
  const finger = new Finger(on.sheet());
  for (const [symbol, x, y] of [
    ['house', 800, 500],
    ['school', 1050, 560],
    ['hen', 1300, 1000],
  ] as const) {
    on.bench.take(symbol);
    finger.tap(x, y);
  }
  return on;
}

/** Places all around one, back to the first. */
function around({ x, y }: Point, radius: number): [Point, ...Point[]] {
  const places = Array.from({ length: 17 }, (_, at) => ({
    x: x + Math.cos((at * Math.PI) / 8) * radius,
    y: y + Math.sin((at * Math.PI) / 8) * radius,
  }));
  return [places[0] ?? { x, y }, ...places.slice(1)];
}

/** Draw a ring with a real finger. */
async function lasso(on: Working, middle: Point, radius: number): Promise<void> {
  const [first, ...rest] = around(middle, radius);
  await on.touches.down(1, on.at(first.x, first.y));
  for (const { x, y } of rest) await on.touches.move(1, on.at(x, y));
  await on.touches.up(1);
}

/** Take the ring in the hand: in the free round it lies on the rail, later in what joins. */
async function takeRing({ button, bench }: Working): Promise<void> {
  if (bench.round === 'free') {
    await button('tool.ring').click();
    return;
  }
  await button('tool.join').click();
  const panel = page.getByRole('group', { name: t('tool.ring'), exact: true });
  await panel.getByRole('button', { name: t('tool.ring'), exact: true }).click();
  await expect.poll(() => bench.tool).toBe('ring');
}

function drawnOn({ bench }: Pick<Working, 'bench'>): Item {
  const item = bench.shown.items.find(({ symbol }) => symbol === DRAWN);
  return present(item, 'what was drawn is a thing');
}

function itemCalled({ bench }: Pick<Working, 'bench'>, symbol: string): Item {
  const item = bench.shown.items.find((one) => one.symbol === symbol);
  return present(item, 'the picture lies on the page');
}

function ringOn({ bench }: Pick<Working, 'bench'>): Ring {
  return present(bench.shown.rings[0], 'a ring lies on the page');
}

/** Write down what the picked thing is called. */
async function say({ button }: Working, text: string): Promise<void> {
  await button('item.say').click();
  await page.getByLabelText(t('say.text'), { exact: true }).fill(text);
  await button('say.save').click();
  await expect.element(page.getByLabelText(t('say.text'))).not.toBeInTheDocument();
}

describe('what was drawn', () => {
  test('[M15] a ring of a real finger round lines makes them a thing, which is named at once', async () => {
    const on = await aDrawnMap();
    const { pixels } = lookAt(on.sheet());
    await takeRing(on);
    await lasso(on, DRAWING, 200);

    const made = drawnOn(on);
    expect(made).toMatchObject({ pinned: true, by: 'zorro-01', round: 'free' });
    expect(made.marks).toEqual(on.bench.shown.strokes.map(({ entry }) => entry));
    expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
    expect(on.bench.pickedItem?.id).toBe(made.id);

    await say(on, 'la casa de mi abuela');

    expect(drawnOn(on).label).toMatchObject({ text: 'la casa de mi abuela', language: 'es' });
    expect(layerOf(on.sheet(), 'words').map(({ textContent }) => textContent)).toEqual([
      '\u2068la casa de mi abuela\u2069',
    ]);
    expect(differences({ ...lookAt(on.sheet()), above: [] }, { pixels, above: [] })).toEqual([]);
  });

  test('[M15] [M22] by taps on the lines and on the check it is the same', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    await expect.element(on.button('ring.close')).not.toBeInTheDocument();
    await on.tap(DRAWING.x, DRAWING.y - 70);
    expect(layerOf(on.sheet(), 'pulled')).toHaveLength(1);
    await on.tap(DRAWING.x, DRAWING.y + 90);
    expect(layerOf(on.sheet(), 'pulled')).toHaveLength(2);
    await on.button('ring.close').click();
    expect(drawnOn(on).marks).toHaveLength(2);
    expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
    await expect.element(on.button('item.say')).toBeVisible();
  });

  test('[M15] [M22] a line tapped twice is not chosen; nothing chosen, nothing to close', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    for (let times = 0; times < 2; times++) await on.tap(DRAWING.x, DRAWING.y - 70);
    expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
    await expect.element(on.button('ring.close')).not.toBeInTheDocument();
  });

  test('[M15] it is joined to a picture and stamped, by whoever touches its lines', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    await lasso(on, DRAWING, 200);
    on.bench.openRound();
    on.bench.take('school');
    await on.tap(1350, 900);
    await takeRope(on);
    await on.pull([DRAWING.x, DRAWING.y - 70], on.at(1100, 700), on.at(1350, 900));
    const made = drawnOn(on);
    const [school] = on.bench.shown.items.filter(({ symbol }) => symbol === 'school');
    expect(on.bench.shown.links).toMatchObject([{ from: made.id, to: school?.id }]);

    await on.button('tool.feel').click();
    await on.button('feeling.loved').click();
    await on.tap(DRAWING.x + 70, DRAWING.y + 60);
    expect(on.bench.shown.stamps).toMatchObject([{ item: made.id, feeling: 'loved' }]);
    expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
  });

  test('[M17] wished for, it has a broken ring of its own that shows in grey, and has it no more when granted', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    await lasso(on, DRAWING, 200);
    const { x, y } = drawnOn(on);
    /** How many pieces of a ring so wide are dark, and which share of it. */
    const broken = async (): Promise<[pieces: number, share: number]> => {
      const seen = await seenAbove(on.sheet(), ['words']);
      const greys = Array.from({ length: 360 }, (_, at) => {
        const angle = (at * Math.PI) / 180;
        return greyAt(seen, { x: x + Math.cos(angle) * 26, y: y + Math.sin(angle) * 26 });
      });
      return [darkRuns(greys).length, greys.filter((grey) => grey < 128).length / greys.length];
    };
    expect(await broken()).toEqual([0, 0]);

    await on.button('item.wish').click();

    expect(drawnOn(on)).toMatchObject({ wish: true, pinned: true });
    const [pieces, share] = await broken();
    expect(pieces).toBeGreaterThan(4);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.8);
    expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
    await expect.element(on.button('item.wish')).toHaveAttribute('aria-pressed', 'true');

    await on.button('item.wish').click();
    expect(drawnOn(on).wish).toBe(false);
    expect(await broken()).toEqual([0, 0]);
  });

  test('[M10] [M15] of what was drawn there are no buttons for size, turn and place, which its lines have', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    await lasso(on, DRAWING, 200);
    await expect.element(on.button('item.say')).toBeVisible();
    const bar = page.getByRole('group', { name: t('picked'), exact: true });
    const says = bar
      .getByRole('button')
      .elements()
      .map((one) => one.getAttribute('aria-label'));
    expect(says).toEqual([t('item.wish'), t('item.say'), t('item.tell')]);
  });

  test('[M15] it is not dragged away from its lines', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    await lasso(on, DRAWING, 200);
    const { x, y } = drawnOn(on);
    await on.button('tool.move').click();
    const { length } = on.bench.entries;
    await on.pull([x, y], on.at(x + 200, y + 100), on.at(x + 300, y + 300));
    expect(drawnOn(on)).toMatchObject({ x, y });
    expect(on.bench.entries).toHaveLength(length);
  });

  test('[M15] a ring round nothing says so kindly and makes nothing', async () => {
    const on = await aDrawnMap();
    await takeRing(on);
    await lasso(on, { x: 1350, y: 1000 }, 100);
    await expect.element(page.getByText(t('hint.ring/needs-two'))).toBeVisible();
    expect(on.bench.shown.items).toEqual([]);
    expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
  });

  test('[M15] undo takes the thing back and leaves what was drawn', async () => {
    const on = await aDrawnMap();
    const before = lookAt(on.sheet());
    await takeRing(on);
    await lasso(on, DRAWING, 200);
    await say(on, 'wasi');
    await on.button('undo').click();
    await on.button('undo').click();
    expect(on.bench.shown.items).toEqual([]);
    expect(differences(lookAt(on.sheet()), before)).toEqual([]);
  });
});

describe('a ring round pictures', () => {
  test('[M15] drawn by a real finger it holds what lies inside, is named, and follows', async () => {
    const on = await aMap();
    await takeRing(on);
    await lasso(on, { x: 925, y: 530 }, 280);
    const [house, school] = on.bench.shown.items;
    expect(ringOn(on)).toMatchObject({ items: [house?.id, school?.id], by: 'zorro-01' });
    await say(on, 'mi barrio');
    expect(ringOn(on).label?.text).toBe('mi barrio');
    expect(layerOf(on.sheet(), 'rings')[0]?.textContent).toBe('\u2068mi barrio\u2069');

    const band = (): string => layerOf(on.sheet(), 'rings')[0]?.innerHTML ?? '';
    const before = band();
    await on.button('tool.hand').click();
    await on.button('tool.hand').click();
    await on.touches.down(1, on.at(1050, 560));
    await on.touches.move(1, on.at(1200, 800));
    expect(band()).not.toBe(before);
    await on.touches.up(1);
    expect([...aboveOn(on.sheet())].sort()).toEqual(toldAbove(on.bench.shown).sort());
  });

  test('[M15] [M22] by taps and the check it holds what was tapped', async () => {
    const on = await aMap();
    await takeRing(on);
    await on.tap(800, 500);
    await on.tap(1300, 1000);
    expect(layerOf(on.sheet(), 'pulled')).toHaveLength(2);
    await on.button('ring.close').click();
    expect(ringOn(on).items).toHaveLength(2);
    expect(on.bench.picked).toEqual({ kind: 'ring', id: ringOn(on).id });
  });

  test('[M15] round a single picture it says so kindly and makes nothing', async () => {
    const on = await aMap();
    await takeRing(on);
    await on.tap(800, 500);
    await on.button('ring.close').click();
    await expect.element(page.getByText(t('hint.ring/needs-two'))).toBeVisible();
    expect(on.bench.shown.rings).toEqual([]);
  });

  test('[M15] [M4] tapped with the hand on its band it is picked, named and taken away; its pictures stay', async () => {
    const on = await aMap();
    await takeRing(on);
    await lasso(on, { x: 925, y: 530 }, 280);
    await on.button('tool.hand').click();
    await on.button('tool.hand').click();
    const box = (layerOf(on.sheet(), 'rings')[0] as unknown as SVGGElement).getBBox();
    await on.tap(800, box.y + 8);
    expect(on.bench.picked).toEqual({ kind: 'ring', id: ringOn(on).id });
    expect(layerOf(on.sheet(), 'pulled')).toHaveLength(1);
    await say(on, 'plaza');
    expect(ringOn(on).label?.text).toBe('plaza');
    await on.button('tool.bin').click();
    expect(on.bench.shown.rings).toEqual([]);
    expect(layerOf(on.sheet(), 'rings')).toEqual([]);
    expect(layerOf(on.sheet(), 'pulled')).toEqual([]);
    expect(on.bench.shown.items).toHaveLength(3);
  });

  test.each([
    ['house', 'school'],
    ['school', 'house'],
  ] as const)(
    '[M15] [M4] when its %s goes into the bin the ring stays and is seen round its %s',
    async (gone, stays) => {
      const on = await aMap();
      await takeRing(on);
      await lasso(on, { x: 925, y: 530 }, 280);
      await say(on, 'mi barrio');
      const whole = aboveOn(on.sheet());
      const [lost, left] = [gone, stays].map((symbol) => itemCalled(on, symbol)) as [Item, Item];
      await on.button('tool.hand').click();
      await on.button('tool.hand').click();
      await on.tap(lost.x, lost.y);
      await on.button('tool.bin').click();

      expect(ringOn(on).items).toEqual([left.id]);
      expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
      const [band] = layerOf(on.sheet(), 'rings') as unknown as SVGGElement[];
      expect(band?.textContent).toBe('\u2068mi barrio\u2069');
      const { x, width } = present(band?.querySelector('path'), 'a ring is a line').getBBox();
      expect(x + width / 2).toBeCloseTo(left.x, 0);
      expect(width).toBeLessThan(400);

      await on.button('undo').click();
      expect(ringOn(on).items).toHaveLength(2);
      expect(aboveOn(on.sheet())).toEqual(whole);
    },
  );

  test('[M15] [M4] a ring of three loses its pictures one after the other, and goes with the last', async () => {
    const on = await aMap();
    await takeRing(on);
    for (const { x, y } of on.bench.shown.items) await on.tap(x, y);
    await on.button('ring.close').click();
    for (const [at, symbol] of ['hen', 'house', 'school'].entries()) {
      on.bench.bin({ kind: 'item', id: itemCalled(on, symbol).id });
      expect(layerOf(on.sheet(), 'rings')).toHaveLength(at < 2 ? 1 : 0);
      expect(aboveOn(on.sheet())).toEqual(toldAbove(on.bench.shown));
    }
  });

  test('[M15] two children draw a ring each at the same moment', async () => {
    const on = await aMap();
    const finger = new Finger(on.sheet());
    on.bench.take('cow');
    finger.tap(1450, 900);
    await takeRing(on);
    const [one, two] = [around({ x: 925, y: 530 }, 280), around({ x: 1375, y: 950 }, 180)];
    await on.touches.down(1, on.at(one[0].x, one[0].y));
    await on.touches.down(2, on.at(two[0].x, two[0].y));
    for (const at of one.keys()) {
      const [a, b] = [one[at] ?? one[0], two[at] ?? two[0]];
      await on.touches.moveAll([
        [1, on.at(a.x, a.y)],
        [2, on.at(b.x, b.y)],
      ]);
    }
    expect(layerOf(on.sheet(), 'pulled')).toHaveLength(2);
    await on.touches.up(1);
    await on.touches.up(2);
    expect(on.bench.shown.rings.map(({ items }) => items.length)).toEqual([2, 2]);
  });
});

describe('what things are called', () => {
  /** A house that is picked, so that it can be named. */
  async function aPickedHouse(): Promise<Working> {
    const on = await mapping();
    on.bench.take('house');
    await on.tap(900, 600);
    await on.tap(900, 600);
    return on;
  }

  /** What is shown below the house, without the signs that keep its direction to itself. */
  function shownName(on: Working): string {
    const [words] = layerOf(on.sheet(), 'words');
    const text = words?.textContent ?? '';
    expect([text.at(0), text.at(-1)]).toEqual(['\u2068', '\u2069']);
    return text.slice(1, -1);
  }

  /** The letters and signs as people count them. */
  function signsOf(text: string): string[] {
    return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  }

  test.each([
    ['Arabic, right to left', 'مدرسة القرية الكبيرة بجانب النهر الطويل جدا'],
    ['families and flags', '👨‍👩‍👧‍👦🇵🇪'.repeat(20)],
    ['300 letters', 'ñ'.repeat(300)],
    ['300 letters with accents of their own', 'e\u0301'.repeat(150)],
    ['300 faces', '😀'.repeat(300)],
  ])('[M18] %s: shown shortened, kept whole, also after opening again', async (_, text) => {
    const on = await aPickedHouse();
    await say(on, text);
    expect(on.bench.pickedItem?.label?.text).toBe(text);
    const shown = shownName(on);
    expect(signsOf(shown).length).toBeLessThanOrEqual(24);
    expect(shown.endsWith('…')).toBe(true);
    const whole = signsOf(shown.slice(0, -1));
    expect(whole).toEqual(signsOf(text).slice(0, whole.length));

    const again = await openedAgain(on.kit, on.bench);
    expect(again.bench.shown.items[0]?.label?.text).toBe(text);
  });

  test('[M18] a short name is shown whole, on the middle below its picture', async () => {
    const on = await aPickedHouse();
    await say(on, 'wasiy');
    expect(shownName(on)).toBe('wasiy');
    const words = present(layerOf(on.sheet(), 'words')[0], 'it has a name') as SVGGElement;
    const { x, y, width, height } = words.getBBox();
    expect(x + width / 2).toBeCloseTo(900, -1);
    expect(y + height / 2).toBeGreaterThan(600 + 85);
  });

  test('[M18] of more than 300 letters the first 300 are kept, counted as people do', async () => {
    const on = await aPickedHouse();
    await say(on, '😀'.repeat(310));
    expect(Array.from(on.bench.pickedItem?.label?.text ?? '')).toHaveLength(300);
  });

  test('[M18] nothing but blanks is no name', async () => {
    const on = await aPickedHouse();
    await on.button('item.say').click();
    await page.getByLabelText(t('say.text'), { exact: true }).fill('   ');
    await expect.element(on.button('say.save')).toBeDisabled();
    await on.button('close').click();
    expect(on.bench.pickedItem?.label).toBeUndefined();
  });

  test('[M15] a name is changed, and taken off again', async () => {
    const on = await aPickedHouse();
    await say(on, 'wasi');
    await on.button('item.say').click();
    await expect.element(page.getByLabelText(t('say.text'), { exact: true })).toHaveValue('wasi');
    await on.button('close').click();
    await say(on, 'hatun wasi');
    expect(shownName(on)).toBe('hatun wasi');
    await on.button('item.say').click();
    await on.button('say.nothing').click();
    expect(on.bench.pickedItem?.label).toBeUndefined();
    expect(layerOf(on.sheet(), 'words')).toEqual([]);
  });

  test('[M15] the language of the name and the picture of the vocabulary it means are kept with it', async () => {
    const on = await aPickedHouse();
    await on.button('item.say').click();
    await page.getByLabelText(t('say.text'), { exact: true }).fill('michiq');
    await page.getByRole('combobox', { name: t('say.language') }).selectOptions('quz');
    await page
      .getByRole('group', { name: t('say.is-it') })
      .getByRole('button', { name: 'pastor, pastora' })
      .click();
    await on.button('say.save').click();
    expect(on.bench.pickedItem?.label).toEqual({
      text: 'michiq',
      language: 'quz',
      what: 'herder',
    });
  });

  test('[M11] before the prompted round no picture of the programme is offered for what was said', async () => {
    const on = await aPickedHouse();
    const offers = page.getByRole('group', { name: t('say.is-it') });
    const banks = (): number =>
      offers.getByRole('button', { name: tPicture('bank', []), exact: true }).elements().length;
    await on.button('item.say').click();
    await page.getByLabelText(t('say.text'), { exact: true }).fill('banco');
    expect(banks()).toBe(0);
    on.bench.openRound();
    await expect.poll(banks).toBe(1);
  });

  test('[M18] letters are typed, marked and changed with keys while the sheet hears none of them', async () => {
    const on = await aPickedHouse();
    await on.button('item.say').click();
    const field = page.getByLabelText(t('say.text'), { exact: true });
    await field.click();
    await userEvent.keyboard('casa+-.,{Backspace}{Delete}');
    await expect.element(field).toHaveValue('casa+-.');
    expect(on.bench.pickedItem).toMatchObject({ size: 170, turn: 0 });
    await userEvent.keyboard('{Enter}');
    expect(on.bench.pickedItem?.label?.text).toBe('casa+-.');
  });

  test('[M18] a page opened again shows the same names', async () => {
    const on = await aPickedHouse();
    await say(on, 'مدرسة 😀');
    const before = lookAt(on.sheet());
    const again = await openedAgain(on.kit, on.bench);
    document.body.replaceChildren();
    await show(again);
    expect(differences(lookAt(on.sheet()), before)).toEqual([]);
  });
});
