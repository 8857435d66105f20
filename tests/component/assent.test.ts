/** Before a child begins: cards, questions and answer; what is offered; stopping and resting. */
import { cleanup } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';

import { present } from '#base/assert.ts';
import type { WorkId } from '#domain/ids.ts';
import { ANSWERS } from '#domain/session-operation.ts';
import type { MessageKey } from '#i18n/messages.ts';
import { t } from '#i18n/translate.svelte.ts';
import Assent from '#screens/child/Assent.svelte';
import Finish from '#screens/child/Finish.svelte';
import Offer from '#screens/child/Offer.svelte';
import Pieces from '#screens/child/Pieces.svelte';
import Practice from '#screens/child/Practice.svelte';
import Rest from '#screens/child/Rest.svelte';
import TryIt from '#screens/child/TryIt.svelte';
import Work from '#screens/child/Work.svelte';
import { Desk } from '#state/desk.svelte.ts';
import { formatRoute, type Route } from '#state/route.ts';
import { aSpeaker } from '../fixtures/voices.ts';
import { ANIMALS_HERE, aKit, aStudy, aTable, sayYes, seat, valueOf } from './tablet.ts';
import WithDesk from './WithDesk.svelte';

const [ZORRO, LLAMA] = ANIMALS_HERE;

afterEach(cleanup);
beforeEach(() => {
  location.hash = '#/';
});

const button = (says: MessageKey): ReturnType<typeof page.getByRole> =>
  page.getByRole('button', { name: t(says), exact: true });

async function show(
  desk: Desk,
  screen: unknown,
  work?: WorkId,
): Promise<{ unmount: () => Promise<void> }> {
  const shown = { desk, screen: screen as Component<{ work: WorkId }>, ...(work && { work }) };
  return render(WithDesk, shown);
}

/** Look at all cards, and answer the questions as the study means it. */
async function hear(desk: Desk): Promise<void> {
  const { cards, questions } = desk.studies.chosen.assent;
  for (const { words } of cards) {
    await expect.element(page.getByText(words.es ?? '')).toBeVisible();
    await button('card.next').click();
  }
  for (const { choices } of questions) {
    const right = choices.find((one) => one.right)?.words.es ?? '';
    await page.getByRole('button', { name: right, exact: true }).click();
  }
  await expect.element(button('answer.yes')).toBeVisible();
}

/** Answer a question so. */
async function choose(words: string): Promise<void> {
  await page.getByRole('button', { name: words, exact: true }).click();
}

describe('cards, questions and answer', () => {
  test('[A4] a yes is written in the child’s name, and leads to what is offered', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await show(desk, Assent);
    await hear(desk);
    await button('answer.yes').click();
    await expect.poll(() => location.hash).toBe('#/offer');
    expect(sitting.session.assents).toMatchObject([
      { token: ZORRO, answer: 'yes', understanding: 'understood', repeats: 0, language: 'es' },
    ]);
    expect(sitting.session.assents[0]).toMatchObject({ voice: false });
    expect(sitting.session.assents[0]?.adultOperated).toBeUndefined();
    expect([...(sitting.session.assents[0]?.order ?? [])].sort()).toEqual([...ANSWERS].sort());
  });

  test('[A1] a card is heard when it comes and again when asked, and that it was heard is written', async () => {
    const speaker = aSpeaker(['es']);
    const { desk, sitting } = await aStudy([ZORRO], aKit({ speaker }));
    const first = `es: ${desk.studies.chosen.assent.cards[0]?.words.es ?? ''}`;
    const times = (): number => speaker.heard.filter((one) => one === first).length;
    await show(desk, Assent);
    await expect.poll(times).toBe(1);
    await button('say.aloud').click();
    await expect.poll(times).toBe(2);
    await button('helper').click();
    await expect.poll(times).toBe(3);
    await button('helper').click();
    await hear(desk);
    await button('answer.yes').click();
    expect(sitting.session.assents).toMatchObject([{ voice: true }]);
  });

  test('[A2] a wrong answer shows its card again, and is not counted against the child', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await show(desk, Assent);
    for (let at = 0; at < desk.studies.chosen.assent.cards.length; at++)
      await button('card.next').click();
    await choose('No, debo seguir');
    const stop = desk.studies.chosen.assent.cards.find(({ id }) => id === 'stop');
    await expect.element(page.getByText(stop!.words.es!)).toBeVisible();
    await button('card.next').click();
    await choose('Sí, puedo');
    await choose('El equipo');
    await button('answer.yes').click();
    expect(sitting.session.assents).toMatchObject([{ understanding: 'needed-help', repeats: 1 }]);
  });

  test.each([
    [1280, 800],
    [1007, 601],
  ])(
    '[A3] on %i x %i the three answers are alike in size, ground and contrast, and none is chosen',
    async (width, height) => {
      onTestFinished(() => page.viewport(1280, 800));
      await page.viewport(width, height);
      const { desk } = await aStudy([ZORRO]);
      await show(desk, Assent);
      await hear(desk);
      const looks = ANSWERS.map((answer) => {
        const element = button(`answer.${answer}`).element();
        const box = element.getBoundingClientRect();
        const { backgroundColor, color, borderColor, fontSize, fontWeight, opacity } =
          getComputedStyle(element);
        expect(element.hasAttribute('aria-pressed')).toBe(false);
        expect(document.activeElement).not.toBe(element);
        const picture = element.querySelector('svg')?.getBoundingClientRect();
        return [
          ...[box.width, box.height, box.top, picture?.width, picture?.height].map((one) =>
            one?.toFixed(1),
          ),
          ...[backgroundColor, color, borderColor, fontSize, fontWeight, opacity],
        ];
      });
      expect(looks).toEqual([looks[0], looks[0], looks[0]]);
      const inks: number[] = [];
      for (const answer of ANSWERS) inks.push(await darknessOf(button(`answer.${answer}`)));
      expect(Math.max(...inks) / Math.min(...inks)).toBeLessThan(1.35);
    },
  );

  test('[A4] who does not want to is thanked, and the others are asked on', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA]);
    await show(desk, Assent);
    await expect.element(page.getByRole('img', { name: t('animal.zorro') })).toBeVisible();
    await hear(desk);
    await button('answer.not-now').click();
    await expect.element(page.getByText(t('assent.thanks'))).toBeVisible();
    await button('go.on').click();
    expect(sitting.plan?.members).toEqual([LLAMA]);
    await expect.element(page.getByRole('img', { name: t('animal.llama') })).toBeVisible();
    await hear(desk);
    await button('answer.no').click();
    await button('go.on').click();
    await expect.poll(() => location.hash).toBe('#/pieces');
    expect(sitting.seated).toEqual([]);
    expect(sitting.session.assents).toMatchObject([
      { token: ZORRO, answer: 'not-now' },
      { token: LLAMA, answer: 'no' },
    ]);
  });

  test('[A15] a wrong finger is mended from the thanks: the three answers stand there again, and both stay written', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await show(desk, Assent);
    await hear(desk);
    await button('answer.no').click();
    await expect.element(page.getByText(t('assent.thanks'))).toBeVisible();
    expect(sitting.seated).toEqual([ZORRO]);
    await button('card.back').click();
    await button('answer.yes').click();
    await expect.poll(() => location.hash).toBe('#/offer');
    expect(sitting.session.assents.map(({ answer }) => answer)).toEqual(['no', 'yes']);
  });

  test('[A15] who rests at the thanks does not take part', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA]);
    await show(desk, Assent);
    await hear(desk);
    await button('answer.no').click();
    await button('stop').click();
    await expect.poll(() => location.hash).toBe('#/rest/assent');
    expect(sitting.seated).toEqual([LLAMA]);
  });

  test('[A15] nor does who is led away from the thanks by an adult', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA]);
    const view = await show(desk, Assent);
    await hear(desk);
    await button('answer.not-now').click();
    await expect.element(page.getByText(t('assent.thanks'))).toBeVisible();
    await view.unmount();
    expect(sitting.waiting).toEqual([LLAMA]);
  });

  test('[A1] who has said yes goes straight on; who said not now hears it again when an adult seats it again', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    sayYes(sitting, ZORRO);
    const view = await show(desk, Assent);
    await expect.poll(() => location.hash).toBe('#/offer');
    await view.unmount();

    seat(sitting, [LLAMA]);
    await show(desk, Assent);
    await hear(desk);
    await button('answer.not-now').click();
    await button('go.on').click();
    seat(sitting, [LLAMA]);
    await hear(desk);
    await button('answer.yes').click();
    expect(sitting.session.assents.map(({ answer }) => answer)).toEqual(['yes', 'not-now', 'yes']);
  });

  test('[A4] an adult who presses in place of the child says so by holding', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await show(desk, Assent);
    await hear(desk);
    holdLong('assent.adult');
    await expect.element(page.getByText(t('assent.adult-marked'))).toBeVisible();
    await button('answer.yes').click();
    expect(sitting.session.assents).toMatchObject([{ adultOperated: true }]);
  });

  test('[A4] the mark of an adult stands from the questions on, and is taken back by another hold', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    await show(desk, Assent);
    const { cards, questions } = sitting.pack.assent;
    expect(button('assent.adult').query()).toBeNull();
    for (let at = 0; at < cards.length; at++) await button('card.next').click();
    holdLong('assent.adult');
    await expect.element(page.getByText(t('assent.adult-marked'))).toBeVisible();
    holdLong('assent.adult.undo');
    await expect.element(page.getByText(t('assent.adult-marked'))).not.toBeInTheDocument();
    for (const { choices } of questions) {
      await choose(choices.find(({ right }) => right)?.words.es ?? '');
    }
    await button('answer.yes').click();
    expect(sitting.session.assents[0]?.adultOperated).toBeUndefined();
  });

  test('[A7] who rests at the second card goes on at the second card; seated anew one begins again', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const [first, second] = sitting.pack.assent.cards.map(({ words }) => words.es ?? '');
    const view = await show(desk, Assent);
    await button('card.next').click();
    await expect.element(page.getByText(second!)).toBeVisible();
    await button('stop').click();
    await expect.poll(() => location.hash).toBe('#/rest/assent');
    await view.unmount();

    const rested = await show(desk, Assent);
    await expect.element(page.getByText(second!)).toBeVisible();
    await rested.unmount();
    seat(sitting, [ZORRO]);
    await show(desk, Assent);
    await expect.element(page.getByText(first!)).toBeVisible();
  });

  test.each([
    ['cards', Assent],
    ['what is offered', Offer],
  ] as const)(
    '[A10] after the app was closed %s wait for the adult and show nobody’s work',
    async (_name, screen) => {
      const { kit, sitting } = await aStudy([ZORRO]);
      sayYes(sitting, ZORRO);
      await sitting.keeper.settled();
      const view = await show(new Desk(kit, ''), screen);
      await expect.poll(() => location.hash).toMatch(/^#\/rest\/(assent|offer)$/);
      await view.unmount();

      const desk = new Desk(kit, location.hash);
      await show(desk, Rest);
      await expect.element(page.getByText(t('pieces.wait'))).toBeVisible();
      expect(button('go.on').query()).toBeNull();
      await expect.poll(() => desk.adultsHome).toEqual({ screen: 'board' });
    },
  );
});

describe('what is offered', () => {
  test('[A5] doing it begins the work that was planned', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    sayYes(sitting, ZORRO);
    await show(desk, Offer);
    await expect.element(page.getByText('Dibuja el lugar donde vives.')).toBeVisible();
    const [doIt, skip] = [button('offer.do'), button('offer.skip')].map((one) => {
      const { width, height, top } = one.element().getBoundingClientRect();
      return [width, height, top];
    });
    expect(doIt).toEqual(skip);
    await button('offer.do').click();
    await expect.poll(() => location.hash).toMatch(/^#\/work\//);
    expect(sitting.works).toMatchObject([
      { template: 'drawing', prompt: 'place', members: [ZORRO] },
    ]);
  });

  test('[A5] a skip is written without a reason, and leads to my pieces', async () => {
    const { desk, sitting } = await aStudy([ZORRO], aKit(), 'circles');
    sayYes(sitting, ZORRO);
    await show(desk, Offer);
    await button('offer.skip').click();
    await expect.poll(() => location.hash).toBe('#/pieces');
    const skipped = { token: ZORRO, activity: 'circles', prompt: 'important' };
    expect(sitting.session.skips).toMatchObject([skipped]);
    expect(sitting.works).toEqual([]);
  });

  test('[N11] what is asked is written down when it shows, once for a whole group, and each time it is said again', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA], aKit(), 'map');
    for (const token of [ZORRO, LLAMA]) sayYes(sitting, token);
    await show(desk, Offer);
    const shown = { prompt: 'map', language: 'es', how: 'shown' };
    await expect.poll(() => sitting.session.prompts).toMatchObject([shown]);
    await button('offer.skip').click();
    await button('say.aloud').click();
    await button('helper').click();

    const again = { ...shown, how: 'again' };
    expect(sitting.session.prompts).toMatchObject([shown, again, again]);
  });

  test('[N11] who was not asked yet whether it wants to was shown nothing', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA]);
    sayYes(sitting, ZORRO);
    await show(desk, Offer);
    await expect.poll(() => location.hash).toBe('#/assent');
    expect(sitting.session.prompts).toEqual([]);
  });

  test('[A5] of a group only the child whose turn it is skips', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA], aKit(), 'map');
    for (const token of [ZORRO, LLAMA]) sayYes(sitting, token);
    await show(desk, Offer);
    await button('animal.llama').click();
    await button('offer.skip').click();
    expect(sitting.session.skips).toMatchObject([{ token: LLAMA, activity: 'map' }]);
    expect(sitting.plan?.members).toEqual([ZORRO]);
    await button('offer.do').click();
    await expect.poll(() => sitting.works).toMatchObject([{ members: [ZORRO] }]);
  });

  test('[A16] of a group each says for itself whether it does it; who says it first begins nothing', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA], aKit(), 'map');
    for (const token of [ZORRO, LLAMA]) sayYes(sitting, token);
    await show(desk, Offer);
    await button('offer.do').click();
    await expect.element(button('animal.llama')).toHaveAttribute('aria-pressed', 'true');
    expect(sitting.works).toEqual([]);
    await button('animal.zorro').click();
    await button('offer.do').click();
    await expect.element(button('animal.llama')).toHaveAttribute('aria-pressed', 'true');
    await button('offer.do').click();
    await expect.poll(() => sitting.works).toMatchObject([{ members: [ZORRO, LLAMA] }]);
  });

  test('[A16] when the last of a group skips, those who wanted to begin', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA], aKit(), 'map');
    for (const token of [ZORRO, LLAMA]) sayYes(sitting, token);
    await show(desk, Offer);
    await button('offer.do').click();
    await expect.element(button('animal.llama')).toHaveAttribute('aria-pressed', 'true');
    await button('offer.skip').click();
    await expect.poll(() => sitting.works).toMatchObject([{ members: [ZORRO] }]);
    expect(sitting.session.skips).toMatchObject([{ token: LLAMA }]);
  });

  test('[A5] who was not asked yet is asked first', async () => {
    const { desk, sitting } = await aStudy([ZORRO, LLAMA]);
    sayYes(sitting, ZORRO);
    await show(desk, Offer);
    await expect.poll(() => location.hash).toBe('#/assent');
  });

  test('[A5] who has made nothing yet may practise first, and comes back here', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    sayYes(sitting, ZORRO);
    const view = await show(desk, Offer);
    await button('practice').click();
    await expect.poll(() => location.hash).toBe('#/practice');
    await view.unmount();
    const practising = await show(desk, Practice);
    await button('go.back').click();
    await expect.poll(() => location.hash).toBe('#/offer');
    await practising.unmount();
    await sitting.begin('drawing');
    valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, Offer);
    await expect.element(button('offer.do')).toBeVisible();
    await expect.element(button('practice')).not.toBeInTheDocument();
  });
});

test('[P21] of a work that was decided about there is nothing to draw with, and the hand leads to the board', async () => {
  const { desk, sitting } = await aStudy([ZORRO]);
  sayYes(sitting, ZORRO);
  valueOf(await sitting.beginPlanned(sitting.plan!));
  valueOf(await sitting.finish('keep'));
  const [work] = sitting.works;
  const bench = valueOf(await sitting.open(work!));
  await show(desk, Work, bench.id);
  await expect.element(button('stop')).toBeVisible();
  for (const tool of ['tool.draw', 'tool.rub-out', 'undo', 'redo', 'page.new'] as const) {
    expect(button(tool).query(), tool).toBeNull();
  }
  await button('stop').click();
  await expect.poll(() => location.hash).toBe('#/board');
  expect(sitting.works).toMatchObject([{ decision: 'keep', resting: false }]);
});

describe('the corner', () => {
  /** Every screen of a child, by a child of a study who works alone. */
  const SCREENS: readonly (readonly [string, unknown])[] = [
    ['assent', Assent],
    ['offer', Offer],
    ['practice', Practice],
    ['work', Work],
    ['finish', Finish],
    ['pieces', Pieces],
    ['rest', Rest],
  ];

  test.each(['right', 'left'] as const)(
    '[A6] stop and the helper stand in the same corner of every screen, for a %s hand',
    async (hand) => {
      const places: Record<string, unknown> = {};
      for (const [name, screen] of SCREENS) {
        const { desk, sitting } = await aStudy([ZORRO]);
        desk.manners.drawingHand = hand;
        if (name !== 'assent') sayYes(sitting, ZORRO);
        const { id } =
          name === 'offer' ? { id: undefined } : valueOf(await sitting.beginPlanned(sitting.plan!));
        const view = await show(desk, screen, id);
        await expect.element(button('stop')).toBeVisible();
        places[name] = ['stop', 'helper'].map((which) => {
          const box = button(which as 'stop')
            .element()
            .getBoundingClientRect();
          return [box.left, box.top, box.width, box.height].map(Math.round);
        });
        await view.unmount();
      }
      const [first] = Object.values(places);
      expect(places).toEqual(Object.fromEntries(SCREENS.map(([name]) => [name, first])));
      const [[left = 0, top = 0] = []] = first as number[][];
      expect(top).toBeLessThan(20);
      expect(hand === 'right' ? innerWidth - left : left + 112).toBeLessThan(130);
    },
  );

  test('[A6] where one only tries the app there is the same corner', async () => {
    await show(new Desk(aKit(), ''), TryIt);
    await button('helper').click();
    await expect.element(page.getByRole('status')).toHaveTextContent(t('who'));
    await button('stop').click();
    expect(location.hash).toBe('#/rest/try');
  });

  test('[A6] beside the sheet the helper says what the study asks, in words too', async () => {
    const speaker = aSpeaker(['es']);
    const { desk, sitting } = await aStudy([ZORRO], aKit({ speaker }));
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, Work, id);
    await button('helper').click();
    await expect.element(page.getByText('Dibuja el lugar donde vives.')).toBeVisible();
    expect(speaker.heard).toContain('es: Dibuja el lugar donde vives.');
    await button('helper').click();
    await expect.element(page.getByText('Dibuja el lugar donde vives.')).not.toBeInTheDocument();
  });

  test('[A6] where several work, the panel with their heads begins with what is asked, and nobody else joins', async () => {
    const speaker = aSpeaker(['es']);
    const { desk, sitting } = await aStudy([ZORRO, LLAMA], aKit({ speaker }), 'map');
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, Work, id);
    await expect.element(button('turn')).toBeVisible();
    await button('turn').click();
    await button('helper').click();
    expect(speaker.heard.at(-1)).toBe('es: ¿Cómo es nuestra comunidad? Dibújenla.');
    await expect.element(page.getByText('¿Cómo es nuestra comunidad? Dibújenla.')).toBeVisible();
    await expect.element(button('animal.llama')).toBeVisible();
    expect(button('animal.puma').query()).toBeNull();
  });

  test('[A12] an adult who holds the helper beside the sheet gets the adults’ panel; a long tap of a child speaks', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, Work, id);
    await expect.element(button('helper')).toBeVisible();
    vi.useFakeTimers();
    const helper = button('helper').element();
    hold(helper);
    vi.advanceTimersByTime(1_900);
    letGo(helper);
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await expect.element(page.getByText('Dibuja el lugar donde vives.')).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: t('adult.title') }))
      .not.toBeInTheDocument();
    vi.useFakeTimers();
    hold(helper);
    vi.advanceTimersByTime(2_000);
    letGo(helper);
    vi.useRealTimers();
    await expect.element(page.getByRole('region', { name: t('adult.title') })).toBeVisible();
  });
});

describe('stopping', () => {
  test.each<[string, unknown, Route]>([
    ['assent', Assent, { screen: 'rest', from: 'assent' }],
    ['offer', Offer, { screen: 'rest', from: 'offer' }],
    ['practice', Practice, { screen: 'rest', from: 'practice' }],
    ['pieces', Pieces, { screen: 'rest', from: 'pieces' }],
  ])('[A7] who stops at %s rests, and goes on there', async (name, screen, route) => {
    const { kit, desk, sitting } = await aStudy([ZORRO]);
    if (name !== 'assent') sayYes(sitting, ZORRO);
    const view = await show(desk, screen);
    await button('stop').click();
    await expect.poll(() => location.hash).toBe(formatRoute(route));
    await view.unmount();
    await sitting.keeper.settled();
    const resting = new Desk(kit, location.hash);
    seat(present(valueOf(await resting.sitInStudy()), 'the session goes on'), [ZORRO]);
    await show(resting, Rest);
    await button('go.on').click();
    await expect.poll(() => location.hash).toBe(`#/${name}`);
  });

  test('[A7] who stops beside a sheet may rest from the work and go on with it', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    const working = await show(desk, Work, id);
    await button('stop').click();
    await expect.poll(() => location.hash).toBe(`#/finish/${id}`);
    await working.unmount();
    await show(desk, Finish, id);
    await button('finish.rest').click();
    await expect.poll(() => location.hash).toBe(`#/rest/${id}`);
    expect(sitting.works).toMatchObject([{ resting: true, decision: undefined }]);
  });

  test('[A7] who rests from a work stops it from there too, also after the app was closed', async () => {
    const { kit, sitting } = await aStudy([ZORRO]);
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    await sitting.rest();
    const again = new Desk(kit, `#/rest/${id}`);
    await show(again, Rest);
    await button('stop').click();
    await expect.poll(() => location.hash).toBe(`#/finish/${id}`);
    expect(again.sitting?.bench?.id).toBe(id);
  });

  test('[A7] in a study what was finished leads to my pieces', async () => {
    const { desk, sitting } = await aStudy([ZORRO]);
    const { id } = valueOf(await sitting.beginPlanned(sitting.plan!));
    await show(desk, Finish, id);
    await button('finish.keep-private').click();
    await expect.poll(() => location.hash).toBe('#/pieces');
    expect(sitting.works).toMatchObject([{ id, decision: 'keep-private' }]);
  });

  test('[A12] from rest an adult goes on to the board, and of a session that only tries to the first screen', async () => {
    const { desk } = await aStudy([ZORRO]);
    for (const [on, where] of [
      [desk, '#/board'],
      [(await aTable('drawing')).desk, '#/'],
    ] as const) {
      location.hash = '#/rest/pieces';
      const view = await show(on, Rest);
      await expect.element(button('adult.hold')).toBeVisible();
      vi.useFakeTimers();
      hold(button('adult.hold').element());
      vi.advanceTimersByTime(2_000);
      vi.useRealTimers();
      await expect.poll(() => location.hash).toBe(where);
      await view.unmount();
    }
  });
});

/** An adult holds the button for two seconds. */
function holdLong(says: MessageKey): void {
  vi.useFakeTimers();
  hold(button(says).element());
  vi.advanceTimersByTime(2_000);
  vi.useRealTimers();
}

function hold(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
}

function letGo(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
}

/** How much darker than white the button is, on the whole. */
async function darknessOf(of: ReturnType<typeof page.getByRole>): Promise<number> {
  const base64 = await page.screenshot({ element: of, save: false });
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) dark += 255 - (data[at + 1] ?? 0);
  return dark / (data.length / 4);
}

test('[P13] two children with the same animal are told apart by their numbers, and each has its turn', async () => {
  const { desk, sitting } = await aStudy(['zorro-01', 'llama-02', 'zorro-03'], aKit(), 'map');
  const plan = sitting.plan!;
  const bench = valueOf(await sitting.beginPlanned(plan));
  await show(desk, Work, bench.id);
  await button('turn').click();
  const names = page
    .getByRole('group', { name: t('turn'), exact: true })
    .getByRole('button')
    .elements()
    .map((one) => one.getAttribute('aria-label'));
  expect(names).toEqual(
    expect.arrayContaining([`${t('animal.zorro')} 1`, t('animal.llama'), `${t('animal.zorro')} 3`]),
  );
  await page.getByRole('button', { name: `${t('animal.zorro')} 3`, exact: true }).click();

  expect([bench.by, sitting.by]).toEqual(['zorro-03', 'zorro-03']);
});
