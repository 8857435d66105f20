/** [I21]: how a page was made, from its marks alone, ending with the picture that was saved. */
import { beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { WorkFold } from '#domain/fold.ts';
import type { Page } from '#domain/work.ts';
import { t } from '#i18n/translate.svelte.ts';
import { settle } from '#ink/settle.ts';
import Replay from '#screens/Replay.svelte';
import { Player } from '#state/player.svelte.ts';
import { pictureOf } from '#symbols/pictures.ts';
import { baked } from './baked.ts';
import { allFrames, frame, holdFrames } from './frames.ts';
import { Finger, handsMs, pause } from './hands.ts';
import { aStage, differences, lookAt, painted } from './paper.ts';
import { play } from './play.ts';
import { aKit, aTable } from './tablet.ts';
import WithReplay from './WithReplay.svelte';

beforeAll(() => page.viewport(1300, 1300));

/** A page that was made as the hands' clock says, settled as finished works are. */
async function aPage(make: (on: Awaited<ReturnType<typeof aMap>>) => unknown): Promise<Page> {
  const on = await aMap();
  await make(on);
  return WorkFold.of(settle(on.bench.entries)).work.pages[0]!;
}

async function aMap() {
  const from = handsMs();
  const clock = { wall: () => 1_790_000_000_000, elapsed: () => handsMs() - from };
  const table = await aTable('map', aKit({ clock }));
  const { stage, host } = aStage(table.bench.touch);
  table.bench.attach(stage);
  return { ...table, host, finger: new Finger(host) };
}

function threeLines({ bench, finger }: Awaited<ReturnType<typeof aMap>>): void {
  bench.pick('draw');
  for (const y of [200, 500, 800]) {
    finger.down(200, y);
    for (let x = 220; x <= 1200; x += 20) finger.move(x, y);
    finger.up();
    pause(5_000);
  }
}

/** A player on a sheet of its own, and time in the hands of the test. */
function onSheet(
  one: Page,
): Readonly<{ player: Player; host: HTMLElement; run: (ms: number) => void }> {
  holdFrames();
  const { stage, host } = aStage();
  const player = new Player(one);
  player.attach(stage);
  let now = performance.now();
  const run = (ms: number): void => {
    for (const until = now + ms; now < until && player.playing;) frame((now += 16));
  };
  return { player, host, run };
}

describe('the film', () => {
  test.each([41, 42, 43])(
    '[I21] of a page made by chance (%i) ends with the saved picture',
    async (seed) => {
      const one = await aPage(({ bench, host }) => play(bench, host, { seed, acts: 40 }));
      const { player, host, run } = onSheet(one);
      player.speed = 16;
      player.play();
      frame();
      run(player.lengthMs / 16 + 1_000);
      expect(player.playing).toBe(false);
      expect(player.atMs).toBe(player.lengthMs);
      expect(differences(lookAt(host), baked(one))).toEqual([]);
    },
  );

  test('[I21] shows the picture first, begins with an empty sheet, and shows lines while they grow, in their order', async () => {
    const one = await aPage(threeLines);
    const { player, host } = onSheet(one);
    const whole = painted(baked(one));
    expect(painted(lookAt(host))).toBe(whole);
    player.seek(0);
    expect(painted(lookAt(host))).toBeLessThan(whole / 20);
    const shares = [0.2, 0.4, 0.6, 0.8, 1].map((share) => {
      player.seek(share * player.lengthMs);
      return painted(lookAt(host)) / whole;
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(3);
    expect(shares.at(-1)).toBe(1);
    player.seek(0.1 * player.lengthMs);
    const { pixels } = lookAt(host);
    const drawnIn = (row: number): boolean =>
      pixels.subarray(row * 800, (row + 1) * 800).some((pixel) => pixel !== 0xffffffff);
    expect([drawnIn(100), drawnIn(250), drawnIn(400)]).toEqual([true, false, false]);
  });

  test('[I21] at every moment it shows the same, played up to there or gone to', async () => {
    const one = await aPage(threeLines);
    const { player, host, run } = onSheet(one);
    player.seek(0);
    player.play();
    frame();
    run(400);
    player.pause();
    const { atMs } = player;
    expect(atMs).toBeGreaterThan(500);
    const played = lookAt(host);
    player.seek(atMs);
    const sought = lookAt(host);
    const off = played.pixels.filter(
      (pixel, at) => (pixel === 0xffffffff) !== (sought.pixels[at] === 0xffffffff),
    );
    expect(off.length).toBeLessThan(painted(sought) * 0.02);
  });

  test('[I21] pauses are skipped or kept, and the place in the film stays', async () => {
    const { player } = onSheet(await aPage(threeLines));
    const short = player.lengthMs;
    player.seek(short / 2);
    player.skipPauses = false;
    expect(player.lengthMs).toBeGreaterThan(short + 5_000);
    expect(player.atMs / player.lengthMs).toBeCloseTo(0.5, 5);
    player.skipPauses = true;
    expect(player.lengthMs).toBe(short);
  });

  test('[I21] runs so many times as fast as the hand, and stands still when it is told to', async () => {
    const { player, run } = onSheet(await aPage(threeLines));
    const [one, four] = ([1, 4] as const).map((speed) => {
      player.speed = speed;
      player.seek(100);
      player.play();
      frame(performance.now());
      const from = player.atMs;
      run(320);
      player.pause();
      return player.atMs - from;
    });
    expect(four! / one!).toBeGreaterThan(2.5);
    const { atMs } = player;
    run(1_000);
    expect(player.atMs).toBe(atMs);
    player.seek(-50);
    expect(player.atMs).toBe(0);
    player.seek(1e9);
    expect(player.atMs).toBe(player.lengthMs);
  });
});

test('[I21] on the screen the film is played, paused and gone through by name', async () => {
  const one = await aPage(threeLines);
  const { desk } = await aMap();
  await render(WithReplay, { desk, screen: Replay, page: one, pictureOf });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const where = page.getByRole('slider', { name: t('replay.where') });
  const host = page.getByRole('img', { name: t('sheet') }).element();
  const whole = lookAt(host);
  expect(painted(whole)).toBeGreaterThan(1_000);

  await button(t('replay')).click();
  await expect.element(button(t('replay.pause'))).toBeVisible();
  await button(t('replay.pause')).click();
  await expect.element(button(t('replay'))).toBeVisible();
  expect(painted(lookAt(host))).toBeLessThan(painted(whole));

  await userEvent.fill(where, where.element().getAttribute('max') ?? '');
  expect(differences(lookAt(host), whole)).toEqual([]);
  await expect
    .element(button(t('replay.speed', { times: 4 })))
    .toHaveAttribute('aria-pressed', 'true');
  await button(t('replay.speed', { times: 16 })).click();
  await expect
    .element(button(t('replay.speed', { times: 16 })))
    .toHaveAttribute('aria-pressed', 'true');
  await button(t('replay')).click();
  await expect.element(button(t('replay'))).toBeVisible();
  expect(differences(lookAt(host), whole)).toEqual([]);
});

test('[I21] a film taken off its sheet stops', async () => {
  const { stage } = aStage();
  const player = new Player(await aPage(threeLines));
  const leave = player.attach(stage);
  player.seek(0);
  player.play();
  leave();
  expect(player.playing).toBe(false);
  const { atMs } = player;
  allFrames();
  expect(player.atMs).toBe(atMs);
});
