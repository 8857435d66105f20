import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { SoundName } from '#devices/sound.ts';
import { Desk } from '#state/desk.svelte.ts';
import { formatRoute, type Route } from '#state/route.ts';
import { aKit } from '../../fixtures/benches.ts';
import { anId } from '../../fixtures/names.ts';

const WORK: Route = { screen: 'work', work: anId('work') };
const FINISH: Route = { screen: 'finish', work: anId('work') };

/** The browser's address, as far as the desk knows it: each change of it is told, as a browser tells it. */
const address = {
  now: '#/',
  told: [] as string[],
  replaced: [] as string[],
  get hash(): string {
    return this.now;
  },
  set hash(hash: string) {
    if (hash !== this.now) this.told.push(hash);
    this.now = hash;
  },
  replace(hash: string): void {
    this.replaced.push(hash);
    this.hash = hash;
  },
};

beforeEach(() => {
  Object.assign(address, { now: '#/', told: [], replaced: [] });
  vi.stubGlobal('location', address);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A desk that was led to this screen by our own button. */
function aDesk(route?: Route, kit = aKit()): Desk {
  const desk = new Desk(kit, '#/');
  if (route) {
    desk.go(route);
    hear(desk);
  }
  return desk;
}

/** The desk hears of everything that happened to the address. */
function hear(desk: Desk): void {
  for (let hash = address.told.shift(); hash !== undefined; hash = address.told.shift()) {
    desk.arrive(hash);
  }
}

/** Somebody swipes back or types an address. */
function typed(desk: Desk, hash: string): void {
  address.hash = hash;
  hear(desk);
}

describe('where a child works only our own buttons lead away', () => {
  test.each<[string, Route]>([
    ['work', WORK],
    ['finish', FINISH],
    ['practice', { screen: 'practice' }],
  ])('[I24] from %s no swipe and no typed address leads anywhere', (_screen, route) => {
    const desk = aDesk(route);

    for (const hash of ['#/', '#/about', '#/work/nonsense', formatRoute(route)]) {
      typed(desk, hash);

      expect(desk.route).toEqual(route);
      expect(address.now).toBe(formatRoute(route));
    }
  });

  test('[I24] our own buttons lead away, also after somebody tried without them', () => {
    const desk = aDesk(WORK);
    typed(desk, '#/');

    desk.go(FINISH);
    hear(desk);
    expect(desk.route).toEqual(FINISH);
    desk.goInstead({ screen: 'try' });
    hear(desk);

    expect(desk.route).toEqual({ screen: 'try' });
    expect(address.replaced).toEqual(['#/try']);
  });

  test('[I24] one press of a button leads to its screen, not to another one typed before it was heard', () => {
    const desk = aDesk(WORK);

    desk.go(FINISH);
    desk.arrive('#/about');

    expect(desk.route).toEqual(WORK);
  });

  test('[I24] the address a button led to before is no way out of a work reached without one', () => {
    const desk = aDesk({ screen: 'about' });
    typed(desk, formatRoute(WORK));

    typed(desk, '#/about');

    expect(desk.route).toEqual(WORK);
  });

  test('[I24] a button that was pressed once opens no way for a swipe later', () => {
    const desk = aDesk(WORK);
    desk.go(FINISH);
    hear(desk);
    desk.go(WORK);
    hear(desk);

    typed(desk, formatRoute(FINISH));

    expect(desk.route).toEqual(WORK);
  });
});

test('[S9] from other screens an address leads where it says', () => {
  const desk = aDesk();

  typed(desk, '#/about');
  expect(desk.route).toEqual({ screen: 'about' });
  typed(desk, formatRoute(WORK));

  expect(desk.route).toEqual(WORK);
});

test('[S9] a button to the address that stands there already leads there all the same', () => {
  const desk = new Desk(aKit(), '#/about');

  desk.go({ screen: 'welcome' });

  expect(desk.route).toEqual({ screen: 'welcome' });
});

test('[S12] sounds are made unless they are muted or several children draw at once', async () => {
  const made: SoundName[] = [];
  const desk = aDesk(
    undefined,
    aKit({
      sound: (name) => {
        made.push(name);
      },
    }),
  );
  desk.sound('tool');
  desk.manners.sound = 'off';
  desk.sound('tool');
  desk.manners.sound = 'on';
  const sitting = await desk.tryIt();
  const bench = sitting.ok && (await sitting.value.begin('drawing'));
  if (bench && bench.ok) bench.value.dock(['zorro-01', 'llama-02']);
  desk.sound('nothing-left');
  if (bench && bench.ok) bench.value.dock([]);
  desk.sound('nothing-left');

  expect(made).toEqual(['tool', 'nothing-left']);
});

describe('the language children are spoken to in', () => {
  test('[S14] nobody chose one: it is open; once chosen it is that of this tablet', async () => {
    const desk = aDesk();
    await desk.tryIt();
    const atFirst = desk.childLanguage;
    desk.speakToChildrenIn('quz');

    expect([atFirst, desk.childLanguage, desk.manners.childLanguage]).toEqual([
      undefined,
      'quz',
      'quz',
    ]);
    expect(desk.sitting?.session.about.language).toBeUndefined();
  });

  test('[S14] in a session of a study it is that of the session, and a switch is written down there', async () => {
    const desk = aDesk();
    desk.manners.childLanguage = 'en';
    await desk.beginSession();
    const before = desk.childLanguage;
    desk.sitting?.note({ kind: 'session/set', language: 'quy' });
    const said = desk.childLanguage;
    desk.speakToChildrenIn('es');

    expect([before, said, desk.childLanguage]).toEqual(['en', 'quy', 'es']);
    expect(desk.sitting?.session.about.language).toBe('es');
    expect(desk.manners.childLanguage).toBe('en');
  });
});
