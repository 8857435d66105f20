/** Llaqta as a person uses it: every verb is something somebody does with a hand on the glass. */
import { readFile } from 'node:fs/promises';

import { expect, type Locator, type Page } from '@playwright/test';

import type { AgeBand } from '#domain/age-band.ts';
import type { Round } from '#domain/entry.ts';
import type { Direction, Feeling, Valence } from '#domain/feeling.ts';
import { MY_COMMUNITY, type Relation, type TabName } from '#domain/study.ts';
import type { Animal, Token } from '#domain/contributor.ts';
import { CRAYONS, WIDTHS, type Area, type Brush, type Crayon, type Width } from '#domain/crayon.ts';
import type { SymbolName } from '#domain/symbol.ts';
import type { Answer, Decision } from '#domain/session-operation.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { activityOf, inLanguage, type Words } from '#domain/study-pack.ts';
import { present } from '#base/assert.ts';
import { PAGE_HEIGHT, PAGE_WIDTH } from '#domain/page.ts';
import type { Activity } from '#domain/work.ts';
import { esPE } from '#i18n/es-PE.ts';
import { wordFor } from '#i18n/vocabulary.ts';
import type { MessageKey, Messages } from '#i18n/messages.ts';
import { WORDS_OF, type Language } from '#i18n/words.ts';

import { drawn, Fingers, handOf, stroke, type Hand, type Input, type Place } from './hands.ts';
import { languageIn, WORDS } from './languages.ts';

/** A file that somebody chooses. */
export type Chosen = Readonly<{ name: string; mimeType: string; buffer: Buffer }>;
/** A file that was handed over. */
export type Handed = Readonly<{ name: string; bytes: Buffer }>;

/** So far around a place the grain of the paper may hide what was drawn there, in page units. */
export const GRAIN = 4;

/** So long the hand that held the pen is taken for a palm (docs/spec/ink.md, I16). */
const AFTER_PEN_MS = 320;

/** So soon after a tap another one near it, on what came to lie there, is not heard (App.svelte). */
const SAME_TAP_MS = 500;

type RailTool = 'draw' | 'rub-out' | 'hand' | 'join' | 'feel' | 'ring';
type Panel = 'tool.draw' | 'tool.hand' | 'tool.join' | 'tool.feel' | 'turn';
/** What a link is to say. */
export type Bond = Readonly<{ relation: Relation; valence: Valence; direction: Direction }>;

/** The app on one page, and the hands before it. */
export class App {
  readonly page: Page;
  /** The words now on screen. */
  words: Messages;
  /** What was begun last, and the round that is open: they decide what lies in the tray. */
  #activity: Activity = 'map';
  #round: Round = 'base';
  /** Whose turn it is, and what the next link of each child says already. */
  #turn: Animal | undefined;
  readonly #bonds = new Map<Animal | undefined, Partial<Bond>>();
  /** When the pen was lifted last, on the page's clock. */
  #penLiftedAt: number | undefined;

  constructor(page: Page, words: Messages = esPE) {
    this.page = page;
    this.words = words;
  }

  /** Open the app, at the first screen unless the hash names another. */
  async visit(hash = '', base = './'): Promise<void> {
    await this.page.goto(`${base}${hash}`);
  }

  /** The app is closed and opened again: where a child works, no typed address leads away. */
  async startAgain(hash = ''): Promise<void> {
    const { href } = new URL('./', this.page.url());
    await this.page.goto('about:blank');
    await this.visit(hash, href);
  }

  /** Look at this window, as somebody does who has two. */
  async look(): Promise<void> {
    await this.page.bringToFront();
  }

  /** What the app says for a key; `{facts}` filled in. */
  says(key: MessageKey, facts: Readonly<Record<string, string | number>> = {}): string {
    return this.words[key].replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact]));
  }

  /** On the first screen: adults choose a language, and nobody another one for the children. */
  async speak(language: Language): Promise<void> {
    await this.page.getByLabel(this.says('language.adults')).selectOption(language);
    this.words = WORDS[language];
    await expect(this.button('welcome.try')).toBeVisible();
  }

  /** The button with these words. */
  button(key: MessageKey): Locator {
    return this.page.getByRole('button', { name: this.says(key), exact: true });
  }

  /** The sheet of the working screen. */
  get sheet(): Locator {
    return this.page.getByRole('application', { name: this.says('sheet') });
  }

  /** From the first screen: try it, as this animal. */
  async tryIt(animal: Animal): Promise<void> {
    await this.button('welcome.try').click();
    await this.button(`animal.${animal}`).click();
    this.#turn = animal;
  }

  /** Begin a work; of a map the facilitator opens the round with pictures, unless it is to stay closed. */
  async begin(activity: Activity, round: 'first' | 'base' = 'base'): Promise<void> {
    await this.button(`activity.${activity}`).click();
    await this.sheetReady();
    this.#activity = activity;
    this.#bonds.clear();
    [this.#round = 'free'] = MY_COMMUNITY.rounds(activity);
    if (activity === 'map' && round === 'base') await this.openRound('base');
  }

  /** The facilitator holds the adults' button, and opens the next round. */
  async openRound(round: Round, pin?: string): Promise<void> {
    await this.openAdultPanel(pin);
    const work = this.button('observe.work');
    if (await work.isVisible()) await work.click();
    const name = this.says('round.open', { round: this.says(`round.${round}`) });
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.button('round.yes').click();
    await this.closeAdultPanel();
    this.#round = round;
  }

  /** Whose turn it is, then the adults' button, held long enough; a child of a study that works alone has the helper there. */
  async openAdultPanel(pin?: string): Promise<void> {
    const helper = this.page
      .getByRole('group', { name: this.says('corner'), exact: true })
      .getByRole('button', { name: this.says('helper'), exact: true });
    const isAlone = await helper.isVisible();
    if (!isAlone) await this.#open('turn');
    const opened = this.pinPad.or(this.adultPanel);
    await this.holdAdults(opened, isAlone ? helper : undefined);
    if (pin !== undefined && (await this.pinPad.isVisible())) await this.typePin(pin);
    await expect(this.adultPanel).toBeVisible();
  }

  /** Hold the button for adults until this shows. */
  async holdAdults(until: Locator, button = this.button('adult.hold')): Promise<void> {
    await this.#pressUntil(button, () => expect(until).toBeVisible());
  }

  /** Hold a button until this shows. */
  async hold(button: Locator, until: Locator): Promise<void> {
    await this.#pressUntil(button, () => expect(until).toBeVisible());
  }

  async #pressUntil(button: Locator, until: () => Promise<void>): Promise<void> {
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (!box) throw new Error('no button for adults');
    const finger = await handOf(this.page, 'touch');
    await finger.down({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await until();
    await finger.up();
  }

  /** What only the facilitator sees. */
  get adultPanel(): Locator {
    return this.page.getByRole('region', { name: this.says('adult.title') });
  }

  async closeAdultPanel(): Promise<void> {
    await this.adultPanel.getByRole('button', { name: this.says('close'), exact: true }).click();
    await expect(this.adultPanel).toHaveCount(0);
  }

  /** Go on with the work that is not finished. */
  async goOn(): Promise<void> {
    await this.button('go.on').first().click();
    await this.sheetReady();
  }

  /** The working screen shows a sheet that hears. */
  async sheetReady(): Promise<void> {
    await expect(this.sheet.locator('canvas').first()).toBeAttached();
  }

  /** Where places of the page lie in the window. */
  async inWindow(places: readonly Place[], sheet: Locator = this.sheet): Promise<Place[]> {
    const box = await sheet.boundingBox();
    if (!box) throw new Error('no sheet on the screen');
    return places.map(({ x, y }) => ({
      x: box.x + (x * box.width) / PAGE_WIDTH,
      y: box.y + (y * box.height) / PAGE_HEIGHT,
    }));
  }

  /** Do something on the working screen and wait until so many entries more are said to be saved. */
  async kept(entries: number, act: () => Promise<void>): Promise<void> {
    await this.allSaved();
    const before = await this.safelyKept();
    await act();
    await expect.poll(() => this.safelyKept()).toBe(before + entries);
  }

  /** How many entries are shown as saved since the app started; -1 while something is not. */
  async safelyKept(): Promise<number> {
    const mark = this.page.locator('output[data-safety]');
    return mark.evaluate(({ dataset }: HTMLElement) =>
      dataset['safety'] === 'saved' ? Number(dataset['kept']) : -1,
    );
  }

  /** Everything so far is shown as saved. */
  async allSaved(): Promise<void> {
    await expect(this.page.locator('output[data-safety=saved]')).toBeVisible();
  }

  /** Take a crayon, and a width where one is named. */
  async takeCrayon(crayon: Crayon, width?: Width): Promise<void> {
    await this.#hold('draw');
    await this.#open('tool.draw');
    await this.#inTin(`crayon.${crayon}`).click();
    if (width) {
      await this.#open('tool.draw');
      await this.#inTin(`width.${width}`).click();
    }
    await this.closePanels();
  }

  /** Take something else to draw with: crayon, marker or brush. */
  async takeBrush(brush: Brush): Promise<void> {
    await this.#openTin();
    await this.#inTin(`brush.${brush}`).click();
    await this.closePanels();
  }

  /** Draw a line through these places of the page with what is in the hand. */
  async drawLine(places: readonly Place[], input: Input = 'mouse'): Promise<void> {
    await this.#hold('draw');
    await this.closePanels();
    await stroke(await this.#hand(input), await this.inWindow(drawn(places)));
  }

  /** Pour paint of this colour at a place of the page. */
  async pourAt(crayon: Crayon, place: Place, input: Input = 'mouse'): Promise<void> {
    await this.#openTin();
    await this.#inTin('tool.fill').click();
    await this.#inTin(`crayon.${crayon}`).click();
    await this.closePanels();
    await stroke(await this.#hand(input), await this.inWindow([place]));
  }

  /** Rub along these places of the page. */
  async rubOut(places: readonly Place[], input: Input = 'mouse'): Promise<void> {
    await this.#hold('rub-out');
    await stroke(await this.#hand(input), await this.inWindow(drawn(places)));
  }

  /** Take a picture by a tap, and put it by a tap. */
  async putByTap(symbol: SymbolName, x: number, y: number, input: Input = 'mouse'): Promise<void> {
    await this.takeFromTray(symbol);
    await this.putDown({ x, y }, input);
  }

  /** Pull a picture out of the tray onto the page. */
  async putByDrag(symbol: SymbolName, x: number, y: number, input: Input = 'mouse'): Promise<void> {
    await this.#openTab(symbol);
    const tile = await this.#tile(symbol).boundingBox();
    const [end] = await this.inWindow([{ x, y }]);
    if (!tile || !end) throw new Error(`no ${symbol} in the tray`);
    const start = { x: tile.x + tile.width / 2, y: tile.y + tile.height / 2 };
    const half = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    await stroke(await this.#hand(input), [start, half, end]);
  }

  /** Take a picture by a tap; it waits in the hand. */
  async takeFromTray(symbol: SymbolName): Promise<void> {
    await this.#openTab(symbol);
    await this.#tile(symbol).click();
    await this.closePanels();
  }

  /** Say what links to come are: what kind, how they feel, which way they go. */
  async bind(bond: Partial<Bond>): Promise<void> {
    await this.#hold('join');
    const said = this.#bonds.get(this.#turn) ?? {};
    const wanted = (key: keyof Bond): boolean => bond[key] !== undefined && bond[key] !== said[key];
    if (!wanted('relation') && !wanted('valence') && !wanted('direction')) return;
    await this.closePanels();
    await this.#open('tool.join');
    await this.say(bond);
    await this.closePanels();
    this.#bonds.set(this.#turn, { ...said, ...bond });
  }

  /** In the open panel: say what a link is. */
  async say({ relation, valence, direction }: Partial<Bond>): Promise<void> {
    if (relation) {
      const kinds = this.page.getByRole('group', { name: this.says('relation.ask'), exact: true });
      const kind = kinds.getByRole('button', {
        name: this.says(`relation.${relation}`),
        exact: true,
      });
      for (let tries = 0; tries < 2 && !(await kind.isVisible()); tries++) {
        await kinds.getByRole('button', { name: this.says('tray.more'), exact: true }).click();
      }
      await kind.click();
    }
    if (valence) await this.button(`valence.${valence}`).click();
    if (direction) await this.button(`direction.${direction}`).click();
  }

  /** Stamp a feeling on the pictures at these places. */
  async stamp(feeling: Feeling, ...places: readonly Place[]): Promise<void> {
    await this.#open('tool.feel');
    await this.page
      .getByRole('group', { name: this.says('feeling.ask'), exact: true })
      .getByRole('button', { name: this.says(`feeling.${feeling}`), exact: true })
      .click();
    for (const place of places) await this.putDown(place, 'touch');
  }

  /** Paint a soft region along these places. */
  async paintArea(area: Area, places: readonly Place[], input: Input = 'mouse'): Promise<void> {
    await this.#open('tool.feel');
    await this.button(`area.${area}`).click();
    await this.closePanels();
    await stroke(await this.#hand(input), await this.inWindow(drawn(places)));
  }

  /** Draw a ring along these places. */
  async ringAround(places: readonly Place[], input: Input = 'touch'): Promise<void> {
    await this.closePanels();
    if (!(await this.button('tool.ring').isVisible())) {
      await this.#open('tool.join');
      await this.page
        .getByRole('group', { name: this.says('tool.ring'), exact: true })
        .getByRole('button', { name: this.says('tool.ring'), exact: true })
        .click();
    } else await this.#hold('ring');
    await stroke(await this.#hand(input), await this.inWindow(drawn(places)));
  }

  /** The thing that was just made or tapped is called so; it is this picture of the vocabulary. */
  async call(text: string, what?: SymbolName): Promise<void> {
    await this.button('item.say').click();
    await this.page.getByLabel(this.says('say.text')).fill(text);
    if (what) {
      await this.page
        .getByRole('group', { name: this.says('say.is-it'), exact: true })
        .getByRole('button', { name: this.word(what), exact: true })
        .click();
    }
    await this.button('say.save').click();
  }

  /** Join the pictures at two places by pulling a line from one to the other. */
  async join(a: Place, b: Place, input: Input = 'mouse'): Promise<void> {
    await this.#hold('join');
    await this.closePanels();
    const half = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    await stroke(await this.#hand(input), await this.inWindow([a, half, b]));
  }

  /** Join the pictures at two places by tapping one and then the other. */
  async joinByTap(a: Place, b: Place, input: Input = 'mouse'): Promise<void> {
    await this.#hold('join');
    await this.closePanels();
    const hand = await this.#hand(input);
    for (const place of [a, b]) await stroke(hand, await this.inWindow([place]));
  }

  /** It is this child's turn. */
  async turnTo(animal: Animal): Promise<void> {
    await this.#open('turn');
    await this.page
      .getByRole('group', { name: this.says('turn') })
      .getByRole('button', { name: this.says(`animal.${animal}`), exact: true })
      .click();
    await this.closePanels();
    this.#turn = animal;
  }

  /** From the activities: the facilitator says how old the children are. */
  async setAge(band: AgeBand): Promise<void> {
    await this.goHome();
    await this.button('manners.title').click();
    await this.page.getByRole('radio', { name: this.says(`age.${band}`), exact: true }).check();
    await this.goHome();
    await this.button('welcome.try').click();
    await expect(this.button('practice')).toBeVisible();
  }

  /** From the activities: try everything out first. */
  async practise(): Promise<void> {
    await this.button('practice').click();
    await this.sheetReady();
  }

  /** Those who came so far draw at the same time; of more than the tablet has sides, these. */
  async drawTogether(...seated: readonly Animal[]): Promise<void> {
    await this.#open('turn');
    await this.button('turn.together').click();
    for (const animal of seated) await this.button(`animal.${animal}`).click();
    if (seated.length > 0) await this.button('turn.together').click();
    await this.closePanels();
    await expect(this.heads).not.toHaveCount(0);
  }

  /** Who drew at the same time takes turns again. */
  async takeTurns(): Promise<void> {
    await this.#open('turn');
    await this.button('turn.together').click();
    await this.closePanels();
    await expect(this.heads).toHaveCount(0);
  }

  /** The heads at the sides of the tablet: one tap there opens a dock. */
  get heads(): Locator {
    return this.page.locator('.dock .head');
  }

  /** With something picked or a panel for the whole page open: write down what is told. */
  async tell(text: string): Promise<void> {
    await this.page.getByLabel(this.says('tell.words')).fill(text);
    const who = this.page.getByRole('group', { name: this.says('tell.who'), exact: true });
    if (await who.isVisible()) await who.getByRole('button').first().click();
    await this.button('tell.save').click();
  }

  /** The small sheet for a picture of one's own, and the tools beside it. */
  get ownPicture(): Locator {
    return this.page.getByRole('group', { name: this.says('tray.draw-own'), exact: true });
  }

  /** Open the small sheet for a picture of one's own. */
  async beginOwnPicture(): Promise<void> {
    await this.#hold('hand');
    await this.#open('tool.hand');
    await this.button('tray.draw-own').click();
    await expect(this.ownPicture.locator('canvas')).toBeAttached();
  }

  /** Close the small sheet, and the tray it lay over. */
  async closeOwnPicture(): Promise<void> {
    await this.ownPicture.getByRole('button', { name: this.says('close'), exact: true }).click();
    await expect(this.ownPicture).toHaveCount(0);
    await this.closePanels();
  }

  /** Draw a picture of one's own for the tray; then it is in the hand. */
  async drawOwnPicture(
    lines: readonly (readonly Place[])[],
    input: Input = 'mouse',
  ): Promise<void> {
    await this.beginOwnPicture();
    const sheet = this.ownPicture.getByRole('application');
    for (const line of lines) {
      await stroke(await this.#hand(input), await this.inWindow(drawn(line), sheet));
    }
    await this.ownPicture.getByRole('button', { name: this.says('done'), exact: true }).click();
    await expect(this.ownPicture).toHaveCount(0);
  }

  /** Put what is in the hand at a place of the page, by a tap. */
  async putDown(place: Place, input: Input = 'mouse'): Promise<void> {
    await stroke(await this.#hand(input), await this.inWindow([place]));
  }

  /** Open the tin, the tray or the animals. */
  async openPanel(panel: Panel): Promise<void> {
    const tool = TOOL_OF[panel];
    if (tool) await this.#hold(tool);
    await this.#open(panel);
  }

  /** Close what lies open over the sheet. */
  async closePanels(): Promise<void> {
    const open = this.page.locator('.rail button[aria-expanded=true]');
    if ((await open.count()) > 0) await open.click();
    await expect(open).toHaveCount(0);
  }

  async undo(): Promise<void> {
    await this.button('undo').click();
  }

  async redo(): Promise<void> {
    await this.button('redo').click();
  }

  async newPage(): Promise<void> {
    await this.button('page.new').click();
  }

  /** Say what shall become of the work. */
  async finish(decision: Decision): Promise<void> {
    await this.button('stop').click();
    await this.#eachOf(this.button(`finish.${decision}`), () => this.#decide(decision));
    await expect(this.page).toHaveURL(/#\/(try|pieces)$/);
  }

  /** From the first screen: begin a session of the built-in study. */
  async beginStudy(): Promise<void> {
    await this.button('welcome.board').click();
    await this.page.getByRole('button', { name: new RegExp(`^${this.says('board.new')}`) }).click();
    await expect(this.button('board.add')).toBeVisible();
  }

  /** On the board: a child is put down whose parents agreed to drawing; `more` is said in the same form. */
  async addChild(
    animal: Animal,
    number: number,
    age: number,
    more: (form: Locator) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.button('board.add').click();
    const form = this.page.getByRole('form', { name: this.says('board.person.new') });
    await form.getByRole('button', { name: this.says(`animal.${animal}`), exact: true }).click();
    await form.getByLabel(this.says('board.person.number')).first().fill(String(number));
    await form.getByLabel(this.says('board.person.age')).fill(String(age));
    await form.getByLabel(this.says('board.person.reference')).fill('F-9');
    await form
      .getByRole('checkbox', { name: this.says('board.channel.drawing'), exact: true })
      .check();
    await more(form);
    await form.getByRole('button', { name: this.says('board.person.save'), exact: true }).click();
  }

  /** On the board: these children are seated before an activity of the study. */
  async seat(activity: string, ...tokens: readonly Token[]): Promise<void> {
    await this.choose(activity, ...tokens);
    await this.startChosen();
  }

  /** On the board: start what was chosen, and say yes to whatever is asked once more before the children come. */
  async startChosen(): Promise<void> {
    await this.button('board.start').click();
    const again = this.page.getByRole('alertdialog');
    await expect(async () => {
      if (await again.isVisible()) await again.getByRole('button').first().click();
      expect(this.page.url()).not.toMatch(/#\/board$/);
    }).toPass();
  }

  /** On the board: choose these children, and an activity of the study for them. */
  async choose(activity: string, ...tokens: readonly Token[]): Promise<void> {
    for (const token of tokens) {
      const person = this.page.getByRole('button', { name: new RegExp(`^${token}`) }).first();
      if ((await person.getAttribute('aria-pressed')) !== 'true') await person.click();
    }
    const { title } = present(activityOf(MY_COMMUNITY_PACK, activity), 'the study has it');
    await this.page
      .getByRole('region', { name: this.says('board.start.what') })
      .getByRole('button', { name: this.inStudy(title), exact: true })
      .click();
  }

  /** From where a child waits or rests: an adult holds the button for adults, and types the PIN where there is one. */
  async holdToBoard(pin?: string): Promise<void> {
    await this.#pressUntil(this.button('adult.hold'), () =>
      expect(this.page).toHaveURL(/#\/board$/),
    );
    if (pin !== undefined) await this.typePin(pin);
    await expect(this.button('board.add')).toBeVisible();
  }

  /** On the board: hand the session over. */
  async handOverStudy(): Promise<Handed> {
    await this.button('board.hand-over').click();
    return this.#giveFile();
  }

  /** Rest from the work, and go on with it. */
  async restAndGoOn(): Promise<void> {
    await this.button('stop').click();
    await this.button('finish.rest').click();
    await this.button('go.on').click();
    await this.sheetReady();
  }

  /** Look at every card of the built-in study. */
  async hearCards(): Promise<void> {
    for (const { words } of MY_COMMUNITY_PACK.assent.cards) {
      await expect(this.page.getByText(this.inStudy(words), { exact: true })).toBeVisible();
      await this.button('card.next').click();
    }
  }

  /** Answer a question with pictures rightly or not; a wrong answer shows its card again. */
  async answerQuestion(id: string, isRight: boolean): Promise<void> {
    const { cards, questions } = MY_COMMUNITY_PACK.assent;
    const question = questions.find((one) => one.id === id);
    const choice = question?.choices.find(({ right }) => right === isRight);
    await this.page
      .getByRole('button', { name: this.inStudy(choice?.words ?? {}), exact: true })
      .click();
    if (isRight) return;
    const card = cards.find((one) => one.id === question?.card);
    await expect(
      this.page.getByText(this.inStudy(card?.words ?? {}), { exact: true }),
    ).toBeVisible();
    await this.button('card.next').click();
  }

  /** Hear everything, answer all questions rightly, and answer so. */
  async assent(answer: Answer): Promise<void> {
    await this.hearCards();
    for (const { id } of MY_COMMUNITY_PACK.assent.questions) await this.answerQuestion(id, true);
    await this.answerAssent(answer);
  }

  /** Say whether one wants to; who does not is thanked. */
  async answerAssent(answer: Answer): Promise<void> {
    await this.button(`answer.${answer}`).click();
    await this.#pastTheSameTap();
    if (answer !== 'yes') await this.button('go.on').click();
  }

  /** Press the helper, in the corner or among the heads: from now on a tap says what a button is called. */
  async beginNaming(): Promise<void> {
    const helper = this.button('helper');
    await expect(helper.or(this.button('turn')).first()).toBeVisible();
    if (!(await helper.isVisible())) await this.#open('turn');
    await helper.click();
    await expect(this.wordBeside).toContainText(this.says('naming.how'));
  }

  /** Press the helper again: a tap does what it did. */
  async endNaming(): Promise<void> {
    await this.button('helper').click();
    await expect(this.wordBeside).toHaveCount(0);
  }

  /** What the button that was tapped last is called, beside it. */
  get wordBeside(): Locator {
    return this.page.locator('.called');
  }

  /** Do what is offered. */
  async doIt(): Promise<void> {
    const yes = this.button('offer.do');
    await this.#eachOf(yes, () => yes.click());
    await this.sheetReady();
  }

  /** Of several each answers for itself, one after the other; whoever is alone answers once. */
  async #eachOf(answers: Locator, answer: () => Promise<void>): Promise<void> {
    await expect(answers).toBeVisible();
    const heads = this.page.getByRole('group', { name: this.says('turn'), exact: true });
    const count = Math.max(1, await heads.getByRole('button').count());
    for (let answered = 0; answered < count; answered++) {
      if (answered > 0) await this.#pastTheSameTap();
      await answer();
    }
  }

  /** A second press at the same place is a slip for a moment. */
  async #pastTheSameTap(): Promise<void> {
    const at = await this.page.evaluate(() => performance.now());
    await this.page.waitForFunction((since) => performance.now() > since, at + SAME_TAP_MS);
  }

  /** Do not do what is offered. */
  async skip(): Promise<void> {
    await this.button('offer.skip').click();
  }

  /** The cards of my pieces. */
  get pieces(): Locator {
    return this.page
      .getByRole('group', { name: this.says('pieces.title'), exact: true })
      .getByRole('button');
  }

  /** Among my pieces: decide about the n-th anew, from 1. */
  async decideAgain(number: number, decision: Decision): Promise<void> {
    await this.pieces.nth(number - 1).click();
    await this.#decide(decision);
    if (decision !== 'throw-away') await this.button('go.back').click();
  }

  /** What is gone for good is asked once more. */
  async #decide(decision: Decision): Promise<void> {
    await this.button(`finish.${decision}`).click();
    if (decision !== 'throw-away') return;
    await expect(this.button('throw-away.leave')).toBeVisible();
    await this.button('finish.throw-away').click();
  }

  /** What the built-in study says. */
  inStudy(words: Words): string {
    return inLanguage(words, WORDS_OF[languageIn(this.words)])?.text ?? '';
  }

  /** Back to the first screen: from where a child begins by holding and the PIN where one is set, from adults' pages by their own button. */
  async goHome(pin?: string): Promise<void> {
    const [hold, home] = [this.button('adult.hold'), this.button('go.home')];
    await expect(hold.or(home)).toBeVisible();
    if (await home.isVisible()) await home.click();
    else if (pin === undefined) await this.holdAdults(this.button('welcome.try'));
    else {
      await this.holdAdults(this.pinPad);
      await this.typePin(pin);
    }
    await expect(this.button('welcome.try')).toBeVisible();
  }

  /** From the first screen: set a PIN for the adults; then back to the first screen. */
  async setPin(pin: string, lookAtCode?: () => Promise<void>): Promise<void> {
    await this.button('manners.title').click();
    await this.button('lock.title').click();
    await this.button('pin.set').click();
    for (const asked of ['pin.new', 'pin.again'] as const) {
      await expect(this.page.getByRole('heading', { name: this.says(asked) })).toBeVisible();
      await this.typePin(pin);
    }
    await expect(this.button('pin.noted')).toBeVisible();
    await lookAtCode?.();
    await this.button('pin.noted').click();
    await this.goHome();
  }

  /** Press the digits of a PIN. */
  async typePin(pin: string): Promise<void> {
    for (const digit of pin) {
      await this.page.getByRole('button', { name: digit, exact: true }).click();
    }
    await this.button('lock.enter').click();
  }

  /** The pad that asks for the PIN. */
  get pinPad(): Locator {
    return this.page.getByRole('group', { name: this.says('lock.ask'), exact: true });
  }

  /** From the try screen: hand the newest session over. */
  async handOver(pin?: string): Promise<Handed> {
    await this.goHome(pin);
    await this.button('welcome.hand-over').click();
    return this.#giveFile();
  }

  async #giveFile(): Promise<Handed> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.button('hand-over.give').first().click(),
    ]);
    const name = download.suggestedFilename();
    await expect(this.page.getByText(this.says('hand-over.given', { file: name }))).toBeVisible();
    return { name, bytes: await readFile(await download.path()) };
  }

  /** On the screen for files: choose this one. */
  async openFile(file: string | Chosen): Promise<void> {
    await this.page.getByLabel(this.says('open.choose')).setInputFiles(file);
  }

  /** The colour that shows at a place of the page, `#rrggbb`. */
  async colourAt(place: Place, sheet: Locator = this.sheet): Promise<string> {
    const [colour = ''] = await this.coloursAt([place], sheet);
    return colour;
  }

  /**
   * The colours that show at these places of the page. A crayon leaves holes the size of the paper's
   * grain: of the few units around each place the colour farthest from the paper's is the one that shows.
   */
  async coloursAt(places: readonly Place[], sheet: Locator = this.sheet): Promise<string[]> {
    return sheet.evaluate(
      (host, { all, width, height, grain }) => {
        const layers = [...host.querySelectorAll<HTMLCanvasElement>(':scope > canvas')];
        const [{ width: wide, height: high } = { width: 1, height: 1 }] = layers;
        const paper = new OffscreenCanvas(wide, high).getContext('2d');
        if (!paper) throw new Error('no canvas');
        paper.fillStyle = '#ffffff';
        paper.fillRect(0, 0, wide, high);
        for (const layer of layers) paper.drawImage(layer, 0, 0);
        const { data } = paper.getImageData(0, 0, wide, high);
        const at = (x: number, y: number): number[] => [
          ...data.slice((y * wide + x) * 4, (y * wide + x) * 4 + 3),
        ];
        const light = (colour: readonly number[]): number => colour.reduce((sum, one) => sum + one);
        return all.map(({ x, y }) => {
          const scale = wide / width;
          const from = { x: (x - grain) * scale, y: ((y - grain) * high) / height };
          const to = { x: (x + grain) * scale, y: ((y + grain) * high) / height };
          let found = [255, 255, 255];
          for (let top = Math.floor(from.y); top <= to.y; top++) {
            for (let left = Math.floor(from.x); left <= to.x; left++) {
              const colour = at(Math.max(left, 0), Math.max(top, 0));
              if (light(colour) < light(found)) found = colour;
            }
          }
          return `#${found.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        });
      },
      { all: places, width: PAGE_WIDTH, height: PAGE_HEIGHT, grain: GRAIN },
    );
  }

  /** Several fingers on the glass, after whoever had the pen. */
  async fingers(): Promise<Fingers> {
    await this.#penIsAway();
    return Fingers.on(this.page);
  }

  async #penIsAway(): Promise<void> {
    if (this.#penLiftedAt === undefined) return;
    await this.page.waitForFunction(
      (since) => performance.now() - since > 0,
      this.#penLiftedAt + AFTER_PEN_MS,
    );
  }

  /** The hand that touches with this; a finger comes a moment after the pen, as when a child changes over. */
  async #hand(input: Input): Promise<Hand> {
    if (input === 'touch') await this.#penIsAway();
    const hand = await handOf(this.page, input);
    if (input !== 'pen') return hand;
    const up = async (): Promise<void> => {
      await hand.up();
      this.#penLiftedAt = await this.page.evaluate(() => performance.now());
    };
    return { ...hand, up };
  }

  /** What a picture is called on the screen. */
  word(symbol: SymbolName): string {
    return wordFor(symbol, WORDS_OF[languageIn(this.words)]).text;
  }

  get #tray(): Locator {
    return this.page.locator('.tray[role=group]');
  }

  #tile(symbol: SymbolName): Locator {
    return this.#tray
      .locator('.eight')
      .getByRole('button', { name: this.word(symbol), exact: true });
  }

  /** Open the tray at the tab in which the picture lies, behind "something else" if need be. */
  async #openTab(symbol: SymbolName): Promise<void> {
    await this.#hold('hand');
    await this.#open('tool.hand');
    const { tabs, more } = MY_COMMUNITY;
    const has = ({ symbols }: { symbols: readonly string[] }): boolean => symbols.includes(symbol);
    const first = tabs(this.#activity, this.#round).find(has);
    const tab = first ?? more(this.#activity, this.#round).find(has);
    if (!tab) throw new Error(`${symbol} is not on offer`);
    const back = this.#tray.getByRole('button', { name: this.says('tray.back'), exact: true });
    const isMore = await back.isVisible();
    if (isMore && first) await back.click();
    if (!isMore && !first) {
      await this.#tray.getByRole('button', { name: this.says('tray.more'), exact: true }).click();
    }
    await this.openTrayTab(tab.name);
  }

  /** In the open tray: open a tab. */
  async openTrayTab(name: TabName): Promise<void> {
    const tabs = this.#tray.getByRole('group', { name: this.says('tool.hand'), exact: true });
    await tabs.getByRole('button', { name: this.says(`tab.${name}`), exact: true }).click();
  }

  /** In the open tray: take the picture a child drew. */
  async takeOwn(number: number): Promise<void> {
    const tabs = this.#tray.getByRole('group', { name: this.says('tool.hand'), exact: true });
    const tab = this.says('tab.own', { number: Math.ceil(number / 8) });
    await tabs.getByRole('button', { name: tab, exact: true }).click();
    const name = this.says('symbol.own', { number });
    await this.#tray.getByRole('button', { name, exact: true }).tap();
  }

  /** The button of what draws or pours; it shows which of them is in the hand. */
  get #drawing(): Locator {
    const names = [this.says('tool.draw'), this.says('tool.fill')].join('|');
    return this.page
      .getByRole('group', { name: this.says('rail.tools'), exact: true })
      .getByRole('button', { name: new RegExp(`^(${names})$`) });
  }

  async #openTin(): Promise<void> {
    const button = this.#drawing;
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  }

  #inTin(key: MessageKey): Locator {
    return this.page
      .getByRole('group', { name: this.says('tin'), exact: true })
      .getByRole('button', { name: this.says(key), exact: true });
  }

  async #hold(tool: RailTool): Promise<void> {
    if (
      tool === 'draw' &&
      (await this.#drawing.getAttribute('aria-label')) !== this.says('tool.draw')
    )
      await this.takeBrush('crayon');
    const button = this.button(`tool.${tool}`);
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }

  async #open(panel: Panel): Promise<void> {
    const button = this.button(panel);
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  }
}

/** What the hand holds when a panel of the rail lies open. */
const TOOL_OF: Readonly<Partial<Record<Panel, RailTool>>> = {
  'tool.draw': 'draw',
  'tool.hand': 'hand',
  'tool.join': 'join',
  'tool.feel': 'feel',
};

/** A crayon for every number, and a width. */
export function crayonOf(number: number): Crayon {
  return CRAYONS[number % CRAYONS.length] ?? 'black';
}
export function widthOf(number: number): Width {
  return WIDTHS[number % WIDTHS.length] ?? 'middle';
}
