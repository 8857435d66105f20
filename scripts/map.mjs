/**
 * The map of a community by six children, for pictures of the app: first they draw, then come the pictures, then
 * those of the programme; with bonds, feelings, a ring and soft regions. Places are page units.
 */
import { along, curve, round, scribble } from './child-hand.mjs';

/** What lies on the sheet: the picture, where, and whose hand puts it. */
const BASE = {
  home: ['house', 150, 540, 'condor'],
  grandmother: ['grandmother', 440, 530, 'puma'],
  mother: ['mother', 160, 820, 'condor'],
  me: ['self', 480, 815, 'condor'],
  school: ['school', 730, 530, 'llama'],
  church: ['church', 930, 475, 'zorro'],
  pitch: ['pitch', 840, 800, 'llama'],
  hen: ['hen', 130, 1090, 'venado'],
  dog: ['dog', 660, 1090, 'condor'],
  llama: ['llama', 890, 1090, 'puma'],
  post: ['health-post', 1465, 520, 'colibri'],
  nurse: ['health-worker', 1450, 790, 'colibri'],
  shop: ['shop', 1200, 840, 'venado'],
  herder: ['herder', 1450, 1085, 'zorro'],
  cow: ['cow', 1225, 1085, 'zorro'],
};
const PROMPTED = {
  promoter: ['juntos-promoter', 1210, 545, 'colibri'],
  money: ['juntos-money', 400, 1085, 'condor'],
};

/** From, to, kind, how it feels, which way, who says so. */
const BONDS = [
  ['home', 'grandmother', 'help', 'support', 'both', 'puma'],
  ['grandmother', 'me', 'care', 'support', 'there', 'condor'],
  ['mother', 'me', 'care', 'support', 'there', 'condor'],
  ['school', 'me', 'help', 'support', 'there', 'llama'],
  ['me', 'pitch', 'play', 'support', 'there', 'llama'],
  ['me', 'dog', 'play', 'support', 'both', 'condor'],
  ['mother', 'hen', 'care', 'neutral', 'there', 'venado'],
  ['nurse', 'post', 'work', 'neutral', 'there', 'colibri'],
  ['herder', 'cow', 'care', 'support', 'there', 'zorro'],
];
const PROGRAMME_BONDS = [
  ['promoter', 'post', 'rules', 'both', 'there', 'colibri'],
  ['money', 'mother', 'gives', 'both', 'there', 'condor'],
  ['promoter', 'shop', 'quarrel', 'stress', 'none', 'venado'],
];

const FELT = [
  ['happy', 'llama', ['school', 'pitch']],
  ['loved', 'condor', ['grandmother', 'home']],
  ['happy', 'condor', ['pitch', 'dog']],
  ['afraid', 'venado', ['post']],
  ['sad', 'colibri', ['post']],
];

/** Let six children make it with this app and these hands. */
export async function map(app, hands) {
  for (const animal of ['condor', 'puma', 'llama', 'zorro', 'colibri', 'venado']) {
    await app.turnTo(animal);
  }
  await land(hands);

  await app.openRound('base');
  await app.paintArea('safe', [at('pitch', -90, 30), at('pitch', 90, 30)]);
  await app.paintArea('unsafe', [
    { x: 1070, y: 960 },
    { x: 1060, y: 1080 },
  ]);
  for (const [symbol, x, y, who] of Object.values(BASE)) {
    await app.turnTo(who);
    await app.putByTap(symbol, x, y);
  }
  await bind(app, BONDS);
  await feel(app, FELT);
  await app.openRound('prompted');
  for (const [symbol, x, y, who] of Object.values(PROMPTED)) {
    await app.turnTo(who);
    await app.putByTap(symbol, x, y);
  }
  await bind(app, PROGRAMME_BONDS);
  await app.turnTo('zorro');
  await app.ringAround(
    round(1340, 1080, 230, 6).map(([x, y]) => ({ x, y: 1080 + (y - 1080) * 0.42 })),
  );
  await app.call('sus animales');
  await app.takeCrayon('black', 'middle');
}

function at(name, dx = 0, dy = 0) {
  const [, x, y] = BASE[name] ?? PROMPTED[name];
  return { x: x + dx, y: y + dy };
}

async function bind(app, bonds) {
  for (const [from, to, relation, valence, direction, who] of bonds) {
    await app.turnTo(who);
    await app.bind({ relation, valence, direction });
    await app.join(at(from), at(to));
  }
}

async function feel(app, felt) {
  for (const [feeling, who, names] of felt) {
    await app.turnTo(who);
    await app.stamp(feeling, ...names.map((name) => at(name)));
  }
}

/** What is drawn: hills with snow, a sun, a river, ways. */
async function land({ hold, line, pour }) {
  await hold('crayon', 'middle', 'dark-brown');
  await line(
    curve([
      [3, 330],
      [190, 190],
      [340, 290],
      [560, 110],
      [760, 290],
      [930, 240],
      [1150, 300],
      [1320, 200],
      [1597, 340],
    ]),
  );
  await line(
    curve([
      [3, 385],
      [400, 360],
      [800, 385],
      [1200, 360],
      [1597, 390],
    ]),
  );
  await pour('green', [300, 330]);
  await hold('crayon', 'thick', 'white');
  await line(
    scribble(
      484,
      640,
      (x) => 122 + Math.abs(x - 560) * 0.66,
      (x) => 205 + 14 * Math.sin(x / 12),
      22,
    ),
  );
  await hold('marker', 'thick', 'sky');
  for (const [from, to, y] of [
    [150, 420, 60],
    [250, 330, 110],
    [760, 1120, 50],
    [860, 1040, 100],
  ]) {
    await line(
      along(
        [
          [from, y],
          [to, y + 6],
        ],
        6,
      ),
    );
  }
  await hold('crayon', 'middle', 'ichu');
  await line(round(1430, 120, 70, 4));
  await pour('ichu', [1430, 120]);
  await hold('brush', 'thin', 'ichu');
  for (let ray = 0; ray < 10; ray++) {
    const angle = (ray / 10) * Math.PI * 2;
    const far = (radius) => [1430 + Math.cos(angle) * radius, 120 + Math.sin(angle) * radius];
    await line(along([far(90), far(114)], 3));
  }
  const bank = curve(
    [
      [1070, 375],
      [1030, 560],
      [1075, 760],
      [1010, 960],
      [1050, 1197],
    ],
    3,
  );
  const other = bank.map(([x, y]) => [x + 40 + (y - 375) / 22, y]);
  await hold('crayon', 'middle', 'blue');
  await line(bank);
  await line(other);
  await pour('sky', [1062, 600]);
  await hold('crayon', 'middle', 'adobe');
  await line(
    curve([
      [30, 670],
      [300, 650],
      [640, 690],
      [1000, 660],
    ]),
  );
  await line(
    curve([
      [1120, 690],
      [1350, 670],
      [1590, 650],
    ]),
  );
}
