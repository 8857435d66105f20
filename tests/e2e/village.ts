/** A drawing and a map such as children of the study make, for screenshots to look at. */
import type { Crayon, Width } from '#domain/crayon.ts';

import type { App } from './app.ts';
import { animalOf, PUTS, TIES } from './group-map.ts';
import { drawn, type Place } from './hands.ts';

type Marks = Readonly<{ crayon: Crayon; width: Width; lines: readonly (readonly Place[])[] }>;

/** From one reading of the finger to the next, in page units. */
const STEP = 30;
const at = (x: number, y: number): Place => ({ x, y });

/** A round line; angles in turns, 0 to the right, growing downwards. */
function arc(middle: Place, radius: number, from = 0, to = 1): Place[] {
  return Array.from({ length: 25 }, (_, step) => {
    const angle = (from + ((to - from) * step) / 24) * 2 * Math.PI;
    return at(middle.x + Math.cos(angle) * radius, middle.y + Math.sin(angle) * radius);
  });
}

/** A line to and fro between two places, `swing` wide, as a child fills a shape. */
function toAndFro(from: Place, to: Place, swing: number, turns: number): Place[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  return Array.from({ length: turns * 2 + 1 }, (_, step) => {
    const along = step / (turns * 2);
    const aside = (step % 2 === 0 ? -1 : 1) * swing;
    return at(
      from.x + dx * along - (dy / length) * aside,
      from.y + dy * along + (dx / length) * aside,
    );
  });
}

/** A line that goes in waves. */
function waves(from: Place, to: Place, height: number, count: number): Place[] {
  return Array.from({ length: count * 8 + 1 }, (_, step) => {
    const along = step / (count * 8);
    const aside = Math.sin((step / 8) * 2 * Math.PI) * height;
    return at(
      from.x + (to.x - from.x) * along + aside,
      from.y + (to.y - from.y) * along + aside / 3,
    );
  });
}

function person(x: number, y: number): readonly Marks[] {
  return [
    { crayon: 'skin-medium', width: 'thick', lines: [arc(at(x, y), 26), arc(at(x, y), 8)] },
    {
      crayon: 'black',
      width: 'middle',
      lines: [
        arc(at(x, y - 8), 42, 0.52, 0.98),
        [at(x - 42, y), at(x - 52, y + 70)],
        [at(x + 42, y), at(x + 52, y + 70)],
      ],
    },
    { crayon: 'red', width: 'thick', lines: [toAndFro(at(x, y + 75), at(x, y + 180), 34, 4)] },
    { crayon: 'blue', width: 'thick', lines: [toAndFro(at(x, y + 200), at(x, y + 290), 62, 4)] },
    {
      crayon: 'skin-medium',
      width: 'middle',
      lines: [
        [at(x - 40, y + 90), at(x - 110, y + 150)],
        [at(x + 40, y + 90), at(x + 110, y + 130)],
        [at(x - 25, y + 310), at(x - 28, y + 365)],
        [at(x + 25, y + 310), at(x + 28, y + 365)],
      ],
    },
  ];
}

const VILLAGE: readonly Marks[] = [
  {
    crayon: 'dark-brown',
    width: 'middle',
    lines: [
      [at(60, 520), at(230, 300), at(390, 150), at(520, 300), at(640, 460)],
      [at(560, 370), at(700, 230), at(830, 120), at(990, 300), at(1180, 500)],
    ],
  },
  {
    crayon: 'sky',
    width: 'thick',
    lines: [
      [at(320, 235), at(390, 180), at(450, 240)],
      [at(760, 205), at(830, 150), at(890, 210)],
    ],
  },
  { crayon: 'ichu', width: 'thick', lines: [arc(at(1380, 200), 70), arc(at(1380, 200), 35)] },
  {
    crayon: 'ichu',
    width: 'middle',
    lines: [0, 1, 2, 3, 4, 5, 6, 7].map((ray) => [
      at(1380 + Math.cos(ray * 0.785) * 120, 200 + Math.sin(ray * 0.785) * 120),
      at(1380 + Math.cos(ray * 0.785) * 175, 200 + Math.sin(ray * 0.785) * 175),
    ]),
  },
  {
    crayon: 'green',
    width: 'thick',
    lines: [waves(at(20, 560), at(1580, 580), 14, 5), [at(60, 1120), at(400, 1150), at(800, 1130)]],
  },
  {
    crayon: 'adobe',
    width: 'thick',
    lines: [
      [at(220, 700), at(220, 1000), at(560, 1000), at(560, 700)],
      toAndFro(at(260, 760), at(260, 960), 22, 4),
      toAndFro(at(510, 760), at(510, 960), 26, 4),
    ],
  },
  {
    crayon: 'red',
    width: 'thick',
    lines: [[at(170, 710), at(390, 590), at(610, 710), at(180, 712)]],
  },
  {
    crayon: 'dark-brown',
    width: 'thick',
    lines: [[at(350, 990), at(350, 850), at(430, 850), at(430, 990)]],
  },
  {
    crayon: 'blue',
    width: 'thick',
    lines: [
      waves(at(1130, 590), at(1400, 1180), 40, 3),
      waves(at(1180, 590), at(1460, 1180), 40, 3),
    ],
  },
  { crayon: 'dark-brown', width: 'thick', lines: [[at(1010, 700), at(1005, 560)]] },
  { crayon: 'green', width: 'thick', lines: [toAndFro(at(1005, 400), at(1005, 540), 70, 5)] },
  ...person(800, 740),
  {
    crayon: 'black',
    width: 'thin',
    lines: [arc(at(790, 735), 4), arc(at(812, 735), 4), arc(at(801, 746), 13, 0.05, 0.45)],
  },
  {
    crayon: 'green',
    width: 'thin',
    lines: [0, 1, 2, 3, 4, 5].map((blade) => [
      at(90 + blade * 240, 1080),
      at(100 + blade * 240, 1040),
      at(110 + blade * 240, 1080),
    ]),
  },
];

/** Mountains, a house, somebody between them, a tree and a river. */
export async function drawVillage(app: App): Promise<void> {
  await make(app, VILLAGE);
}

/** Where the pictures of the group map lie when children lay them. */
const LAID: Readonly<Record<string, Place>> = {
  'house.1': at(330, 300),
  'school.1': at(720, 190),
  'river.1': at(1130, 560),
  'hen.1': at(180, 620),
  'mother.1': at(480, 560),
  'cow.1': at(1430, 330),
  'herder.1': at(1200, 210),
  'dog.1': at(1440, 620),
  'health-post.1': at(880, 520),
  'house.2': at(660, 900),
  'church.1': at(1010, 960),
  'house.3': at(260, 980),
};

const COUNTRY: readonly Marks[] = [
  { crayon: 'sky', width: 'thick', lines: [waves(at(1010, 60), at(1290, 1150), 30, 4)] },
  {
    crayon: 'adobe',
    width: 'middle',
    lines: [[at(60, 780), at(420, 740), at(820, 720), at(1080, 780)]],
  },
  { crayon: 'green', width: 'thick', lines: [toAndFro(at(1330, 900), at(1530, 900), 60, 6)] },
];

/** A river, a road and a field; the twelve pictures of the scenario, and who is tied to whom. */
export async function mapVillage(app: App): Promise<void> {
  await make(app, COUNTRY);
  for (const { key, symbol, author } of PUTS) {
    await app.turnTo(animalOf(author));
    const { x, y } = laid(key);
    await app.putByTap(symbol, x, y, 'touch');
  }
  for (const { author, from, to, ...bond } of TIES) {
    await app.turnTo(animalOf(author));
    await app.bind(bond);
    await app.join(laid(from), laid(to), 'touch');
  }
}

function laid(key: string): Place {
  const place = LAID[key];
  if (!place) throw new Error(`nobody laid ${key}`);
  return place;
}

async function make(app: App, marks: readonly Marks[]): Promise<void> {
  for (const { crayon, width, lines } of marks) {
    await app.takeCrayon(crayon, width);
    for (const line of lines) await app.drawLine(drawn(line, STEP), 'touch');
  }
}
