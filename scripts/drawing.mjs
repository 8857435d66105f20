/**
 * A child's free drawing for pictures of the app: hills, a river, a house, people and animals, with all
 * that is in the tin. Places are page units.
 */
import { along, curve, round, scribble } from './child-hand.mjs';

/** Draw it with this hand. */
export async function drawing({ hold, line, pour }) {
  const dots = async (places, radius) => {
    for (const [x, y] of places) await line(round(x, y, radius, 3));
  };

  const ridge = [
    [3, 470],
    [150, 330],
    [300, 430],
    [520, 190],
    [700, 400],
    [830, 470],
    [1010, 300],
    [1180, 440],
    [1380, 330],
    [1597, 480],
  ];
  const ground = [
    [3, 620],
    [260, 590],
    [560, 640],
    [860, 600],
    [1210, 640],
    [1597, 600],
  ];

  await hold('crayon', 'middle', 'dark-brown');
  await line(curve(ridge));
  await hold('middle', 'green');
  await line(curve(ground));
  await pour('adobe', [520, 420]);
  await pour('green', [300, 1100]);
  await hold('crayon', 'thick', 'white');
  await line(
    scribble(
      455,
      595,
      (x) => 225 + Math.abs(x - 520) * 0.95,
      (x) => 300 + Math.abs(x - 520) * 0.3,
      34,
    ),
  );
  await line(
    scribble(
      965,
      1060,
      (x) => 330 + Math.abs(x - 1010) * 0.6,
      () => 372,
      34,
    ),
  );

  await hold('marker', 'thick', 'sky');
  for (const [y, from, to] of [
    [40, 30, 1130],
    [96, 60, 420],
    [96, 640, 1160],
    [150, 20, 360],
    [150, 690, 1120],
  ]) {
    await line(
      along(
        [
          [from, y],
          [to, y + 8],
        ],
        8,
      ),
    );
  }

  await hold('crayon', 'middle', 'ichu');
  await line(round(1370, 170, 88, 4));
  await pour('ichu', [1370, 170]);
  await hold('brush', 'middle', 'ichu');
  for (let ray = 0; ray < 11; ray++) {
    const angle = (ray / 11) * Math.PI * 2;
    const at = (far) => [1370 + Math.cos(angle) * far, 170 + Math.sin(angle) * far];
    await line(along([at(120), at(185)], 3));
  }

  await river({ hold, line, pour });
  await fields({ hold, line });
  await house({ hold, line, pour });
  await tree({ hold, line }, 110, 650, 1);
  await tree({ hold, line }, 1500, 650, 0.85);
  await person({ hold, line, pour }, 800, 930, 'red', 190);
  await person({ hold, line, pour }, 945, 985, 'blue', 140);
  await sheep({ hold, line }, 1345, 800);
  await sheep({ hold, line }, 1440, 1010);
  await sheep({ hold, line }, 1290, 960);
  await hen({ hold, line, pour }, 660, 1090);

  await hold('crayon', 'thin', 'black');
  for (const [x, y] of [
    [830, 210],
    [930, 160],
    [760, 140],
  ]) {
    await line(
      curve(
        [
          [x - 44, y - 18],
          [x - 18, y - 28],
          [x, y],
          [x + 18, y - 28],
          [x + 44, y - 18],
        ],
        2,
      ),
    );
  }
  await hold('brush', 'middle', 'red');
  await dots(
    [
      [420, 1110],
      [500, 1150],
      [830, 1150],
      [940, 1130],
      [1500, 1150],
      [60, 1120],
    ],
    9,
  );
  await hold('crayon', 'thin', 'ichu');
  await dots(
    [
      [420, 1110],
      [500, 1150],
      [830, 1150],
      [940, 1130],
      [1500, 1150],
      [60, 1120],
    ],
    3,
  );
}

async function river({ hold, line, pour }) {
  const left = curve(
    [
      [1085, 440],
      [1030, 620],
      [1130, 760],
      [1070, 900],
      [1160, 1040],
      [1120, 1197],
    ],
    3,
  );
  const right = left.map(([x, y]) => [x + 46 + (y - 440) / 9, y]);
  await hold('crayon', 'middle', 'blue');
  await line(left);
  await line(right);
  await line(along([left[0], right[0]], 2));
  const inside = (y) => {
    const at = left.findIndex((point) => point[1] >= y);
    return [(left[at][0] + right[at][0]) / 2, y];
  };
  await pour('sky', inside(540));
  await pour('sky', inside(850));
  await hold('marker', 'thin', 'blue');
  for (const height of [690, 800, 930, 1070]) {
    const [x, y] = inside(height);
    await line(
      curve(
        [
          [x - 26, y],
          [x - 10, y - 12],
          [x + 6, y],
          [x + 24, y - 12],
        ],
        1,
      ),
    );
  }
}

/** Two plots: furrows of the marker. */
async function fields({ hold, line }) {
  await hold('marker', 'middle', 'dark-brown');
  for (let row = 0; row < 5; row++) {
    await line(
      along(
        [
          [655 + row * 12, 690 + row * 22],
          [925 + row * 12, 676 + row * 22],
        ],
        4,
      ),
    );
  }
  await hold('brush', 'thin', 'ichu');
  for (let row = 0; row < 4; row++) {
    for (let plant = 0; plant < 6; plant++) {
      const [x, y] = [690 + plant * 44 + row * 12, 690 + row * 22];
      await line(
        along(
          [
            [x, y],
            [x + 3, y - 16],
          ],
          2,
        ),
      );
    }
  }
}

async function house({ hold, line, pour }) {
  await hold('crayon', 'middle', 'dark-brown');
  await line(
    along(
      [
        [560, 810],
        [560, 1020],
        [280, 1020],
        [280, 810],
        [562, 810],
      ],
      4,
    ),
  );
  await line(
    along(
      [
        [385, 1018],
        [388, 890],
        [452, 890],
        [452, 1018],
      ],
      3,
    ),
  );
  await line(
    along(
      [
        [484, 872],
        [536, 872],
        [536, 925],
        [484, 925],
        [484, 870],
      ],
      2,
    ),
  );
  await line(
    along(
      [
        [304, 872],
        [356, 872],
        [356, 925],
        [304, 925],
        [304, 870],
      ],
      2,
    ),
  );
  await hold('middle', 'red');
  await line(
    along(
      [
        [240, 808],
        [420, 660],
        [604, 808],
        [238, 808],
      ],
      4,
    ),
  );
  await pour('red', [420, 740]);
  for (const at of [
    [330, 970],
    [420, 850],
    [500, 980],
  ])
    await pour('skin-light', at);
  await pour('dark-brown', [420, 950]);
  await pour('sky', [510, 900]);
  await pour('sky', [330, 900]);
  await hold('crayon', 'thin', 'adobe');
  for (let row = 0; row < 5; row++) {
    for (let tile = 0; tile < 3 + row * 2; tile++) {
      const x = 420 + (tile - 1 - row) * 32;
      const y = 700 + row * 22;
      await line(
        curve(
          [
            [x - 12, y],
            [x, y + 9],
            [x + 12, y],
          ],
          1,
        ),
      );
    }
  }
  await hold('marker', 'thin', 'adobe');
  for (const [x, y] of [
    [300, 840],
    [340, 950],
    [480, 950],
    [520, 990],
    [420, 850],
    [480, 845],
    [300, 990],
  ]) {
    await line(
      along(
        [
          [x, y],
          [x + 34, y],
        ],
        2,
      ),
    );
  }
}

async function tree({ hold, line }, x, y, size) {
  const at = (dx, dy) => [x + dx * size, y + dy * size];
  await hold('brush', 'thick', 'dark-brown');
  await line(along([at(0, 150), at(4, 60), at(-4, -40)], 3));
  await hold('middle', 'dark-brown');
  await line(curve([at(0, 30), at(30, -10), at(52, -50)], 2));
  await hold('marker', 'thick', 'green');
  for (const [dx, dy, radius] of [
    [0, -100, 52],
    [-44, -50, 40],
    [46, -56, 42],
    [4, -48, 34],
  ]) {
    await line(round(...at(dx, dy), radius * size, 5));
    await line(round(...at(dx, dy), radius * size * 0.4, 4));
  }
}

/** Somebody with plaits and a wide skirt, `tall` page units. */
async function person({ hold, line, pour }, x, y, colour, tall) {
  const at = (dx, dy) => [x + dx * tall, y + dy * tall];
  await hold('crayon', 'thin', 'black');
  await line(
    along([at(-0.1, -0.3), at(-0.3, 0.28), at(0.3, 0.28), at(0.1, -0.3), at(-0.1, -0.3)], 3),
  );
  await line(round(...at(0, -0.5), tall * 0.17, 2));
  await pour(colour, at(0, 0.05));
  await pour('skin-medium', at(0, -0.5));
  await hold('brush', 'middle', 'black');
  await line(
    curve([at(-0.17, -0.47), at(-0.14, -0.64), at(0, -0.69), at(0.14, -0.64), at(0.17, -0.47)], 2),
  );
  await line(curve([at(-0.17, -0.45), at(-0.21, -0.3), at(-0.18, -0.16)], 2));
  await line(curve([at(0.17, -0.45), at(0.21, -0.3), at(0.18, -0.16)], 2));
  await hold('crayon', 'middle', 'skin-medium');
  await line(along([at(-0.12, -0.2), at(-0.34, 0.02)], 2));
  await line(along([at(0.12, -0.2), at(0.36, -0.02)], 2));
  await line(along([at(-0.1, 0.32), at(-0.1, 0.52)], 2));
  await line(along([at(0.1, 0.32), at(0.1, 0.52)], 2));
  await hold('marker', 'middle', 'ichu');
  await line(along([at(-0.24, 0.2), at(0.24, 0.2)], 2));
  await hold('crayon', 'thin', 'black');
  await line([at(-0.06, -0.52)]);
  await line([at(0.06, -0.52)]);
  await line(curve([at(-0.06, -0.43), at(0, -0.4), at(0.06, -0.43)], 1));
}

async function sheep({ hold, line }, x, y) {
  await hold('crayon', 'middle', 'black');
  for (const dx of [-22, 4, 30, 52])
    await line(
      along(
        [
          [x + dx, y + 24],
          [x + dx, y + 62],
        ],
        2,
      ),
    );
  await hold('thick', 'white');
  await line(round(x, y, 26));
  await line(round(x + 32, y + 2, 26));
  await line(round(x + 14, y - 12, 20));
  await hold('thin', 'black');
  await line(
    curve(
      [
        [x - 40, y + 20],
        [x - 46, y - 20],
        [x - 10, y - 46],
        [x + 40, y - 44],
        [x + 76, y - 10],
        [x + 64, y + 32],
        [x + 10, y + 44],
        [x - 40, y + 20],
      ],
      3,
    ),
  );
  await hold('middle', 'black');
  await line(round(x - 54, y - 14, 12, 3));
}

async function hen({ hold, line, pour }, x, y) {
  await hold('crayon', 'thin', 'black');
  await line(
    curve(
      [
        [x - 40, y - 30],
        [x - 30, y + 14],
        [x + 16, y + 22],
        [x + 40, y - 8],
        [x + 36, y - 46],
        [x + 14, y - 40],
        [x, y - 14],
        [x - 40, y - 30],
      ],
      2,
    ),
  );
  await pour('adobe', [x, y + 4]);
  await hold('crayon', 'thin', 'red');
  await line(
    along(
      [
        [x + 20, y - 46],
        [x + 26, y - 62],
        [x + 34, y - 50],
      ],
      1,
    ),
  );
  await hold('thin', 'ichu');
  await line(
    along(
      [
        [x + 42, y - 34],
        [x + 58, y - 28],
      ],
      1,
    ),
  );
  await line(
    along(
      [
        [x, y + 26],
        [x, y + 46],
      ],
      1,
    ),
  );
  await line(
    along(
      [
        [x + 14, y + 24],
        [x + 16, y + 46],
      ],
      1,
    ),
  );
}
