import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { isOnPage, type Point } from '#domain/page.ts';
import { present } from '#base/assert.ts';
import { DRAWN, type Item } from '#domain/work.ts';
import { admitWork } from '#files/admit.ts';
import { Keys } from '#state/keys.svelte.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { aBench } from '../../fixtures/benches.ts';

const KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Enter',
  ' ',
  'Delete',
  '+',
  '-',
  '.',
  ',',
];

/** A bench with a house in the middle, put and picked by keys alone. */
function aPickedHouse(): { bench: Workbench; keys: Keys } {
  const { bench } = aBench();
  const keys = new Keys(bench);
  bench.take('house');
  keys.press('Enter', false);
  keys.press('Enter', false);
  return { bench, keys };
}

function house(bench: Workbench): Item {
  return present(bench.shown.items[0], 'a house');
}

describe('where the keys point', () => {
  test('[M23] they begin in the middle and go a step or, with shift, a little; the table shows where', () => {
    const { bench, table } = aBench();
    const keys = new Keys(bench);
    expect(keys.at).toEqual({ x: 800, y: 600 });

    for (const key of KEYS.slice(0, 4)) keys.press(key, key === 'ArrowUp');

    expect(table.points).toEqual([
      { x: 720, y: 600 },
      { x: 800, y: 600 },
      { x: 800, y: 584 },
      { x: 800, y: 664 },
    ]);
    keys.show(false);
    keys.show(true);
    expect(table.points.slice(-2)).toEqual([undefined, { x: 800, y: 664 }]);
  });

  property.prop([fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean()), { maxLength: 60 })], {
    numRuns: 60,
  })(
    '[M23] whatever is pressed, they point at the sheet, and what comes of it is sound',
    (presses) => {
      const { bench, keys } = aPickedHouse();

      for (const [key, fine] of presses) {
        expect(keys.press(key, fine)).toBe(KEYS.indexOf(key) < 7 || bench.pickedItem !== undefined);
        expect(isOnPage(keys.at)).toBe(true);
      }

      expect(admitWork(bench.entries).ok).toBe(true);
    },
  );

  test('[M23] beyond the edge of the sheet they do not go', () => {
    const keys = new Keys(aBench().bench);
    const press = (...pressed: string[]): Point => {
      for (let count = 0; count < 30; count++) for (const key of pressed) keys.press(key, false);
      return keys.at;
    };

    expect(press('ArrowLeft', 'ArrowUp')).toEqual({ x: 0, y: 0 });
    expect(press('ArrowRight', 'ArrowDown')).toEqual({ x: 1600, y: 1200 });
  });

  test('[M23] a key that means nothing on the sheet is left to the browser', () => {
    const { bench, keys } = aPickedHouse();
    const before = bench.entries;

    expect(['Tab', 'a', 'Escape', 'F5'].map((key) => keys.press(key, false))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(bench.entries).toEqual(before);
  });
});

describe('what is picked', () => {
  test('[M23] a picture is put and picked by keys, and changed by them', () => {
    const { bench, keys } = aPickedHouse();
    expect(house(bench)).toMatchObject({ symbol: 'house', x: 800, y: 600, by: bench.by });
    expect(bench.pickedItem?.id).toBe(house(bench).id);

    const { size } = house(bench);
    keys.press('+', false);
    expect(house(bench).size).toBeGreaterThan(size);
    keys.press('-', false);
    expect(house(bench).size).toBe(size);
    keys.press('.', false);
    expect(house(bench).turn).toBe(30);
    keys.press(',', false);
    keys.press(',', false);

    expect(house(bench).turn).toBe(330);
    expect(bench.pickedItem?.id).toBe(house(bench).id);
  });

  test('[M23] it is moved by pointing somewhere else and tapping there', () => {
    const { bench, keys } = aPickedHouse();

    keys.press('ArrowRight', false);
    keys.press('ArrowRight', false);
    keys.press(' ', false);

    expect(house(bench)).toMatchObject({ x: 960, y: 600 });
    expect(bench.picked).toBeUndefined();
  });

  test.each(['Delete', 'Backspace'])(
    '[M23] %s takes it away; with nothing picked it does nothing',
    (key) => {
      const { bench, keys } = aPickedHouse();

      keys.press(key, false);
      const after = bench.entries.length;
      keys.press(key, false);

      expect(bench.isBlank).toBe(true);
      expect(bench.entries).toHaveLength(after);
    },
  );

  test('[M15] what was drawn and made a thing is neither resized nor turned by keys, but can be taken away', () => {
    const { bench } = aBench();
    const keys = new Keys(bench);
    bench.pick('draw');
    keys.press('Enter', false);
    bench.pick('ring');
    keys.press('Enter', false);
    bench.closeRing();
    const before = bench.entries.length;
    expect(bench.pickedItem?.symbol).toBe(DRAWN);

    expect(['+', '-', '.', ','].map((key) => keys.press(key, false))).toEqual(Array(4).fill(false));
    expect(bench.entries).toHaveLength(before);
    keys.press('Delete', false);

    expect(bench.shown.items).toEqual([]);
    expect(bench.shown.strokes).toHaveLength(1);
  });

  test('[M24] oneself in the middle of the circles is not changed by keys', () => {
    const { bench } = aBench({ activity: 'circles' });
    const keys = new Keys(bench);
    const before = bench.entries;
    const ego = present(bench.shown.items[0], 'oneself');
    keys.tapOn(ego);

    for (const key of ['Delete', '+', '.']) {
      keys.press(key, false);
      keys.pressOn(ego, key);
    }

    expect(bench.entries).toEqual(before);
    expect(bench.shown.items).toEqual([ego]);
  });
});

describe('in the list of what is on the sheet', () => {
  test('[M23] arrows on a picture that is picked move it, and it stays on the sheet', () => {
    const { bench, keys } = aPickedHouse();
    const step = (key: string): boolean => keys.pressOn(house(bench), key);

    expect(step('ArrowLeft')).toBe(true);
    expect(house(bench)).toMatchObject({ x: 760, y: 600 });
    for (let count = 0; count < 40; count++) step('ArrowUp');

    expect(house(bench)).toMatchObject({ x: 760, y: 0 });
    const entries = bench.entries.length;
    expect(step('ArrowUp')).toBe(true);
    expect(bench.entries).toHaveLength(entries);
    expect(step('Delete')).toBe(true);
    expect(bench.isBlank).toBe(true);
  });

  test('[M23] arrows on one that is not picked go on in the list; other keys change the one that is spoken of', () => {
    const { bench, keys } = aPickedHouse();
    keys.tapOn(house(bench));
    expect(bench.picked).toBeUndefined();

    expect(keys.pressOn(house(bench), 'ArrowLeft')).toBe(false);
    expect(keys.pressOn(house(bench), 'a')).toBe(false);
    expect(house(bench)).toMatchObject({ x: 800, y: 600, turn: 0 });
    expect(keys.pressOn(house(bench), '.')).toBe(true);
    expect(house(bench).turn).toBe(30);
    expect(keys.pressOn(house(bench), 'Delete')).toBe(true);
    expect(bench.isBlank).toBe(true);
  });

  test('[M23] a tap means the picture of the list, also where another lies over it', () => {
    const { bench, keys } = aPickedHouse();
    bench.letGo();
    bench.take('hen');
    keys.press('Enter', false);
    const [below, above] = bench.shown.items as [Item, Item];
    expect([below.x, below.y]).toEqual([above.x, above.y]);

    keys.tapOn(below);

    expect(bench.pickedItem?.id).toBe(below.id);
    expect(bench.shown.items).toHaveLength(2);
  });
});
