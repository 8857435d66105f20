/** The bars, and what a run's figures say to each of them. */

const SIZES = [0, 1_000, 10_000];
const perSize = (read) => (result) => Math.max(...SIZES.map((size) => read(result, size)));
const ratio = (result, size) => result[`app ${size}`].cpu / result[`floor ${size}`].cpu;

/** What is measured, how it is read from one repeat, and the most it may be. */
const BARS = [
  ...SIZES.map((size) => ({
    what: `CPU of the page's thread for a move, ${named(size)}`,
    unit: 'x floor',
    most: 1.15,
    read: (result) => ratio(result, size),
  })),
  {
    what: 'the same, from an empty sheet to 10,000 strokes',
    unit: 'x',
    most: 1.05,
    read: (result) => result['app 10000'].cpu / result['app 0'].cpu,
  },
  {
    what: 'script for a move, worst size',
    unit: 'ms',
    most: 0.5,
    read: perSize((result, size) => result[`app ${size}`].script),
  },
  {
    what: 'frames at a quarter of the speed, 10,000 strokes, p99',
    unit: 'ms',
    most: 24,
    read: ({ throttled }) => throttled.p99,
  },
  {
    what: 'last 50 against first 50 moves of a scribble of 500',
    unit: 'x',
    most: 1.1,
    read: ({ scribble }) => scribble.ratio,
  },
  {
    what: 'samples lost of a pen at 240 Hz, thread held 100 ms at a time',
    unit: '',
    most: 0,
    read: ({ blocked }) => blocked.sent - blocked.kept,
  },
  {
    what: 'pen-up after a line of 60 at 10,000 strokes, longest block',
    unit: 'ms',
    most: 4,
    read: ({ full }) => full.penUp,
  },
  {
    what: 'pen-up after a scribble over the whole sheet, longest block',
    unit: 'ms',
    most: 4,
    read: (result) => result['app 10000'].up,
  },
  {
    what: 'pen-up until durable, worst size',
    unit: 'ms',
    most: 20,
    read: perSize((result, size) => result[`app ${size}`].durable),
  },
  {
    what: 'undo at 10,000 strokes, each of the last 30',
    unit: 'ms',
    most: 8,
    read: ({ full }) => full.undo,
  },
  {
    what: 'undo at 10,000 strokes, each of 30 older',
    unit: 'ms',
    most: 80,
    read: ({ full }) => full.undoOlder,
  },
  {
    what: 'reopen 10,000 strokes: the true picture shows',
    unit: 'ms',
    most: 400,
    read: ({ full }) => full.reopen.pictureMs,
  },
  {
    what: 'reopen: longest block while it is painted again',
    unit: 'ms',
    most: 16,
    read: ({ full }) => full.reopen.longestSliceMs,
  },
  {
    what: 'JS heap of 10,000 strokes of 60 samples',
    unit: 'MB',
    most: 6,
    read: ({ full }) => full.heapMB,
  },
  {
    what: 'stored, a sample with its time',
    unit: 'B',
    most: 6,
    read: ({ full }) => full.bytesPerSample,
  },
  {
    what: 'dragging 1 of 500 pictures with 500 links, CPU for a move',
    unit: 'x floor',
    most: 1.3,
    read: (result) => result.drag.cpu / result['floor 0'].cpu,
  },
  { what: 'picking it up', unit: 'ms', most: 8, read: ({ drag }) => drag.pick },
  { what: 'dropping it', unit: 'ms', most: 8, read: ({ drag }) => drag.drop },
  {
    what: 'a stamp or a ring among them, script',
    unit: 'ms',
    most: 8,
    read: ({ drag }) => drag.aboveMs,
  },
  {
    what: 'opening a map of 500 pictures and 500 links',
    unit: 'ms',
    most: 300,
    read: ({ drag }) => drag.openMs,
  },
  {
    what: 'PNG at 2 x of 10,000 strokes, beside the page’s thread',
    unit: 'ms',
    most: 300,
    read: ({ full }) => full.png2.ms,
  },
  {
    what: 'the same: longest block of the page’s thread',
    unit: 'ms',
    most: 50,
    read: ({ full }) => full.png2.longestBlockMs,
  },
  {
    what: 'PNG at 4 x, memory over the start',
    unit: 'MB',
    most: 150,
    read: ({ full }) => full.png4.peakMB,
  },
];

function named(size) {
  return size === 0 ? 'empty sheet' : `${size.toLocaleString('en')} strokes`;
}

/** The table in Markdown: median of the repeats, their range, the bar, and whether it is reached. */
export function tableOf(results) {
  const rows = BARS.map(({ what, unit, most, read }) => {
    const figures = results.map(read).sort((a, b) => a - b);
    const median = figures[Math.floor(figures.length / 2)];
    const range = `${written(figures[0])} - ${written(figures.at(-1))}`;
    const bar = `<= ${most}`;
    return `| ${what} | ${bar} ${unit} | ${written(median)} | ${range} | ${median <= most ? 'yes' : '**no**'} |`;
  });
  return [
    '| what | bar | median | range | reached |',
    '| ---- | --- | ------ | ----- | ------- |',
    ...rows,
  ].join('\n');
}

function written(figure) {
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}
