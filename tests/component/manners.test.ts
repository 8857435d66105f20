/** What the facilitator sets, what a hand is told: practice, own pictures, sounds, sides, warnings. */
import { cleanup } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

import { canvasIsTrue } from '#devices/canvas-check.ts';
import { sound } from '#devices/sound.ts';
import type { WorkId } from '#domain/ids.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t } from '#i18n/translate.svelte.ts';
import Practice from '#screens/child/Practice.svelte';
import MannersScreen from '#screens/facilitator/Manners.svelte';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { Finger, middleOnScreen, onScreen, Touches } from './hands.ts';
import { differences, inkAt, lookAt, painted, PAPER } from './paper.ts';
import { aSpeaker } from '../fixtures/voices.ts';
import { aKit, openedAgain, pageOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';
import { mapping, show, working } from './working.ts';

afterEach(cleanup);

function button(says: MessageKey): Locator {
  return page.getByRole('button', { name: t(says), exact: true });
}

function radio(says: MessageKey): Locator {
  return page.getByRole('radio', { name: t(says), exact: true });
}

async function onDesk(screen: Component, kit: Kit): Promise<Desk> {
  const desk = new Desk(kit, '');
  await desk.manners.remember();
  await render(WithDesk, { desk, screen: screen as Component<{ work: WorkId }> });
  return desk;
}

/** A kit whose sounds are written down. */
function listening(): Readonly<{ kit: Kit; heard: string[] }> {
  const heard: string[] = [];
  return { heard, kit: aKit({ sound: (name) => heard.push(name) }) };
}

describe('practice', () => {
  test('[I15] what is drawn for practice is asked of no store, and is gone when it is left', async () => {
    const asked: string[] = [];
    const journal = new Proxy(memoryJournal(), {
      get: (whole, name: keyof ReturnType<typeof memoryJournal>) => {
        asked.push(name);
        return whole[name];
      },
    });
    const kit = aKit({ journal });
    const desk = new Desk(kit, '');
    const view = await render(WithDesk, { desk, screen: Practice as Component<{ work: WorkId }> });
    const sheet = page.getByRole('application');
    await expect.element(sheet).toBeVisible();
    const host = sheet.element();
    const touches = new Touches();
    await touches.drag(1, onScreen(host, { x: 300, y: 400 }), onScreen(host, { x: 1200, y: 400 }));
    expect(inkAt(host, { x: 800, y: 400 })).not.toEqual(PAPER);
    await button('tool.rub-out').click();
    await touches.drag(1, onScreen(host, { x: 300, y: 300 }), onScreen(host, { x: 1200, y: 500 }));
    await button('undo').click();
    await button('undo').click();
    expect(painted(lookAt(host))).toBe(0);
    await button('redo').click();
    expect(inkAt(host, { x: 800, y: 400 })).not.toEqual(PAPER);
    expect(asked).toEqual([]);

    await view.unmount();
    await render(WithDesk, { desk, screen: Practice as Component<{ work: WorkId }> });
    await expect.element(page.getByRole('application')).toBeVisible();
    expect(painted(lookAt(page.getByRole('application').element()))).toBe(0);
    expect(asked).toEqual([]);
    expect(await memoryOf(kit)).toEqual([]);
  });

  test('[S11] one tap changes hands: the tools change sides, there and on the working screen, from now on', async () => {
    const kit = aKit();
    const desk = await onDesk(Practice, kit);
    await expect.element(button('undo')).toBeVisible();
    const toolsAreLeft = (): boolean => {
      const sheet = middleOnScreen(page.getByRole('application').element());
      return middleOnScreen(button('tool.rub-out').element()).x < sheet.x;
    };
    expect(toolsAreLeft()).toBe(true);
    await expect.element(button('hand.right')).toHaveAttribute('aria-pressed', 'true');

    await button('hand.left').click();

    expect(toolsAreLeft()).toBe(false);
    await expect.element(button('hand.left')).toHaveAttribute('aria-pressed', 'true');
    expect(desk.manners.drawingHand).toBe('left');
    cleanup();
    document.body.replaceChildren();
    const again = new Desk(kit, '');
    await again.manners.remember();
    expect(again.manners.drawingHand).toBe('left');
  });

  test('[S22] whoever practises chooses whether there is sound, hears what that means, and it is remembered', async () => {
    const heard: string[] = [];
    const speaker = aSpeaker(['es']);
    const kit = aKit({ sound: (name) => heard.push(name), speaker });
    const desk = await onDesk(Practice, kit);
    await button('sound.off').click();
    await expect.element(button('sound.off')).toHaveAttribute('aria-pressed', 'true');
    await button('tool.rub-out').click();
    const said = (): string[] => speaker.heard.filter((one) => one !== 'hush');
    expect([heard, said()]).toEqual([[], []]);

    await button('sound.on').click();
    expect(heard).toEqual(['tool']);
    await expect.poll(said).toEqual([`es: ${t('practice.ask')}`]);
    await button('sound.off').click();
    const again = new Desk(kit, '');
    await again.manners.remember();
    expect([desk.manners.sound, again.manners.sound]).toEqual(['off', 'off']);
  });

  test('[I15] back and forth stand where they stand on a sheet that is kept: below stop', async () => {
    await onDesk(Practice, aKit());
    await expect.element(button('undo')).toBeVisible();
    const [stop, undo, redo] = (['stop', 'undo', 'redo'] as const).map((one) =>
      middleOnScreen(button(one).element()),
    );
    expect([undo?.x, redo?.x].map((x) => Math.abs((x ?? 0) - (stop?.x ?? 0)) < 60)).toEqual([
      true,
      true,
    ]);
    expect(stop!.y).toBeLessThan(undo!.y);
  });

  test('[S11] on the working screen tin and tools stand away from the drawing hand', async () => {
    const on = await working('drawing');
    const x = (locator: Locator): number => middleOnScreen(locator.element()).x;
    const sides = async (): Promise<string[]> => {
      await on.button('tool.draw').click();
      const middle = middleOnScreen(on.sheet()).x;
      const found = [on.button('tool.rub-out'), on.button('crayon.red')].map((one) =>
        x(one) < middle ? 'left' : 'right',
      );
      await on.button('tool.draw').click();
      return found;
    };
    expect(await sides()).toEqual(['left', 'left']);
    on.desk.manners.drawingHand = 'left';
    await expect.poll(sides).toEqual(['right', 'right']);
  });
});

function memoryOf({ journal }: Kit): Promise<unknown> {
  return journal.streams().then((answer) => (answer.ok ? answer.value : answer.problem));
}

describe('own pictures', () => {
  test('[I23] a picture that a child draws joins the tray and is put like any other, also when opened again', async () => {
    const on = await mapping();
    await on.button('tool.hand').click();
    await on.button('tray.draw-own').click();
    const making = page.getByRole('group', { name: t('tray.draw-own') });
    const sheet = making.getByRole('application');
    await expect.element(sheet).toBeVisible();
    const done = making.getByRole('button', { name: t('done'), exact: true });
    await expect.element(done).toBeDisabled();
    const finger = new Finger(sheet.element());
    finger.down(500, 400).move(800, 700).move(1100, 400).up();
    await done.click();

    expect(on.sitting.symbols).toHaveLength(1);
    const [{ symbol } = { symbol: '' }] = on.sitting.symbols;
    expect(symbol).toMatch(/^own-/);
    expect(on.bench.taken).toBe(symbol);
    await on.tap(900, 600);
    expect(pageOf(on.bench).items).toMatchObject([{ symbol }]);
    expect(painted(lookAt(on.sheet()))).toBeGreaterThan(200);
    await on.button('tool.hand').click();
    await expect
      .element(page.getByRole('button', { name: t('symbol.own', { number: 1 }) }))
      .toBeVisible();
    await on.button('tool.hand').click();

    const before = lookAt(on.sheet());
    const again = await openedAgain(on.kit, on.bench);
    cleanup();
    document.body.replaceChildren();
    await show(again);
    await expect.element(page.getByRole('application')).toBeVisible();
    expect(differences(lookAt(on.sheet()), before)).toEqual([]);
  });

  test('[I23] left without a line it joins nothing', async () => {
    const on = await mapping();
    await on.button('tool.hand').click();
    await on.button('tray.draw-own').click();
    const making = page.getByRole('group', { name: t('tray.draw-own') });
    await making.getByRole('button', { name: t('close'), exact: true }).click();
    await expect.element(on.button('tray.more')).toBeVisible();
    expect(on.sitting.symbols).toEqual([]);
  });
});

describe('nothing left', () => {
  test.each(['undo', 'redo'] as const)(
    '[I14] %s with nothing to take back or do again says so in a picture and a sound, and changes nothing',
    async (says) => {
      const { kit, heard } = listening();
      const on = await working('drawing', kit);
      const [before, { length }] = [lookAt(on.sheet()), on.bench.entries];
      await on.button(says).click();
      const word = page.getByText(t('hint.undo/nothing-left'));
      await expect.element(word).toBeVisible();
      expect(word.element().querySelector('svg')).not.toBeNull();
      expect(heard).toEqual(['nothing-left']);
      expect(on.bench.entries).toHaveLength(length);
      expect(differences(lookAt(on.sheet()), before)).toEqual([]);
      await on.tap(800, 600);
      await expect.element(word).not.toBeInTheDocument();
      await on.button('undo').click();
      expect(heard).toEqual(['nothing-left', 'tool']);
    },
  );
});

describe('sounds', () => {
  test('[S12] a tool sounds; muted it never does, and that is remembered', async () => {
    const { kit, heard } = listening();
    const on = await working('drawing', kit);
    await on.button('tool.rub-out').click();
    expect(heard).toEqual(['tool']);
    on.desk.manners.sound = 'off';
    await on.button('tool.draw').click();
    await on.button('undo').click();
    expect(heard).toEqual(['tool']);
    const again = new Desk(kit, '');
    await again.manners.remember();
    again.sound('tool');
    expect(again.manners.sound).toBe('off');
    expect(heard).toEqual(['tool']);
  });

  test('[S12] where several children draw at once nothing sounds', async () => {
    const { kit, heard } = listening();
    const on = await working('drawing', kit);
    on.bench.dock(on.sitting.contributors);
    await on.button('tool.rub-out').click();
    await on.button('undo').click();
    expect(heard).toEqual([]);
    on.bench.dock([]);
    await on.button('undo').click();
    expect(heard).toEqual(['nothing-left']);
  });

  test('[S12] each sound is soft, short and ends', async () => {
    const made: OfflineAudioContext[] = [];
    class Silent extends OfflineAudioContext {
      constructor() {
        super(1, 44_100, 44_100);
        made.push(this);
      }
    }
    const real = Object.getOwnPropertyDescriptor(globalThis, 'AudioContext')!;
    Object.defineProperty(globalThis, 'AudioContext', { configurable: true, value: Silent });
    onTestFinished(() => {
      Object.defineProperty(globalThis, 'AudioContext', real);
    });
    sound('nothing-left');
    const samples = (await made[0]!.startRendering()).getChannelData(0);
    const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    expect(loudest).toBeGreaterThan(0.02);
    expect(loudest).toBeLessThanOrEqual(0.1);
    expect(samples.subarray(44_100 * 0.3).every((one) => one === 0)).toBe(true);
  });
});

describe('the tablet’s manners', () => {
  test('[S5] each manner is a group of radio buttons with names, kept from now on', async () => {
    const kit = aKit();
    const desk = await onDesk(MannersScreen, kit);
    await expect.element(radio('age.9-11')).toBeChecked();
    await expect.element(page.getByText(t('manners.age.9-11'))).toBeVisible();
    await radio('age.6-8').click({ force: true });
    await expect.element(page.getByText(t('manners.age.6-8'))).toBeVisible();
    await radio('hands.pen').click({ force: true });
    await radio('sound.off').click({ force: true });
    expect(page.getByRole('group').elements()).toHaveLength(6);
    const { ageBand, hands, sound: loud } = desk.manners;
    expect([ageBand, hands, loud]).toEqual(['6-8', 'pen', 'off']);
    const again = new Desk(kit, '');
    await again.manners.remember();
    expect([again.manners.ageBand, again.manners.hands, again.manners.sound]).toEqual([
      '6-8',
      'pen',
      'off',
    ]);
  });

  test('[I13] the age that was set decides how the next work rubs out', async () => {
    const desk = new Desk(aKit(), '');
    desk.manners.ageBand = '6-8';
    const sitting = await desk.tryIt();
    const bench = sitting.ok ? await sitting.value.begin('drawing') : undefined;
    expect(bench?.ok && bench.value.preset.rubber).toBe('whole');
  });

  test('[S5] nonsense that was kept as a setting leaves things as they are', async () => {
    const kit = aKit();
    await kit.settings.write('age-band', 'ninety');
    await kit.settings.write('hands', '');
    const { manners } = new Desk(kit, '');
    await manners.remember();
    expect([manners.ageBand, manners.hands]).toEqual(['9-11', 'both']);
  });

  test.each([
    [true, 'manners.canvas-true'],
    [false, 'manners.canvas-noisy'],
  ] as const)(
    '[S13] whether the browser leaves colours alone (%s) is said',
    async (isTrue, says) => {
      await onDesk(MannersScreen, aKit({ canvasIsTrue: () => isTrue }));
      await expect.element(page.getByText(t(says))).toBeVisible();
    },
  );

  test('[S13] a browser that adds noise to what is read back is found out', () => {
    expect(canvasIsTrue()).toBe(true);
    const spy = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'getImageData');
    onTestFinished(() => {
      spy.mockRestore();
    });
    spy.mockImplementation(function (this: OffscreenCanvasRenderingContext2D, x, y, width, height) {
      const data = new ImageData(width, height);
      for (let at = 0; at < data.data.length; at += 4) data.data.set([0x64, 0x96, 0xc8, 0xff], at);
      data.data[21] = 0x97;
      expect([x, y]).toEqual([0, 0]);
      return data;
    });
    expect(canvasIsTrue()).toBe(false);
  });
});
