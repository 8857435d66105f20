/** [M23]: all of it by keys alone, and a list that says what is on the sheet, on the real screen. */
import { describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';

import { present } from '#base/assert.ts';
import type { Item } from '#domain/work.ts';
import { tPicture } from '#i18n/picture-words.ts';
import { t, tCount } from '#i18n/translate.svelte.ts';
import { Finger } from './hands.ts';
import { layerOf, middleOf, floatingOn } from './paper.ts';
import { mapping, working, type Working } from './working.ts';

/** The list of what is on the sheet. */
function list(): Locator {
  return page.getByRole('region', { name: t('mirror.title') });
}

/** What the list says, in order. */
function said(): string[] {
  return [...list().element().querySelectorAll('li')].map(({ textContent }) => textContent.trim());
}

/** The entry of the list that begins so. */
function entry(name: string): Locator {
  return list().getByRole('button', { name: new RegExp(`^${name}, `, 'u') });
}

function itemOf({ bench }: Working, symbol: string): Item {
  const item = bench.shown.items.find((one) => one.symbol === symbol);
  return present(item, 'the picture lies on the page');
}

/** Go on with the tabulator until this has the focus: nothing else is touched. */
async function tabTo(target: Locator): Promise<void> {
  await expect.element(target).toBeInTheDocument();
  const wanted = target.element();
  for (let steps = 0; document.activeElement !== wanted; steps++) {
    if (steps > 150) throw new Error(`the tabulator never comes to ${wanted.outerHTML}`);
    await userEvent.keyboard('{Tab}');
  }
}

async function press(target: Locator): Promise<void> {
  await tabTo(target);
  await userEvent.keyboard('{Enter}');
}

const HOUSE = tPicture('house', []);
const SCHOOL = tPicture('school', []);

describe('the list', () => {
  test('[M23] says of each picture what it is, where it lies, and how many links and stamps it has', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    const { bench } = on;
    for (const [symbol, x, y] of [
      ['house', 1400, 200],
      ['school', 800, 600],
      ['house', 300, 1050],
    ] as const) {
      bench.take(symbol);
      finger.tap(x, y);
    }
    bench.pick('join');
    bench.bind({ relation: 'waits', valence: 'stress' });
    finger.line([
      { x: 1400, y: 200 },
      { x: 1100, y: 410 },
      { x: 800, y: 600 },
    ]);
    bench.pick('feel');
    finger.tap(300, 1050);
    await expect.poll(() => said().length).toBe(4);
    const [one, none] = [tCount('mirror.links', 1), tCount('mirror.links', 0)];
    expect(said()).toEqual([
      `${HOUSE}, ${t('where.top-right')}, ${one}`,
      `${SCHOOL}, ${t('where.middle')}, ${one}`,
      `${HOUSE} 2, ${t('where.bottom-left')}, ${none}, ${t('feeling.happy')}`,
      t('mirror.link', {
        from: HOUSE,
        to: SCHOOL,
        relation: t('relation.waits'),
        valence: t('valence.stress'),
      }),
    ]);
  });

  test('[M23] calls a picture as it was named, and changes when something is moved or gone', async () => {
    const on = await mapping();
    on.bench.take('house');
    new Finger(on.sheet()).tap(300, 200);
    const { id } = itemOf(on, 'house');
    const label = { text: 'hatun wasi', language: 'quz' } as const;
    on.bench.act({ kind: 'item/set', item: id, label });
    const none = tCount('mirror.links', 0);
    await expect.poll(said).toEqual([`hatun wasi, ${t('where.top-left')}, ${none}`]);
    on.bench.act({ kind: 'item/set', item: id, place: { x: 1500, y: 1100 } });
    await expect.poll(said).toEqual([`hatun wasi, ${t('where.bottom-right')}, ${none}`]);
    on.bench.act({ kind: 'item/set', item: id, gone: true });
    await expect.poll(said).toEqual([]);
  });

  test('[M23] says ring and sector in circles, and the panel on two panels', async () => {
    const circles = await mapping('circles');
    circles.bench.take('mother');
    await circles.tap(800, 400);
    await expect
      .poll(() => said().find((one) => one.startsWith(tPicture('mother', []))))
      .toContain(`${t('where.ring', { ring: 1 })}, ${t('sector.family')}`);
  });

  test('[M23] says the panel a picture lies on', async () => {
    const on = await mapping('two-panels');
    on.bench.take('rain');
    await on.tap(1300, 600);
    await expect.poll(() => said()[0]).toContain(t('panel.bad'));
  });

  test('[M23] says wishes and rings, and picks rings and links by their entries', async () => {
    const on = await mapping();
    const { bench } = on;
    const finger = new Finger(on.sheet());
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1300],
    ] as const) {
      bench.take(symbol);
      finger.tap(x, 600);
    }
    bench.act({ kind: 'item/set', item: itemOf(on, 'school').id, wish: true });
    bench.pick('join');
    finger.line([
      { x: 700, y: 600 },
      { x: 1000, y: 610 },
      { x: 1300, y: 600 },
    ]);
    bench.pick('ring');
    finger.tap(700, 600);
    finger.tap(1300, 600);
    bench.closeRing();
    await expect.poll(() => said().length).toBe(4);
    expect(said()[1]).toContain(t('mirror.wish'));
    const [link, ring] = [
      t('mirror.link', {
        from: HOUSE,
        to: SCHOOL,
        relation: t('relation.none'),
        valence: t('relation.none'),
      }),
      t('mirror.ring', { names: `${HOUSE}, ${SCHOOL}` }),
    ];
    expect(said().slice(2)).toEqual([link, ring]);
    for (const [name, kind] of [
      [link, 'link'],
      [ring, 'ring'],
    ] as const) {
      await press(list().getByRole('button', { name, exact: true }));
      expect(bench.picked?.kind).toBe(kind);
    }
    await press(on.button('tool.bin'));
    expect(bench.shown.rings).toEqual([]);
    expect(bench.shown.items).toHaveLength(2);
  });

  test('[M23] what was done is said, also when it is undone', async () => {
    const on = await mapping();
    on.bench.take('house');
    await on.tap(1400, 900);
    const where = t('where.bottom-right');
    const put = page.getByText(t('done.put', { name: HOUSE, where }), { exact: true });
    await expect.element(put).toHaveRole('status');
    await on.button('undo').click();
    await expect.element(page.getByText(t('done.undone'), { exact: true })).toHaveRole('status');
  });

  test('[M23] each thing that is done is said in words, and drawing, which only the hand follows, is not', async () => {
    const on = await mapping();
    const { bench } = on;
    const finger = new Finger(on.sheet());
    const status = (): string =>
      document.querySelector('p.unseen[role="status"]')?.textContent.trim() ?? '';
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1300],
    ] as const) {
      bench.take(symbol);
      finger.tap(x, 600);
    }
    bench.pick('join');
    bench.bind({ relation: 'help' });
    finger.line([
      { x: 700, y: 600 },
      { x: 1000, y: 610 },
      { x: 1300, y: 600 },
    ]);
    await expect.poll(status).toBe(t('done.joined', { from: HOUSE, to: SCHOOL }));
    bench.bind({ valence: 'stress' });
    await expect.poll(status).toBe(t('done.one-changed'));
    bench.pick('feel');
    finger.tap(1300, 600);
    const feeling = t('feeling.happy');
    await expect.poll(status).toBe(t('done.stamped', { name: SCHOOL, feeling }));
    finger.tap(1300, 600);
    await expect.poll(status).toBe(t('done.one-taken-away'));
    bench.pick('ring');
    finger.tap(700, 600);
    finger.tap(1300, 600);
    bench.closeRing();
    await expect.poll(status).toBe(t('done.ringed', { names: `${HOUSE}, ${SCHOOL}` }));
    bench.pick('hand');
    finger.line([
      { x: 700, y: 600 },
      { x: 400, y: 700 },
      { x: 200, y: 1000 },
    ]);
    const where = t('where.bottom-left');
    await expect.poll(status).toBe(t('done.moved', { name: HOUSE, where }));
    bench.bin({ kind: 'item', id: itemOf(on, 'house').id });
    await expect.poll(status).toBe(t('done.taken-away', { name: HOUSE }));
    bench.pick('draw');
    finger.line([
      { x: 300, y: 300 },
      { x: 600, y: 300 },
    ]);
    await expect.poll(status).toBe('');
    await on.button('undo').click();
    await expect.poll(status).toBe(t('done.undone'));
    await on.button('redo').click();
    await expect.poll(status).toBe(t('done.redone'));
  });

  test('[M23] says what a ring is called', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1300],
    ] as const) {
      on.bench.take(symbol);
      finger.tap(x, 600);
    }
    on.bench.pick('ring');
    finger.tap(700, 600);
    finger.tap(1300, 600);
    on.bench.closeRing();
    const { id } = present(on.bench.shown.rings[0], 'a ring lies on the page');
    const label = { text: 'mi barrio', language: 'es' } as const;
    on.bench.act({ kind: 'ring/set', ring: id, label });
    const ring = t('mirror.ring', { names: `${HOUSE}, ${SCHOOL}` });
    await expect.poll(() => said().at(-1)).toBe(`mi barrio, ${ring}`);
  });

  test('[M23] is there for screen readers alone until the keys come to it, and is in nobody’s way', async () => {
    const on = await mapping();
    on.bench.take('house');
    new Finger(on.sheet()).tap(900, 600);
    const size = (): number => list().element().getBoundingClientRect().width;
    expect(size()).toBeLessThanOrEqual(1);
    await tabTo(entry(HOUSE));
    expect(size()).toBeGreaterThan(100);
    on.button('undo').element().focus();
    expect(size()).toBeLessThanOrEqual(1);
  });

  test('[M23] what the keys point at is said when it changes', async () => {
    const on = await mapping();
    on.sheet().focus();
    const live = page.getByText(t('mirror.here', { where: t('where.middle') }));
    await expect.element(live).toBeInTheDocument();
    expect(live.element()).toHaveAttribute('aria-live', 'polite');
    for (let steps = 0; steps < 6; steps++) await userEvent.keyboard('{ArrowLeft}');
    await expect
      .element(page.getByText(t('mirror.here', { where: t('where.left') })))
      .toBeInTheDocument();
  });
});

describe('keys on the sheet', () => {
  test('[M23] arrows move a mark that is seen only while the keys are there', async () => {
    const on = await mapping();
    expect(layerOf(on.sheet(), 'keys')).toEqual([]);
    await tabTo(page.getByRole('application'));
    const middle = (): unknown => {
      const marks = layerOf(on.sheet(), 'keys') as unknown as SVGGraphicsElement[];
      const { x, y, width, height } = present(marks[0], 'the mark is seen').getBBox();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    };
    expect(middle()).toEqual([800, 600]);
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    expect(middle()).toEqual([880, 760]);
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(middle()).toEqual([864, 760]);
    for (let steps = 0; steps < 30; steps++) await userEvent.keyboard('{ArrowUp}');
    expect(middle()).toEqual([864, 0]);
    on.button('undo').element().focus();
    expect(layerOf(on.sheet(), 'keys')).toEqual([]);
  });

  test('[M23] a whole small map is made, changed and taken back by keys alone', async () => {
    const on = await working('map');
    const { bench } = on;
    await press(on.button('turn'));
    await tabTo(on.button('adult.hold'));
    await userEvent.keyboard('{Enter>}');
    await expect
      .element(page.getByRole('heading', { name: t('adult.title') }), { timeout: 8_000 })
      .toBeVisible();
    await userEvent.keyboard('{/Enter}');
    await press(
      page.getByRole('button', { name: t('round.open', { round: t('round.base') }), exact: true }),
    );
    await press(on.button('round.yes'));
    await press(on.button('close'));

    // A house from the tray, put left of the middle.
    await press(on.button('tool.hand'));
    await press(on.button('tab.places'));
    await press(on.picture('house'));
    await tabTo(page.getByRole('application'));
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{Enter}');
    expect(itemOf(on, 'house')).toMatchObject({ x: 560, y: 600, by: 'zorro-01', round: 'base' });

    // A school, put right of it.
    await press(on.button('tool.hand'));
    await press(on.picture('school'));
    await tabTo(page.getByRole('application'));
    for (let steps = 0; steps < 7; steps++) await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard(' ');
    expect(itemOf(on, 'school')).toMatchObject({ x: 1120, y: 600 });

    // Joined: what it is, how it feels, which way it goes; then one picture and the other.
    await press(on.button('tool.join'));
    await press(on.button('relation.help'));
    await press(on.button('valence.both'));
    await press(on.button('direction.back'));
    await press(entry(HOUSE));
    await press(entry(SCHOOL));
    expect(bench.shown.links).toMatchObject([
      {
        from: itemOf(on, 'house').id,
        to: itemOf(on, 'school').id,
        relation: 'help',
        valence: 'both',
        direction: 'back',
      },
    ]);

    // Stamped.
    await press(on.button('tool.feel'));
    await press(on.button('feeling.happy'));
    await press(entry(SCHOOL));
    expect(bench.shown.stamps).toMatchObject([{ item: itemOf(on, 'school').id, feeling: 'happy' }]);

    // Picked, made bigger, turned, moved.
    await press(on.button('tool.hand'));
    await press(on.button('tool.hand'));
    await press(entry(HOUSE));
    expect(bench.pickedItem?.symbol).toBe('house');
    expect(middleOf(floatingOn(on.sheet())[0]!, on.sheet())).toEqual({
      x: expect.closeTo(560, -0.7) as number,
      y: expect.closeTo(600, -0.7) as number,
    });
    await userEvent.keyboard('+.{ArrowUp}');
    expect(itemOf(on, 'house')).toMatchObject({ size: 213, turn: 30, x: 560, y: 560 });
    await userEvent.keyboard('-,{ArrowDown}');
    expect(itemOf(on, 'house')).toMatchObject({ size: 170, turn: 0, x: 560, y: 600 });

    // Taken away with its link, and brought back.
    await userEvent.keyboard('{Delete}');
    expect(bench.shown.items.map(({ symbol }) => symbol)).toEqual(['school']);
    expect(bench.shown.links).toEqual([]);
    await press(on.button('undo'));
    expect(bench.shown.items).toHaveLength(2);
    expect(bench.shown.links).toHaveLength(1);
    await press(on.button('redo'));
    expect(bench.shown.items).toHaveLength(1);
  });

  test('[M23] a ring is closed by keys round what was chosen from the list', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1200],
    ] as const) {
      on.bench.take(symbol);
      finger.tap(x, 600);
    }
    on.bench.pick('ring');
    await press(entry(HOUSE));
    await press(entry(SCHOOL));
    await press(on.button('ring.close'));
    expect(on.bench.shown.rings).toMatchObject([{ items: { length: 2 } }]);
  });

  test('[M23] keys that mean nothing there are left to the browser, and change nothing', async () => {
    const on = await mapping();
    on.bench.take('house');
    new Finger(on.sheet()).tap(800, 600);
    on.sheet().focus();
    const { length } = on.bench.entries;
    const isLeft = (key: string): boolean =>
      on
        .sheet()
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    for (const key of ['a', 'F5', 'Escape', '+', '-', ',', '.']) expect(isLeft(key)).toBe(true);
    for (const key of ['ArrowLeft', 'Enter']) expect(isLeft(key)).toBe(false);
    expect(on.bench.entries).toHaveLength(length);
  });

  test.each(['tool.draw', 'tool.hand', 'tool.join', 'tool.feel', 'turn'] as const)(
    '[M23] Escape closes what %s opened, and the keys are where they were',
    async (opener) => {
      const on = await mapping();
      await press(on.button(opener));
      const panel = document.querySelector('.panel');
      expect(panel).not.toBeNull();
      const [first] = panel?.querySelectorAll('button') ?? [];
      first?.focus();
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => document.querySelector('.panel')).toBeNull();
      await expect.element(on.button(opener)).toHaveFocus();
    },
  );

  test('[M23] a picture in the corner is not moved off the sheet by keys', async () => {
    const on = await mapping();
    on.bench.take('house');
    new Finger(on.sheet()).tap(30, 30);
    on.bench.pick('hand');
    await press(entry(HOUSE));
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}{ArrowLeft}{ArrowUp}');
    expect(itemOf(on, 'house')).toMatchObject({ x: 0, y: 0 });
  });

  test('[M23] a picture on top of another is reached through the list, too', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const symbol of ['house', 'school']) {
      on.bench.take(symbol);
      finger.tap(900, 600);
    }
    await press(entry(HOUSE));
    expect(on.bench.pickedItem?.symbol).toBe('house');
  });

  test.each(['join', 'feel', 'ring'] as const)(
    '[M23] with the tool "%s" in the hand, too, a name means its own picture, whatever lies over it',
    async (tool) => {
      const on = await mapping();
      const { bench } = on;
      const finger = new Finger(on.sheet());
      for (const [symbol, x] of [
        ['house', 900],
        ['hen', 1300],
        ['school', 900],
      ] as const) {
        bench.take(symbol);
        finger.tap(x, 600);
      }
      bench.pick(tool);
      if (tool === 'join') bench.bind({ relation: 'help' });
      await press(entry(HOUSE));
      if (tool !== 'feel') await press(entry(tPicture('hen', [])));
      if (tool === 'ring') await press(on.button('ring.close'));
      const [house, hen] = [itemOf(on, 'house').id, itemOf(on, 'hen').id];
      const { links, stamps, rings } = bench.shown;
      expect({
        links: links.map(({ from, to }) => [from, to]),
        stamps: stamps.map(({ item }) => item),
        rings: rings.map(({ items }) => items),
      }).toEqual({
        links: tool === 'join' ? [[house, hen]] : [],
        stamps: tool === 'feel' ? [house] : [],
        rings: tool === 'ring' ? [[house, hen]] : [],
      });
    },
  );

  test('[M23] a key that takes away does so with the picture it stands on, and the keys go to the next, at last to the list', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1000],
      ['hen', 1300],
    ] as const) {
      on.bench.take(symbol);
      finger.tap(x, 600);
    }
    const left = (): string[] => on.bench.shown.items.map(({ symbol }) => symbol);
    await tabTo(entry(SCHOOL));
    await userEvent.keyboard('{Backspace}');
    expect(left()).toEqual(['house', 'hen']);
    await expect.element(entry(tPicture('hen', []))).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(left()).toEqual(['house']);
    await expect.element(entry(HOUSE)).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(left()).toEqual([]);
    await expect.element(list().getByRole('list')).toHaveFocus();
  });

  test('[M23] arrows on a name move its picture only when it is picked, and write nothing at the edge', async () => {
    const on = await mapping();
    on.bench.take('house');
    new Finger(on.sheet()).tap(40, 600);
    on.bench.pick('hand');
    const { length } = on.bench.entries;
    await tabTo(entry(HOUSE));
    await userEvent.keyboard('{ArrowRight}');
    expect(on.bench.entries).toHaveLength(length);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{ArrowLeft}');
    expect(itemOf(on, 'house')).toMatchObject({ x: 0, y: 600 });
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(on.bench.entries).toHaveLength(length + 1);
  });

  test('[M23] the name of a link once more lets it go', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const [symbol, x] of [
      ['house', 700],
      ['school', 1300],
    ] as const) {
      on.bench.take(symbol);
      finger.tap(x, 600);
    }
    on.bench.pick('join');
    on.bench.bind({ relation: 'help' });
    finger.line([
      { x: 700, y: 600 },
      { x: 1000, y: 610 },
      { x: 1300, y: 600 },
    ]);
    on.bench.letGo();
    const name = new RegExp(t('relation.help'), 'u');
    const link = list().getByRole('button', { name });
    await press(link);
    expect(on.bench.tool).toBe('hand');
    expect(on.bench.picked?.kind).toBe('link');
    await expect.element(link).toHaveAttribute('aria-pressed', 'true');
    await press(link);
    expect(on.bench.picked).toBeUndefined();
    await expect.element(link).toHaveAttribute('aria-pressed', 'false');
  });

  test('[M23] what lies beside the sheet is told apart by name: tools, what leads on, what is done with a picture', async () => {
    const on = await mapping();
    const group = (says: 'rail.tools' | 'rail.on' | 'picked'): Locator =>
      page.getByRole('group', { name: t(says), exact: true });
    const has = (says: Parameters<typeof group>[0], button: string): Locator =>
      group(says).getByRole('button', { name: button, exact: true });
    await expect.element(has('rail.tools', t('tool.draw'))).toBeVisible();
    await expect.element(has('rail.on', t('undo'))).toBeVisible();
    expect(group('picked').query()).toBeNull();
    on.bench.take('house');
    new Finger(on.sheet()).tap(900, 600).tap(900, 600);
    await expect.element(has('picked', t('item.bigger'))).toBeVisible();
  });

  test('[M23] a link is picked by keys, changed and taken away', async () => {
    const on = await mapping();
    const finger = new Finger(on.sheet());
    for (const [symbol, x] of [
      ['house', 400],
      ['school', 1200],
    ] as const) {
      on.bench.take(symbol);
      finger.tap(x, 600);
    }
    on.bench.pick('join');
    on.bench.bind({ relation: 'help' });
    finger.line([
      { x: 400, y: 600 },
      { x: 800, y: 600 },
      { x: 1200, y: 600 },
    ]);
    on.bench.pick('hand');
    await tabTo(page.getByRole('application'));
    await userEvent.keyboard('{Enter}');
    expect(on.bench.picked?.kind).toBe('link');
    await press(on.button('relation.ask'));
    await press(on.button('valence.stress'));
    expect(on.bench.shown.links).toMatchObject([{ valence: 'stress', relation: 'help' }]);
    await press(on.button('tool.bin'));
    expect(on.bench.shown.links).toEqual([]);
  });
});
