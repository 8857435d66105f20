/** What children do at one sheet in an order that chance made, the same for the same seed. */
import { vi } from 'vitest';

import { present } from '#base/assert.ts';
import { AREAS, BRUSHES, CRAYONS, WIDTHS } from '#domain/crayon.ts';
import { DIRECTIONS, FEELINGS, VALENCES } from '#domain/feeling.ts';
import type { Point } from '#domain/page.ts';
import { RELATIONS } from '#domain/study.ts';
import { SYMBOLS } from '#domain/symbol.ts';
import type { Item } from '#domain/work.ts';
import { labelled, resized, sentBehind, turned, wished } from '#editing/picked-acts.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { Finger } from './hands.ts';
import { ANIMALS_HERE, chanceFrom } from './tablet.ts';

/** Which game of chance, how long, and what is looked at after each act. */
type Play = Readonly<{ seed: number; acts: number; after?: (act: string) => void }>;

/** Children at one sheet for a while: everything a hand can do, in an order that chance made. */
export async function play(
  bench: Workbench,
  host: HTMLElement,
  { seed, acts, after = () => undefined }: Play,
): Promise<void> {
  const random = chanceFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const one = <Value>(list: readonly Value[]): Value =>
    present(list[below(list.length)], 'there is something to choose from');
  const place = (): { x: number; y: number } => ({
    x: random() * 1700 - 50,
    y: random() * 1300 - 50,
  });

  const scribble = (): void => {
    const hands = Array.from({ length: 1 + below(3) }, (_, at) => ({
      finger: new Finger(host, at + 1),
      at: place(),
    }));
    for (const { finger, at } of hands) finger.down(at.x, at.y);
    for (let moves = 2 + below(12); moves > 0; moves--) {
      for (const hand of hands) {
        hand.at = { x: hand.at.x + (random() - 0.5) * 160, y: hand.at.y + (random() - 0.5) * 160 };
        if (random() < 0.8) hand.finger.move(hand.at.x, hand.at.y);
      }
    }
    for (const { finger } of hands) {
      if (random() < 0.1) finger.cancel();
      else finger.up();
    }
  };
  const draw = (): void => {
    bench.pick('draw');
    scribble();
  };
  const rub = (): void => {
    bench.pick('rub-out');
    scribble();
  };
  const pour = async (): Promise<void> => {
    bench.pick('fill');
    await poured(bench, () => new Finger(host).tap(60 + random() * 1480, 60 + random() * 1080));
  };
  const takeBack = (): void => {
    for (let times = 1 + below(4); times > 0; times--) bench.undo();
    for (let times = below(3); times > 0; times--) bench.redo();
  };
  const put = (): void => {
    bench.take(one(SYMBOLS));
    new Finger(host).tap(random() * 1600, random() * 1200);
  };
  const move = (): void => {
    bench.pick('hand');
    scribble();
  };
  const anItem = (): Item | undefined => {
    const put = bench.shown.items.filter(({ pinned }) => !pinned);
    return put.length === 0 ? undefined : one(put);
  };
  const join = (): void => {
    bench.pick('join');
    bench.bind({
      relation: one(RELATIONS),
      valence: one(VALENCES),
      direction: one(DIRECTIONS),
    });
    const [from, to] = [anItem() ?? place(), anItem() ?? place()];
    new Finger(host).line([from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to]);
  };
  const stamp = (): void => {
    bench.pick('feel');
    bench.feeling = one(FEELINGS);
    const { x, y } = anItem() ?? place();
    new Finger(host).tap(x, y);
  };
  const region = (): void => {
    bench.area = one(AREAS);
    bench.pick('area');
    scribble();
  };
  const ring = (): void => {
    bench.pick('ring');
    const { x, y } = place();
    const way = Array.from({ length: 13 }, (_, at) => ({
      x: x + Math.cos((at * Math.PI) / 6) * 320,
      y: y + Math.sin((at * Math.PI) / 6) * 320,
    }));
    new Finger(host).line(way as [Point, ...Point[]]);
  };
  const change = (): void => {
    const item = anItem();
    if (!item) return;
    const label = { text: one(['wasi', '', 'una casa 🏠']), language: 'es' } as const;
    bench.act(
      one([
        resized(item, one(['bigger', 'smaller'])),
        turned(item, one(['left', 'right'])),
        sentBehind(item),
        wished(item),
        labelled({ kind: 'item', id: item.id }, label),
      ]),
    );
  };
  const turn = (): void => {
    bench.turnTo(one(ANIMALS_HERE));
  };
  const onDrawing = { draw, drawAgain: draw, rub, pour, takeBack, turn };
  const onMap = {
    ...onDrawing,
    ...{ put, putAgain: put, move, moveAgain: move, join, joinAgain: join },
    ...{ stamp, region, ring, change, changeAgain: change },
  };

  for (let act = 0; act < acts; act++) {
    bench.crayon = one(CRAYONS);
    bench.brush = one(BRUSHES);
    bench.width = one(WIDTHS);
    const all = Object.entries<() => unknown>(bench.activity === 'map' ? onMap : onDrawing);
    const [name, doIt] = all[act === 0 ? 0 : below(all.length)] ?? ['draw', draw];
    await doIt();
    after(name);
  }
  bench.rest();
}

/** Pour, and wait until the paint has found its area or a kind word says why not. */
export async function poured(bench: Workbench, pour: () => unknown): Promise<void> {
  const before = bench.entries.length;
  pour();
  await vi.waitUntil(() => bench.entries.length > before || bench.hint !== undefined, {
    interval: 5,
    timeout: 10_000,
  });
}
