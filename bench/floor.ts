/** The floor: a canvas that draws segments and knows nothing else. Nothing that draws can be cheaper. */
import type { Bench } from './bench.d.ts';
import { strokes, type Reading } from './seeded.ts';

const canvas = document.querySelector('canvas')!;
const context = canvas.getContext('2d')!;
const box = canvas.getBoundingClientRect();
canvas.width = Math.round(box.width * devicePixelRatio);
canvas.height = Math.round(box.height * devicePixelRatio);
const scale = canvas.width / 1600;
context.lineCap = context.lineJoin = 'round';
context.lineWidth = 16 * scale;
context.strokeStyle = '#c4262e';

let drawn = 0;
let last: { x: number; y: number } | undefined;

function segment(to: { x: number; y: number }): void {
  context.beginPath();
  context.moveTo(last?.x ?? to.x, last?.y ?? to.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  last = to;
}

const place = (event: PointerEvent): { x: number; y: number } => ({
  x: (event.clientX - box.left) * devicePixelRatio,
  y: (event.clientY - box.top) * devicePixelRatio,
});
const sheet = canvas.parentElement!;
let down = false;
sheet.addEventListener('pointerdown', (event) => {
  down = true;
  drawn++;
  segment(place(event));
});
sheet.addEventListener('pointermove', (event) => {
  if (down) segment(place(event));
});
sheet.addEventListener('pointerup', () => {
  down = false;
  last = undefined;
});

const nothing = { ms: 0, bytes: 0, longestBlockMs: 0 };
const bench: Bench = {
  ready: Promise.resolve(),
  preload: (count) => {
    for (const readings of strokes(count)) paint(readings);
    return Promise.resolve();
  },
  count: () => ({ strokes: drawn, samples: 0 }),
  save: () => Promise.resolve(0),
  serialize: () => Promise.resolve(0),
  exportPng: () => Promise.resolve(nothing),
  loadMap: () => Promise.resolve(0),
  stamp: () => 0,
  ring: () => 0,
  draggedAt: () => undefined,
  undo: () => 0,
  redo: () => 0,
  reopen: () => Promise.resolve({ pictureMs: 0, drawingMs: 0, longestSliceMs: 0 }),
};
window.bench = bench;

function paint(readings: readonly Reading[]): void {
  drawn++;
  context.beginPath();
  for (const { x, y } of readings) context.lineTo(x * scale, y * scale);
  context.stroke();
}
