/** Screens on a real desk: the working screen around the sheet, the end of a work, trouble. */
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render as show } from 'vitest-browser-svelte';

import { fail } from '#base/result.ts';
import { COLOUR_OF } from '#domain/crayon.ts';
import { DECISIONS } from '#domain/session-operation.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { speak, t } from '#i18n/translate.svelte.ts';
import { LANGUAGES } from '#i18n/words.ts';
import Finish from '#screens/child/Finish.svelte';
import Welcome from '#screens/facilitator/Welcome.svelte';
import Mending from '#screens/mending/Mending.svelte';
import OtherWindow from '#screens/mending/OtherWindow.svelte';
import ProblemNote from '#screens/ProblemNote.svelte';
import { Desk } from '#state/desk.svelte.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import App from '../../src/App.svelte';
import { Finger } from './hands.ts';
import { canvasOf, colour, differences, inkAt, lookAt, painted, PAPER, seenAt } from './paper.ts';
import { aKit, aTable, linesOf, openedAgain, pageOf, strokesOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';
import { headOf, mapping, show as showWork, working } from './working.ts';

/** The ways to stop, in their order. */
const WAYS = ['rest', ...DECISIONS] as const;

/** Two centimetres of glass (tokens.css, --wrist). */
const WRIST_PX = 108;

afterEach(cleanup);

describe('the end of a work', () => {
  test('[S2] the four ways to stop are equal in size, and none is chosen beforehand', async () => {
    const { desk, bench } = await aTable('drawing');
    render(WithDesk, { desk, screen: Finish, work: bench.id });
    const ways = WAYS.map((one) => screen.getByRole('button', { name: t(`finish.${one}`) }));

    const sizes = ways.map((way) => {
      const { width, height, top } = way.getBoundingClientRect();
      return [Math.round(width), Math.round(height), Math.round(top)];
    });
    expect(sizes[0]?.[0]).toBeGreaterThan(112);
    expect(sizes).toEqual(WAYS.map(() => sizes[0]));
    const looks = ways.map((way) => {
      const { backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(way);
      return [backgroundColor, borderColor, fontSize, fontWeight];
    });
    expect(looks).toEqual(WAYS.map(() => looks[0]));
    for (const way of ways) {
      expect(way).not.toHaveAttribute('aria-pressed');
      expect(way).not.toHaveFocus();
    }
  });

  test.each(LANGUAGES)('[S2] they stay equal in %s', async (language) => {
    await speak(language);
    const { desk, bench } = await aTable('drawing');
    render(WithDesk, { desk, screen: Finish, work: bench.id });
    const sizes = WAYS.map((one) => {
      const { width, height } = screen
        .getByRole('button', { name: t(`finish.${one}`) })
        .getBoundingClientRect();
      return `${width.toFixed()} x ${height.toFixed()}`;
    });
    await speak('es-PE');
    expect(new Set(sizes).size).toBe(1);
  });

  test.each(DECISIONS)(
    '[S2] pressing %s decides that, and leads to what comes next',
    async (decision) => {
      const { desk, sitting, bench } = await aTable('drawing');
      await show(WithDesk, { desk, screen: Finish, work: bench.id });
      const press = (says: MessageKey): Promise<void> =>
        page.getByRole('button', { name: t(says), exact: true }).click();
      await press(`finish.${decision}`);
      if (decision === 'throw-away') {
        await press('throw-away.leave');
        expect(sitting.works).toMatchObject([{ id: bench.id }]);
        await press('finish.throw-away');
        await expect
          .element(page.getByRole('button', { name: t('throw-away.leave'), exact: true }))
          .toBeVisible();
        await press('finish.throw-away');
      }
      await expect.poll(() => location.hash).toBe('#/try');
      const still = decision === 'throw-away' ? [] : [{ id: bench.id, decision }];
      expect(sitting.works).toMatchObject(still);
      expect(sitting.bench).toBeUndefined();
    },
  );
});

describe('around the sheet', () => {
  test('[S8] every button around the sheet and in its panels is at least 80 px large, and none lies where a wrist rests', async () => {
    const on = await mapping();
    const wrong = (): string[] =>
      page
        .getByRole('button')
        .elements()
        .filter((one) => one.closest('.mirror') === null)
        .filter((one) => {
          const { width, height, bottom } = one.getBoundingClientRect();
          return Math.min(width, height) < 80 || bottom > innerHeight - WRIST_PX;
        })
        .map((one) => one.getAttribute('aria-label') ?? '');

    const buttons = page.getByRole('button').elements().length;
    expect(wrong()).toEqual([]);
    for (const opener of ['tool.hand', 'tool.draw', 'tool.join', 'tool.feel', 'turn'] as const) {
      await on.button(opener).click();
      expect(page.getByRole('button').elements().length).toBeGreaterThanOrEqual(buttons + 6);
      expect(wrong()).toEqual([]);
    }
    for (const y of [900, 300]) {
      on.bench.take('house');
      await on.tap(900, y);
      await on.tap(900, y);
      await expect.element(on.button('item.bigger')).toBeVisible();
      expect(wrong()).toEqual([]);
    }
    for (const animal of ['condor', 'puma', 'llama', 'zorro'] as const) on.sitting.turnTo(animal);
    on.bench.dock(on.sitting.contributors);
    for (const animal of ['condor', 'puma', 'llama', 'zorro'] as const)
      await headOf(animal).click();
    await expect.poll(() => on.button('tray.more').elements().length).toBe(4);
    expect(wrong()).toEqual([]);
  });

  test('[S8] the tools used most are the largest', async () => {
    const { button } = await mapping();
    const widthOf = (says: 'tool.draw' | 'tool.join' | 'undo' | 'tool.bin'): number =>
      button(says).element().getBoundingClientRect().width;
    expect([widthOf('tool.draw'), widthOf('tool.join')]).toEqual([112, 112]);
    expect([widthOf('undo'), widthOf('tool.bin')]).toEqual([96, 96]);
  });

  test('[S1] on an opened drawing the first touch of the sheet draws', async () => {
    const { bench, pull, at, sheet } = await working('drawing');
    await pull([400, 500], at(900, 500));
    expect(linesOf(bench)).toHaveLength(1);
    expect(inkAt(sheet(), { x: 650, y: 500 })).toEqual(colour(COLOUR_OF.black));
  });

  test('[I3] crayon and width of the tin are those of the next line', async () => {
    const { bench, button, tap, sheet } = await working('drawing');
    await button('tool.draw').click();
    await button('crayon.green').click();
    await button('tool.draw').click();
    await expect.element(button('crayon.green')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('crayon.black')).toHaveAttribute('aria-pressed', 'false');
    await button('width.thick').click();
    await tap(800, 600);
    expect(strokesOf(bench)).toMatchObject([{ crayon: 'green', width: 'thick', tool: 'crayon' }]);
    expect(inkAt(sheet(), { x: 812, y: 600 })).toEqual(colour(COLOUR_OF.green));
  });

  test('[J2] undo and redo look awake when there is something to take back, and do it', async () => {
    const { bench, button, tap, sheet } = await working('drawing');
    await expect.element(button('undo')).toHaveClass('idle');
    await expect.element(button('redo')).toHaveClass('idle');
    await tap(800, 600);
    await expect.element(button('undo')).not.toHaveClass('idle');
    await button('undo').click();
    expect(strokesOf(bench)).toEqual([]);
    expect(seenAt(sheet(), { x: 800, y: 600 })).toEqual(PAPER);
    await expect.element(button('undo')).toHaveClass('idle');
    await expect.element(button('redo')).not.toHaveClass('idle');
    await button('redo').click();
    expect(strokesOf(bench)).toHaveLength(1);
    expect(inkAt(sheet(), { x: 800, y: 600 })).not.toEqual(PAPER);
    await expect.element(button('redo')).toHaveClass('idle');
  });

  test('[I8] pages are turned, and each shows what was drawn on it', async () => {
    const { button, tap, sheet } = await working('drawing');
    await expect.element(button('page.new')).toBeDisabled();
    await tap(800, 600);
    await button('page.new').click();
    expect(painted(lookAt(sheet()))).toBe(0);
    await expect.element(page.getByText(t('page.number', { number: 2, count: 2 }))).toBeVisible();
    await expect.element(button('page.new')).toBeDisabled();
    await tap(400, 300);
    await button('page.previous').click();
    expect(inkAt(sheet(), { x: 800, y: 600 })).not.toEqual(PAPER);
    expect(seenAt(sheet(), { x: 400, y: 300 })).toEqual(PAPER);
    await expect.element(button('page.previous')).toBeDisabled();
    await button('page.next').click();
    expect(inkAt(sheet(), { x: 400, y: 300 })).not.toEqual(PAPER);
    await expect.element(button('page.next')).toBeDisabled();
  });

  test('[I6] turning the tablet leaves the page as it was, and a tap lands where it is seen', async () => {
    const { bench, pull, tap, at, sheet } = await working('drawing');
    await pull([400, 500], at(900, 500));
    const before = lookAt(sheet());
    const { width } = sheet().getBoundingClientRect();

    onTestFinished(() => page.viewport(1280, 800));
    await page.viewport(800, 1280);

    await expect.poll(() => sheet().getBoundingClientRect().width).toBeLessThan(width);
    const sheetNow = sheet().getBoundingClientRect();
    expect(sheetNow.width / sheetNow.height).toBeCloseTo(4 / 3, 2);
    expect(canvasOf(sheet()).getBoundingClientRect().width).toBeCloseTo(sheetNow.width, 1);
    expect(differences(lookAt(sheet()), before)).toEqual([]);
    await tap(1300, 1000);
    const [x, y] = [linesOf(bench)[1]?.[0]?.x ?? 0, linesOf(bench)[1]?.[0]?.y ?? 0];
    expect([x / 8, y / 8]).toEqual([expect.closeTo(1300, -1), expect.closeTo(1000, -1)]);
    expect(inkAt(sheet(), { x: 1300, y: 1000 })).not.toEqual(PAPER);
  });

  test('[J15] a work opened after the app was closed shows every line and picture', async () => {
    const { kit, bench, sheet, pull, at } = await working('map');
    bench.take('house');
    new Finger(sheet()).tap(900, 800);
    bench.pick('draw');
    await pull([400, 500], at(900, 500));
    const before = lookAt(sheet());
    const again = await openedAgain(kit, bench);
    document.body.replaceChildren();

    await showWork(again);

    await expect.element(page.getByRole('application')).toBeVisible();
    expect(differences(lookAt(sheet()), before)).toEqual([]);
    expect(pageOf(again.bench).items).toMatchObject([{ symbol: 'house' }]);
  });

  test('[S2] the button that stops leads to the four ways, with what fingers were doing kept', async () => {
    const { bench, button, sheet } = await working('drawing');
    new Finger(sheet(), 7).down(400, 400).move(900, 400);
    await button('stop').click();
    expect(location.hash).toBe(`#/finish/${bench.id}`);
    expect(linesOf(bench).map((line) => line.length)).toEqual([2]);
  });

  test('[I6] leaving the working screen takes its sheet down', async () => {
    const { bench, desk } = await aTable('drawing');
    const view = await show(WithDesk, {
      desk,
      screen: (await import('#screens/child/Work.svelte')).default,
      work: bench.id,
    });
    const host = page.getByRole('application').element();
    await view.unmount();
    new Finger(host).tap(400, 400);
    expect(linesOf(bench)).toEqual([]);
    expect(host.childNodes).toHaveLength(0);
  });
});

describe('what is safe', () => {
  test('[J8] the mark says saved only when nothing waits any more', async () => {
    const journal = memoryJournal();
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((done) => (finish = done));
    const kit = aKit({
      journal: {
        ...journal,
        append: async (...how) => {
          await slow;
          return journal.append(...how);
        },
      },
    });
    const { tap } = await working('drawing', kit);
    await tap(800, 600);
    await expect.element(page.getByLabelText(t('safety.saving'), { exact: true })).toBeVisible();
    expect(page.getByLabelText(t('safety.saved'), { exact: true }).query()).toBeNull();
    finish();
    await expect.element(page.getByLabelText(t('safety.saved'), { exact: true })).toBeVisible();
  });

  test('[J12] what could not be written is said in words, tried again, and then said to be saved', async () => {
    const journal = memoryJournal();
    let full = true;
    const append = vi.fn<typeof journal.append>((...how) =>
      full ? Promise.resolve(fail({ code: 'storage/full' })) : journal.append(...how),
    );
    const { bench, tap } = await working('drawing', aKit({ journal: { ...journal, append } }));
    await tap(800, 600);
    await expect.element(page.getByRole('alert')).toHaveTextContent(t('safety.not-saved'));
    full = false;
    await expect
      .element(page.getByLabelText(t('safety.saved'), { exact: true }), { timeout: 4_000 })
      .toBeVisible();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    const kept = await journal.read(bench.id);
    expect(kept.ok && kept.value).toHaveLength(bench.entries.length);
  });

  test('[S7] the welcome screen says when nothing can be kept, and when all is well', async () => {
    const refusing = {
      ...memoryJournal(),
      streams: () => Promise.resolve(fail({ code: 'storage/refused', why: 'test' } as const)),
    };
    const desk = new Desk(aKit({ journal: refusing }), '');
    const view = await show(WithDesk, { desk, screen: Welcome });
    await desk.checkStorage();
    await expect.element(page.getByText(t('storage.refused'))).toBeVisible();
    await view.unmount();
    const well = new Desk(aKit(), '');
    await show(WithDesk, { desk: well, screen: Welcome });
    await well.checkStorage();
    await expect.element(page.getByText(t('storage.kept'))).toBeVisible();
  });

  test.each(['#/try', '#/board', '#/'])(
    '[S21] started at %s the app asks the browser to keep what is stored, once',
    async (hash) => {
      const askToKeep = vi.fn(() => Promise.resolve('kept' as const));
      const desk = new Desk(aKit({ askToKeep }), hash);
      const only = { elsewhere: undefined, takeOver: () => Promise.resolve() };
      const view = await show(App, { desk, only });
      await expect.poll(() => desk.storage).toBe('kept');
      expect(askToKeep).toHaveBeenCalledOnce();
      await view.unmount();
    },
  );

  test('[S21] what another window works at is left alone until this one takes over', async () => {
    const askToKeep = vi.fn(() => Promise.resolve('kept' as const));
    const desk = new Desk(aKit({ askToKeep }), '');
    desk.elsewhere = { place: 'work' };
    const only = { elsewhere: { place: 'work' }, takeOver: () => Promise.resolve() };
    await show(App, { desk, only });
    await expect.element(page.getByRole('button')).toBeVisible();
    expect(askToKeep).not.toHaveBeenCalled();
    await page.getByRole('button').click();
    await expect.poll(() => desk.storage).toBe('kept');
  });
});

describe('words', () => {
  test('[S3] changing the language changes words and nothing else, and is remembered', async () => {
    const kit = aKit();
    const desk = new Desk(kit, '');
    await show(WithDesk, { desk, screen: Welcome });
    await desk.checkStorage();
    const shapes = (): (string | null)[] =>
      [...document.querySelectorAll('main path')].map((one) => one.getAttribute('d'));
    await expect.element(page.getByText(t('storage.kept'))).toBeVisible();
    const [spanish, before] = [t('welcome.try'), shapes()];

    await page.getByLabelText('Idioma de personas adultas', { exact: true }).selectOptions('en');

    await expect.element(page.getByRole('button', { name: 'Try it' })).toBeVisible();
    expect(page.getByRole('button', { name: spanish }).query()).toBeNull();
    expect(shapes()).toEqual(before);
    await expect.poll(() => kit.settings.read('language')).toEqual({ ok: true, value: 'en' });
    await page.getByLabelText('Language of adults', { exact: true }).selectOptions('es-PE');
    await expect.element(page.getByRole('button', { name: spanish })).toBeVisible();
  });

  test('[S6] a broken promise says that the work is safe, and goes on', async () => {
    const ongo = vi.fn<() => void>();
    await show(Mending, { what: 'BrokenPromise: a stroke has a sample', ongo });
    await expect.element(page.getByText(t('mending.safe'))).toBeVisible();
    await expect.element(page.getByText('BrokenPromise: a stroke has a sample')).toBeVisible();
    await page.getByRole('button', { name: t('go.on') }).click();
    expect(ongo).toHaveBeenCalledOnce();
  });

  test('[J16] a second window says where the first one is, and can take over', async () => {
    const onhere = vi.fn<() => void>();
    const view = await show(OtherWindow, { place: 'place.work', onhere });
    await expect
      .element(page.getByText(t('elsewhere.where', { place: t('place.work') })))
      .toBeVisible();
    await page.getByRole('button', { name: t('elsewhere.take-over') }).click();
    expect(onhere).toHaveBeenCalledOnce();
    await view.rerender({ place: undefined });
    await expect.element(page.getByRole('heading', { name: t('elsewhere.taken') })).toBeVisible();
    await page.getByRole('button', { name: t('elsewhere.take-back') }).click();
    expect(onhere).toHaveBeenCalledTimes(2);
  });

  test('[J13] a problem is a sentence with its code and the place of the fault', () => {
    render(ProblemNote, {
      problem: { code: 'entry/broken', path: 'works.3.op' },
      more: 'And more',
    });
    const note = screen.getByRole('alert');
    expect(note).toHaveTextContent(t('problem.entry/broken'));
    expect(note).toHaveTextContent('entry/broken · works.3.op');
    expect(note).toHaveTextContent('And more');
  });
});
