import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { SoundName } from '#devices/sound.ts';
import { Desk } from '#state/desk.svelte.ts';
import { formatRoute, type Route } from '#state/route.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { aKit } from '../../fixtures/benches.ts';
import { aClock, anId } from '../../fixtures/names.ts';
import { aSpeaker } from '../../fixtures/voices.ts';

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

test('[D20] whoever leaves a screen hears no more of what was being said there', async () => {
  const speaker = aSpeaker(['es']);
  const desk = aDesk({ screen: 'assent' }, aKit({ speaker }));
  speaker.heard.length = 0;
  await desk.voice.say(MY_COMMUNITY_PACK, { words: { es: 'Dibuja.' }, voices: {} }, 'es');

  desk.go({ screen: 'welcome' });
  hear(desk);

  expect(speaker.heard).toEqual(['es: Dibuja.', 'hush']);
});

describe('the lock', () => {
  /** A desk whose tablet has a PIN, at the screen this address names, as when the app starts. */
  async function locked(hash: string): Promise<Desk> {
    address.now = hash;
    const desk = new Desk(aKit(), hash);
    await desk.lock.setPin('2580');
    desk.lock.close();
    return desk;
  }

  test.each([
    ...['#/manners', '#/hand-over', '#/open', '#/board', '#/diary', '#/withdraw'],
    ...['#/safeguarding', '#/studies', '#/study', '#/pin'],
  ])('[L7] stands before %s', async (hash) => {
    const desk = await locked(hash);
    expect(desk.isLocked).toBe(true);

    await desk.lock.unlock('2580');

    expect(desk.isLocked).toBe(false);
  });

  test.each(['#/', '#/about', '#/try', '#/practice', '#/assent', formatRoute(WORK)])(
    '[L7] does not stand before %s: nothing there is of a child but to the child itself',
    async (hash) => {
      expect((await locked(hash)).isLocked).toBe(false);
    },
  );

  test('[L7] stands before everything once a child was there; who came by accident goes back to the child', async () => {
    const desk = await locked('#/try');
    desk.go({ screen: 'welcome' });
    hear(desk);
    expect([desk.route, desk.isLocked]).toEqual([{ screen: 'welcome' }, true]);

    desk.goBackFromLock();
    hear(desk);

    expect([desk.route, desk.isLocked]).toEqual([{ screen: 'try' }, false]);
  });

  test('[L7] where no child was the way back leads to the first screen', async () => {
    const desk = await locked('#/hand-over');

    desk.goBackFromLock();
    hear(desk);

    expect([desk.route, desk.isLocked]).toEqual([{ screen: 'welcome' }, false]);
  });

  test('[L1] a child’s screen closes it behind itself', async () => {
    const desk = await locked('#/');
    await desk.lock.unlock('2580');
    expect(desk.lock.isLocked).toBe(false);

    desk.go({ screen: 'try' });
    hear(desk);

    expect(desk.lock.isLocked).toBe(true);
  });

  test('[L10] a work that was decided about leaves it open for the adult who opened it; one that goes on closes it', async () => {
    const desk = await locked('#/board');
    await desk.lock.unlock('2580');
    const begun = await desk.beginSession();
    if (!begun.ok) throw new Error(begun.problem.code);
    const bench = await begun.value.begin('drawing');
    if (!bench.ok) throw new Error(bench.problem.code);
    const route: Route = { screen: 'work', work: bench.value.id };
    await begun.value.finish('keep');
    const [kept] = begun.value.works;
    await begun.value.open(kept!);
    desk.go(route);
    hear(desk);
    expect([desk.lock.isLocked, desk.isLocked]).toEqual([false, false]);
    desk.go({ screen: 'board' });
    hear(desk);
    expect(desk.isLocked).toBe(false);

    const other = await begun.value.begin('drawing');
    if (!other.ok) throw new Error(other.problem.code);
    desk.go({ screen: 'work', work: other.value.id });
    hear(desk);
    expect(desk.lock.isLocked).toBe(true);
  });

  test('[L7] with a PIN no swipe and no typed address leads away from where children begin', async () => {
    const desk = await locked('#/try');
    typed(desk, '#/');
    expect(desk.route).toEqual({ screen: 'try' });

    await desk.lock.remove();
    typed(desk, '#/');

    expect(desk.route).toEqual({ screen: 'welcome' });
  });

  test('[L4] an adult’s page is locked after three minutes without a touch, also where no child was', async () => {
    const clock = aClock();
    const desk = new Desk(aKit({ clock }), '#/hand-over');
    await desk.lock.setPin('2580');
    clock.pass(180_000);
    desk.lock.heed();

    expect(desk.isLocked).toBe(true);
  });
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
