/** Our sheet behind the bench's face: stage, workbench and store as in the app, without the buttons. */
import { AGE_PRESETS } from '#domain/age-band.ts';
import { present } from '#base/assert.ts';
import type { Operation } from '#domain/operation.ts';
import { newId, type ItemId, type PageId } from '#domain/ids.ts';
import { FEELINGS, VALENCES } from '#domain/feeling.ts';
import { MY_COMMUNITY, RELATIONS, type Study } from '#domain/study.ts';
import type { Table } from '#editing/table.ts';
import { admitWork } from '#files/admit.ts';
import { pack } from '#ink/pack.ts';
import { sampleAt } from '#ink/sample.ts';
import { samplesOf } from '#ink/stroke.ts';
import { cleanImage } from '#stage/image.ts';
import { mountStage, type Stage } from '#stage/stage.ts';
import { Keeper } from '#state/keeper.svelte.ts';
import { readPicture } from '#state/page-picture.ts';
import { Scribe, startAfter } from '#state/scribe.ts';
import { Workbench } from '#state/workbench.svelte.ts';
import { tabletStore } from '#storage/indexed-db.ts';
import { pictureOf } from '#symbols/pictures.ts';

import type { Bench } from './bench.d.ts';
import { strokes, type Reading } from './seeded.ts';

const chance = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const clock = { wall: Date.now, elapsed: () => performance.now() };
const { journal } = tabletStore(`bench-${String(Date.now())}`);
const keeper = new Keeper(journal);
const id = newId('work', chance);
const host = present(document.querySelector<HTMLElement>('.sheet'), 'the page has a sheet');
const actor = (): string =>
  Array.from(chance(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
let stage: Stage;
let bench: Workbench;
let detach: () => void;
let dragged: { x: number; y: number } | undefined;

/** The built-in study, but its maps begin with the base pictures. */
const WITH_PICTURES: Study = { ...MY_COMMUNITY, rounds: () => ['base', 'prompted'] };

const page = (): PageId => bench.shown.id;

async function open(): Promise<void> {
  const raw = await journal.read(id);
  const admitted = raw.ok ? admitWork(raw.value) : undefined;
  const entries = admitted?.ok ? admitted.value : [];
  const picture = await readPicture(journal, id);
  bench = new Workbench({
    id,
    activity: 'map',
    study: WITH_PICTURES,
    by: 'zorro-01',
    preset: AGE_PRESETS['9-11'],
    entries,
    picture,
    scribe: new Scribe(actor(), clock, startAfter(entries)),
    keeper,
    chance,
  });
  if (entries.length === 0) bench.pick('draw');
  stage = mountStage(host, pictureOf, {
    onStep: (step) => {
      bench.touch(step);
    },
  });
  detach = bench.attach(watched(stage));
}

/** The stage, with an ear on where the picture in the air is. */
function watched(table: Table): Table {
  return {
    ...table,
    draft: (draft) => {
      dragged = draft.held[0]?.at;
      table.draft(draft);
    },
  };
}

async function begin(): Promise<void> {
  const session = newId('session', chance);
  await journal.begin({ kind: 'work', id, session, activity: 'map' }, []);
  await open();
  await keeper.settled();
}

/** Write entries straight into the store, in one go, and open the work anew. */
async function write(operations: readonly Operation[]): Promise<void> {
  const scribe = new Scribe(actor(), clock, startAfter(bench.entries));
  await journal.append(
    id,
    operations.map((op) => scribe.write(op, 'zorro-01', 'base')),
  );
  stage.destroy();
  await open();
}

function strokeOf(readings: readonly Reading[]): Operation {
  const samples = pack(readings.map(({ t, ...at }) => sampleAt(at, t)));
  const look = { tool: 'crayon', crayon: 'red', width: 'middle', input: 'touch' } as const;
  return { kind: 'stroke/add', page: page(), ...look, samples };
}

/** So many strokes are painted over several frames; until then there is no picture of the page. */
const MANY = 1_000;

async function preload(count: number): Promise<void> {
  await write([...strokes(count)].map(strokeOf));
  bench.pick('draw');
  if (count >= MANY) while (!(await stage.picture())) await new Promise(requestAnimationFrame);
}

async function exportPng(scale: number): ReturnType<Bench['exportPng']> {
  const blocks = longTasks();
  const before = performance.now();
  const bytes = await cleanImage(bench.shown, pictureOf, scale);
  return { ms: performance.now() - before, bytes: bytes.length, longestBlockMs: await blocks() };
}

async function reopen(): ReturnType<Bench['reopen']> {
  await keeper.settled();
  await bench.keepPicture();
  detach();
  stage.destroy();
  const before = performance.now();
  await open();
  const drawingMs = performance.now() - before;
  await new Promise(requestAnimationFrame);
  const pictureMs = performance.now() - before;
  return { pictureMs, drawingMs, longestSliceMs: await longestSlice(FRAMES_OF_BAKING) };
}

/** More frames than a full sheet needs to be painted again. */
const FRAMES_OF_BAKING = 240;

/** The longest that the work of one of the next frames took, in milliseconds. */
async function longestSlice(frames: number): Promise<number> {
  let longest = 0;
  const { port1, port2 } = new MessageChannel();
  for (let frame = 0; frame < frames; frame++) {
    const began = await new Promise<number>((done) =>
      requestAnimationFrame(() => {
        done(performance.now());
      }),
    );
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(undefined);
    });
    longest = Math.max(longest, performance.now() - began);
  }
  return longest;
}

/** The longest time the page's thread was held from now on, in milliseconds; 0 when never for 50. */
function longTasks(): () => Promise<number> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  return async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    observer.disconnect();
    return longest;
  };
}

let durableMs = 0;
host.addEventListener('pointerup', ({ timeStamp }) => {
  setTimeout(() => {
    void keeper.settled().then(() => (durableMs = performance.now() - timeStamp));
  });
});

window.bench = {
  ready: begin(),
  preload,
  count: () => {
    const drawn = bench.shown.strokes;
    return {
      strokes: drawn.length,
      samples: drawn.reduce((sum, { line }) => sum + samplesOf(line).length, 0),
    };
  },
  save: async () => {
    await keeper.settled();
    return durableMs;
  },
  serialize: async () => {
    const raw = await journal.read(id);
    return raw.ok ? raw.value.reduce<number>((sum, entry) => sum + bytesOf(entry), 0) : 0;
  },
  exportPng,
  loadMap: async (items, links) => {
    const names = new Map(items.map((item) => [item.id, newId('item', chance)]));
    const nameOf = (item: string): ItemId => present(names.get(item), 'a link joins items');
    await write([
      ...items.map(({ id: item, ...rest }): Operation => {
        return { kind: 'item/put', item: nameOf(item), page: page(), ...rest };
      }),
      ...links.map(({ from, to }, at): Operation => {
        const link = newId('link', chance);
        const says = { relation: of(RELATIONS, at), valence: of(VALENCES, at) };
        return { kind: 'link/add', link, from: nameOf(from), to: nameOf(to), ...says };
      }),
    ]);
    stage.destroy();
    const before = performance.now();
    await open();
    await new Promise(requestAnimationFrame);
    const openMs = performance.now() - before;
    bench.pick('hand');
    return openMs;
  },
  stamp: (at) => {
    const item = present(bench.shown.items[at], 'there are so many pictures').id;
    const feeling = of(FEELINGS, at);
    return timed(() => {
      bench.act({ kind: 'stamp/add', stamp: newId('stamp', chance), item, feeling });
    });
  },
  ring: (at) => {
    const items = bench.shown.items.slice(at, at + 4).map((item) => item.id);
    return timed(() => {
      bench.act({ kind: 'ring/add', ring: newId('ring', chance), page: page(), items });
    });
  },
  draggedAt: () => dragged,
  undo: () =>
    timed(() => {
      bench.undo();
    }),
  redo: () =>
    timed(() => {
      bench.redo();
    }),
  reopen,
};

function of<Value>(list: readonly Value[], at: number): Value {
  return present(list[at % list.length], 'a list has members');
}

function timed(act: () => void): number {
  const before = performance.now();
  act();
  return performance.now() - before;
}

/** What an entry takes in the store: its texts, numbers and bytes. */
function bytesOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'number') return 4;
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + bytesOf(one), 0);
}
