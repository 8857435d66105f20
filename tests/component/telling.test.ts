/** [T1], [T4], [T5] and [T9]: an adult writes down what children tell, on the real screen. */
import { describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';

import type { ItemId } from '#domain/ids.ts';
import type { Token } from '#domain/contributor.ts';
import { numbered, titleOf } from '#domain/work.ts';
import { t } from '#i18n/translate.svelte.ts';
import { Finger, heldByAdult } from './hands.ts';
import { openedAgain } from './tablet.ts';
import { mapping, type Working } from './working.ts';

const form = page.getByRole('form');
const words = page.getByLabelText(t('tell.words'));

/** A house and a hen; the hen is picked. */
async function aPickedHen(): Promise<Working> {
  const on = await mapping();
  const finger = new Finger(on.sheet());
  for (const [symbol, x, y] of [
    ['house', 400, 600],
    ['hen', 1000, 600],
  ] as const) {
    on.bench.take(symbol);
    finger.tap(x, y);
  }
  finger.tap(1000, 600);
  return on;
}

/** Of several the first is said to have told it, unless somebody was. */
async function save(on: Working): Promise<void> {
  const who = page.getByRole('group', { name: t('tell.who') });
  const isSaid = who.query()?.querySelector('[aria-pressed="true"]') !== null;
  if (who.query() && !isSaid) await who.getByRole('button').first().click();
  await on.button('tell.save').click();
}

async function tell(on: Working, text: string): Promise<void> {
  await userEvent.fill(words, text);
  await save(on);
}

describe('of a thing', () => {
  test('[T1] what a child tells of a picture is written down with whose words they are, and is kept', async () => {
    const on = await aPickedHen();
    const { by } = on.bench;
    await on.button('item.tell').click();
    await expect.element(form).toHaveAccessibleName(t('tell.of', { name: 'gallina' }));
    await expect.element(on.button('tell.save')).toBeDisabled();

    await page.getByLabelText(t('say.language')).selectOptions('quy');
    await page.getByLabelText(t('tell.source')).selectOptions('chose');
    await tell(on, '  Wallpaymi, runtuchkan  ');

    const hen = on.bench.shown.items.find(({ symbol }) => symbol === 'hen')!;
    expect(on.bench.shown.quotes).toMatchObject([
      {
        about: hen.id,
        speaker: by,
        by: 'f',
        source: 'chose',
        wording: { text: 'Wallpaymi, runtuchkan', language: 'quy' },
      },
    ]);
    await expect.element(page.getByText('Wallpaymi, runtuchkan')).toBeVisible();
    await expect.element(words).toHaveValue('');
    expect(numbered(on.bench.shown)[0]?.id).toBe(hen.id);
    const again = await openedAgain(on.kit, on.bench);
    expect(again.bench.shown.quotes).toEqual(on.bench.shown.quotes);
  });

  test('[T1] another child can be the one who says so', async () => {
    const on = await aPickedHen();
    on.desk.sitting?.turnTo('sapo');
    on.desk.sitting?.turnTo('zorro');
    const sapo = on.desk.sitting?.contributors.find((token) => token.startsWith('sapo')) as Token;
    new Finger(on.sheet()).tap(400, 600);
    await on.button('item.tell').click();

    await page
      .getByRole('group', { name: t('tell.who') })
      .getByRole('button', { name: sapo })
      .click();
    await tell(on, 'mi casa');

    expect(on.bench.shown.quotes.map(({ speaker }) => speaker)).toEqual([sapo]);
  });

  test('[T1] of those who take turns nobody is taken to be the one who says so', async () => {
    const on = await aPickedHen();
    on.desk.sitting?.turnTo('sapo');
    new Finger(on.sheet()).tap(400, 600);
    await on.button('item.tell').click();
    await userEvent.fill(words, 'mi casa');
    await expect.element(on.button('tell.save')).toBeDisabled();
  });

  test('[T1] where all draw at once nobody is taken to be the one who says so; who it is stands before the words', async () => {
    const on = await aPickedHen();
    on.desk.sitting?.turnTo('sapo');
    const seated = on.desk.sitting?.contributors ?? [];
    on.bench.dock(seated);
    new Finger(on.sheet()).tap(1000, 600);
    await on.button('item.tell').click();
    const who = page.getByRole('group', { name: t('tell.who') });
    await userEvent.fill(words, 'pone huevos');
    await expect.element(on.button('tell.save')).toBeDisabled();
    expect(who.element().getBoundingClientRect().top).toBeLessThan(
      words.element().getBoundingClientRect().top,
    );
    await who.getByRole('button', { name: seated[0]!, exact: true }).click();
    await save(on);

    expect(on.bench.shown.quotes).toMatchObject([{ speaker: seated[0] }]);
  });

  test('[T1] what was being typed when the app ended stands there again, and is gone once it was written down', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    await userEvent.fill(words, 'runtuchkan');
    const hen = on.bench.picked!.id as ItemId;
    const typed = async (): Promise<string> =>
      (await openedAgain(on.kit, on.bench)).bench.typed.told(hen)?.text ?? '';
    await expect.poll(typed).toBe('runtuchkan');

    await save(on);
    await expect.poll(typed).toBe('');
  });

  test('[T5] it is corrected and put into another language beside what was said, and taken away', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    await tell(on, 'runtuchkn');
    await on.button('tell.change').click();
    await userEvent.fill(words, 'runtuchkan');
    await userEvent.fill(page.getByLabelText(t('tell.translation')), 'está poniendo');
    await save(on);

    expect(on.bench.shown.quotes).toMatchObject([
      { wording: { text: 'runtuchkan' }, translation: { text: 'está poniendo', language: 'es' } },
    ]);
    await expect.element(page.getByText('está poniendo')).toBeVisible();
    await on.button('tell.remove').click();
    await on.button('tell.remove.no').click();
    expect(on.bench.shown.quotes).toHaveLength(1);
    await on.button('tell.remove').click();
    await on.button('tell.remove.yes').click();
    expect(on.bench.shown.quotes).toEqual([]);
  });

  test('[T15] the words to come stand above those that were told, however many they are', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    for (const text of ['uno', 'dos', 'tres', 'cuatro']) await tell(on, text);
    const list = page.getByRole('list').filter({ hasText: 'cuatro' });
    const top = (one: Locator): number => one.element().getBoundingClientRect().top;
    expect(top(words)).toBeLessThan(top(list));
    await expect.element(words).toBeInViewport();
  });

  test('[T12] a half-typed correction waits when a child touches the sheet, beside new words; leaving it is one tap', async () => {
    const on = await aPickedHen();
    const touchElsewhere = async (): Promise<void> => {
      new Finger(on.sheet()).tap(1000, 600);
      await expect.element(form).not.toBeInTheDocument();
      if (!on.bench.picked) new Finger(on.sheet()).tap(1000, 600);
      await on.button('item.tell').click();
    };
    const translation = page.getByLabelText(t('tell.translation'));
    await on.button('item.tell').click();
    await tell(on, 'runtuchkn');
    await userEvent.fill(words, 'y algo más');
    await on.button('tell.change').click();
    await userEvent.fill(words, 'runtuchkan');
    await userEvent.fill(translation, 'está pon');
    await touchElsewhere();
    await expect.element(words).toHaveValue('runtuchkan');
    await expect.element(translation).toHaveValue('está pon');
    await on.button('tell.leave').click();
    await expect.element(words).toHaveValue('y algo más');
    await touchElsewhere();
    await expect.element(words).toHaveValue('y algo más');
    expect(on.bench.shown.quotes).toMatchObject([{ wording: { text: 'runtuchkn' } }]);
  });

  test('[T12] a name that is being typed waits when a child touches the sheet and when the app ends', async () => {
    const on = await aPickedHen();
    const name = page.getByLabelText(t('say.text'), { exact: true });
    const hen = on.bench.picked!.id as ItemId;
    await on.button('item.say').click();
    await userEvent.fill(name, 'wall');
    await page.getByLabelText(t('say.language')).selectOptions('quy');
    new Finger(on.sheet()).tap(1400, 200);
    await expect.element(name).not.toBeInTheDocument();
    const again = await openedAgain(on.kit, on.bench);
    await expect
      .poll(async () => (await openedAgain(on.kit, on.bench)).bench.typed.named(hen))
      .toEqual({ text: 'wall', language: 'quy' });
    expect(again.bench.shown.items.map(({ label }) => label)).toEqual([undefined, undefined]);

    on.bench.choose({ kind: 'item', id: hen });
    await on.button('item.say').click();
    await expect.element(name).toHaveValue('wall');
    await expect.element(page.getByLabelText(t('say.language'))).toHaveValue('quy');
    await userEvent.fill(name, 'wallpa');
    await on.button('say.save').click();
    const { label } = on.bench.shown.items.find(({ id }) => id === hen)!;
    expect(label).toEqual({ text: 'wallpa', language: 'quy' });
    expect(on.bench.typed.named(hen)).toBeUndefined();
  });

  test('[T11] whose words they are, how that is known and which question they answer is put right afterwards', async () => {
    const on = await aPickedHen();
    on.desk.sitting?.turnTo('sapo');
    const sapo = on.bench.by;
    on.desk.sitting?.turnTo('zorro');
    new Finger(on.sheet()).tap(400, 600);
    await on.button('item.tell').click();
    await tell(on, 'mi casa');
    await on.button('tell.change').click();
    await page
      .getByRole('group', { name: t('tell.who') })
      .getByRole('button', { name: sapo })
      .click();
    await page.getByLabelText(t('tell.source')).selectOptions('chose');
    await save(on);

    expect(on.bench.shown.quotes).toMatchObject([
      { speaker: sapo, source: 'chose', wording: { text: 'mi casa' } },
    ]);
  });

  test('[T1] of a link and of a ring something can be told, too', async () => {
    const on = await aPickedHen();
    const [house, hen] = on.bench.shown.items.map(({ id }) => id);
    const [link, ring] = ['link-0000000000000001', 'ring-0000000000000001'] as const;
    on.bench.act({ kind: 'link/add', link, from: house!, to: hen! });
    on.bench.act({ kind: 'ring/add', ring, page: on.bench.shown.id, items: [house!, hen!] });

    for (const picked of [
      { kind: 'link', id: link },
      { kind: 'ring', id: ring },
    ] as const) {
      on.bench.choose(picked);
      await on.button('item.tell').click();
      await tell(on, picked.kind);
      await on.button('close').click();
    }

    expect(on.bench.shown.quotes.map(({ about }) => about)).toEqual([link, ring]);
  });

  test('[T1] words that are being typed wait when a child touches the sheet, each for its thing', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    await userEvent.fill(words, 'wallpay');
    new Finger(on.sheet()).tap(400, 600);
    await expect.poll(() => form.query()).toBeNull();

    const [house, hen] = on.bench.shown.items.map(({ id }) => id);
    on.bench.letGo();
    on.bench.choose({ kind: 'item', id: house! });
    await on.button('item.tell').click();
    await expect.element(words).toHaveValue('');
    await on.button('close').click();
    on.bench.letGo();
    on.bench.choose({ kind: 'item', id: hen! });
    await on.button('item.tell').click();

    await expect.element(words).toHaveValue('wallpay');
    await save(on);
    expect(on.bench.shown.quotes).toMatchObject([{ about: hen, wording: { text: 'wallpay' } }]);
    await expect.element(words).toHaveValue('');
  });

  test.each(['item.tell', 'item.say'] as const)(
    '[T13] the touch that puts the words of %s away leaves the thing where it is; what it lands on is picked',
    async (panel) => {
      const on = await aPickedHen();
      const finger = new Finger(on.sheet());
      const { x, y, id } = on.bench.pickedItem!;
      await on.button(panel).click();
      finger.tap(700, 950);
      await expect.poll(() => on.bench.picked).toBeUndefined();
      expect(on.bench.shown.items.find((item) => item.id === id)).toMatchObject({ x, y });

      on.bench.choose({ kind: 'item', id });
      await on.button(panel).click();
      const house = on.bench.shown.items[0]!;
      finger.tap(house.x, house.y);
      await expect.poll(() => on.bench.picked).toEqual({ kind: 'item', id: house.id });
    },
  );

  test.each(['right', 'left'] as const)(
    '[T14] the words stand beside what they are of, for the %s hand',
    async (hand) => {
      const on = await aPickedHen();
      on.desk.manners.drawingHand = hand;
      const sheet = on.sheet().getBoundingClientRect();
      for (const item of on.bench.shown.items) {
        on.bench.letGo();
        on.bench.choose({ kind: 'item', id: item.id });
        await on.button('item.tell').click();
        await expect.element(form).toBeVisible();
        const { left, right } = form.element().getBoundingClientRect();
        const isLeftOfIt = (left + right) / 2 < sheet.left + sheet.width / 2;
        expect(isLeftOfIt, item.symbol).toBe(item.symbol === 'hen');
        await on.button('close').click();
      }
    },
  );

  test('[T2] a child cannot take back by undo what something was told of; it sees that an adult holds it', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    await tell(on, 'mi gallina');
    await on.button('close').click();
    await on.button('undo').click();

    expect(on.bench.shown.items).toHaveLength(2);
    expect(on.bench.hint).toEqual({ code: 'undo/held', by: 'f' });
  });
});

describe('of the whole page', () => {
  async function openPanel(on: Working): Promise<void> {
    await on.button('turn').click();
    heldByAdult(on.button('adult.hold').element());
    await expect.element(on.button('tell.title')).toBeVisible();
  }

  test('[T4] the page gets a title, and another one in its place', async () => {
    const on = await mapping();
    await openPanel(on);
    await on.button('tell.title').click();
    await tell(on, 'Mi pueblo');
    await expect.poll(() => form.query()).toBeNull();
    expect(titleOf(on.bench.shown)?.wording.text).toBe('Mi pueblo');

    await openPanel(on);
    await on.button('tell.title').click();
    await on.button('tell.change').click();
    await tell(on, 'Llaqtay');

    expect(on.bench.shown.quotes.map(({ wording }) => wording.text)).toEqual(['Llaqtay']);
  });

  test('[T1] a story is told of the whole page; what an adult notes is in the adult’s own words', async () => {
    const on = await mapping();
    const { by } = on.bench;
    await openPanel(on);
    await on.button('tell.page').click();
    await tell(on, 'Es de noche y todos duermen');
    await page.getByLabelText(t('tell.source')).selectOptions('noted');
    expect(page.getByRole('group', { name: t('tell.who') }).query()).toBeNull();
    await tell(on, 'Hablan bajito');

    expect(on.bench.shown.quotes).toMatchObject([
      { about: 'page', source: 'said', speaker: by },
      { about: 'page', source: 'noted', speaker: 'f' },
    ]);
  });
});

describe('what looks like a name', () => {
  const roles = page.getByRole('group', { name: t('name.roles') });
  const asks = (name: string): Locator =>
    page.getByText(t('name.ask', { name: t('name.quoted', { name }) }));
  const role = (name: string): Locator => roles.getByRole('button', { name, exact: true });

  test('[T9] a tap puts who it is in its place, name by name, and the adult writes on', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    await userEvent.fill(words, 'Es de Rosaura y de mi tía');
    await expect.element(asks('Rosaura')).toBeVisible();
    await userEvent.fill(words, 'Es de Rosaura, Juan Quispe ayuda');
    await role('prima').click();
    await expect.element(words).toHaveFocus();
    await expect.element(asks('Juan Quispe')).toBeVisible();
    await role('vecino').click();

    await expect.element(words).toHaveValue('Es de [prima], [vecino] ayuda');
    expect(roles.query()).toBeNull();
    await save(on);
    expect(on.bench.shown.quotes).toMatchObject([
      { wording: { text: 'Es de [prima], [vecino] ayuda' } },
    ]);
  });

  test('[T9] it is asked in the language of the words, and may be kept as it is', async () => {
    const on = await aPickedHen();
    await on.button('item.tell').click();
    await page.getByLabelText(t('say.language')).selectOptions('quz');
    await userEvent.fill(words, 'Mariaq wallpan');
    await expect.element(role('yachachiq')).toHaveAttribute('lang', 'quz');
    await expect.element(role('tía')).toHaveAttribute('lang', 'es');
    await save(on);
    await on.button('tell.change').click();
    await userEvent.fill(words, 'Wallpan');
    const translation = page.getByLabelText(t('tell.translation'));
    await userEvent.fill(translation, 'la gallina de María');
    await role('tía').click();
    await save(on);

    expect(on.bench.shown.quotes).toMatchObject([
      { wording: { text: 'Wallpan' }, translation: { text: 'la gallina de [tía]' } },
    ]);
  });

  test('[T9] what a picture is called is looked at, too, and what it is is still offered', async () => {
    const on = await aPickedHen();
    await on.button('item.say').click();
    const called = page.getByLabelText(t('say.text'));
    await userEvent.fill(called, 'Teodora');
    await role('amiga').click();
    await expect.element(called).toHaveValue('[amiga]');
    await page
      .getByRole('group', { name: t('say.is-it') })
      .getByRole('button')
      .first()
      .click();
    await on.button('say.save').click();

    expect(on.bench.shown.items.find(({ symbol }) => symbol === 'hen')?.label).toEqual({
      text: '[amiga]',
      language: 'es',
      what: 'friend',
    });
  });
});
