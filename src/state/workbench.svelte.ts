/**
 * The work on the table: takes the gestures, lets the tool in the hand answer them, writes down what
 * was done, and tells the table what to show. Movement never touches a rune; only what was done does.
 */
import { present } from '#base/assert.ts';
import type { Chance } from '#base/chance.ts';
import type { AgePreset } from '#domain/age-band.ts';
import type { Contributor, Token } from '#domain/contributor.ts';
import type { Area, Brush, Crayon, Width } from '#domain/crayon.ts';
import type { Round } from '#domain/entry.ts';
import type { Feeling } from '#domain/feeling.ts';
import { WorkFold, type Change } from '#domain/fold.ts';
import { CENTRE, type Ground } from '#domain/ground.ts';
import { newId, type PageId, type WorkId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { roundAfter, type Study } from '#domain/study.ts';
import {
  isBlank,
  isEgo,
  SELF,
  type Activity,
  type Item,
  type Link,
  type Page,
} from '#domain/work.ts';
import { NONE_CHOSEN, type Chosen, type Picked, type WetLine } from '#editing/draft.ts';
import { isOn, thingMeant } from '#editing/find.ts';
import { letGo, take, takeAway } from '#editing/hand-tool.ts';
import { finished } from '#editing/ink-tool.ts';
import { linkLike } from '#editing/join-tool.ts';
import { bound } from '#editing/picked-acts.ts';
import { closeRing } from '#editing/ring-tool.ts';
import type { Step } from '#editing/step.ts';
import type { Table } from '#editing/table.ts';
import { isTelling, told, type Told } from '#editing/tell.ts';
import type { Bond, Done, Hint, Outcome, Scene } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';
import { docksFor, nearestDock, recoloured, type Dock } from '#state/docks.ts';
import { Hands } from '#state/hands.ts';
import type { Keeper } from '#state/keeper.svelte.ts';
import { LineDrafts } from '#state/line-drafts.ts';
import type { PagePicture } from '#state/page-picture.ts';
import type { Scribe } from '#state/scribe.ts';
import { type Choice, type ToolName } from '#state/toolbox.ts';
import { Typed } from '#state/typed.ts';
import type { DraftName } from '#storage/journal.ts';

/** Why nothing happened, in a picture and a kind word. */
export type WorkbenchHint =
  Readonly<{ code: Hint }> | Readonly<{ code: 'undo/held'; by: Contributor }>;

/** What a workbench needs to begin. */
export type Beginning = Readonly<{
  id: WorkId;
  activity: Activity;
  study: Study;
  /** What is printed on every new page. */
  ground?: Ground | undefined;
  by: Contributor;
  /** What children of the age of those who work here find on their table. */
  preset: AgePreset;
  /** The child decided about it: an adult may write down what was told, and nothing else changes. */
  isDecided?: boolean;
  /** Something was written down of a work that the child decided about. */
  ontold?: () => void;
  entries: readonly WorkEntry[];
  /** A picture of a page, to be shown while the page itself is painted. */
  picture?: PagePicture | undefined;
  scribe: Scribe;
  keeper: Keeper;
  chance: Chance;
}>;

/** What the buttons around the sheet need to know of the work. */
type Now = Readonly<{
  page: Page | undefined;
  round: Round;
  canUndo: boolean;
  canRedo: boolean;
  pageNumber: number;
  pageCount: number;
}>;

/** Side of a picture put on the page, in page units: about 1.7 cm on an 8-inch tablet; in circles many have to fit. */
const ITEM_SIZE = { plain: 170, circles: 116 } as const;
/** Oneself in the middle of the circles. */
const EGO_SIZE = 116;

/** The open work, its tool, undo. */
export class Workbench {
  readonly id: WorkId;
  readonly activity: Activity;
  readonly study: Study;
  readonly keeper: Keeper;
  readonly preset: AgePreset;
  readonly isDecided: boolean;
  readonly typed: Typed;
  readonly #ontold: (() => void) | undefined;
  readonly #ground: Ground | undefined;
  readonly #fold: WorkFold;
  readonly #scribe: Scribe;
  readonly #chance: Chance;
  readonly #hands = new Hands();
  readonly #drafts: LineDrafts;
  /** Whose finger is whose, from the moment it comes down until it lifts. */
  readonly #fingers = new Map<number, Contributor>();
  #table: Table | undefined;
  #picture: PagePicture | undefined;
  /** The state of which a picture was kept. */
  #pictured = '';
  #pageId: PageId;

  #now = $state.raw<Now>(NOTHING);
  #tool = $state.raw<ToolName>('draw');
  #by = $state.raw<Contributor>('f');
  #docks = $state.raw<readonly Dock[]>([]);
  /** Counts what hands took and put, for whoever looks at what they hold. */
  #handled = $state.raw(0);
  #picked = $state.raw<Picked | undefined>();
  #chosen = $state.raw<Chosen>(NONE_CHOSEN);
  #hint = $state.raw<WorkbenchHint | undefined>();
  #done = $state.raw<Done | undefined>();
  #crayon = $state.raw<Crayon>('black');
  #brush = $state.raw<Brush>('crayon');
  #area = $state.raw<Area>('safe');
  /** What each child said links to come shall be. */
  #bonds = $state.raw<Readonly<Partial<Record<Contributor, Bond>>>>({});
  width = $state.raw<Width>('middle');
  feeling = $state.raw<Feeling>('happy');

  constructor(beginning: Beginning) {
    const { id, activity, study, ground, by, preset, entries, scribe, keeper, chance } = beginning;
    const { picture } = beginning;
    this.#picture = picture?.entries === entries.length ? picture : undefined;
    this.id = id;
    this.activity = activity;
    this.study = study;
    this.keeper = keeper;
    this.preset = preset;
    this.isDecided = beginning.isDecided === true;
    this.#ontold = beginning.ontold;
    this.#brush = preset.brushes[0] ?? 'crayon';
    this.#ground = ground;
    this.#scribe = scribe;
    this.#chance = chance;
    this.#by = by;
    this.#fold = WorkFold.of(entries);
    this.typed = new Typed(id, keeper, {
      asQuote: (about, wording) =>
        told(this.#quoteNames(), { about, speaker: 'f', source: 'noted', wording }),
      round: () => this.#openRound,
    });
    this.#drafts = new LineDrafts(id, keeper, scribe.actor, () => ({
      lines: this.#hands.running,
      page: this.#pageId,
      round: this.round,
      by: this.#whose,
    }));
    const last = this.#fold.lastPage;
    this.#pageId = last ?? newId('page', chance);
    if (last === undefined) this.#layPage(this.#pageId);
    this.#look();
    this.#tool = this.round === 'free' && !this.isDecided ? 'draw' : 'hand';
  }

  get tool(): ToolName {
    return this.#tool;
  }

  /** Whose turn it is; with docks, whose finger came down last. */
  get by(): Contributor {
    return this.#by;
  }

  /** The children who draw at the same time, each with a colour; none when they take turns. */
  get docks(): readonly Dock[] {
    return this.#docks;
  }

  /** The colour in the hand of whose turn it is. */
  get crayon(): Crayon {
    return this.#docks.find(({ by }) => by === this.#by)?.crayon ?? this.#crayon;
  }

  set crayon(crayon: Crayon) {
    if (this.#docks.length > 0) this.#docks = recoloured(this.#docks, this.#by, crayon);
    else this.#crayon = crayon;
  }

  /** What the hand draws with. */
  get brush(): Brush {
    return this.#brush;
  }

  /** Take another: lines being drawn end here, or they would never hear of their fingers again. */
  set brush(brush: Brush) {
    if (brush === this.#brush) return;
    this.rest();
    this.#brush = brush;
  }

  /** The kind of soft region that is painted. */
  get area(): Area {
    return this.#area;
  }

  set area(area: Area) {
    if (area === this.#area) return;
    this.rest();
    this.#area = area;
  }

  /** What the next link will say: what this child said, and nobody else. */
  get bond(): Bond {
    return this.#bonds[this.#by] ?? {};
  }

  /** The picture taken from the tray that waits for its place. */
  get taken(): string | undefined {
    return this.takenBy(this.#by);
  }

  /** The picture this child took from a tray. */
  takenBy(by: Contributor): string | undefined {
    return this.#handled >= 0 ? this.#hands.of(by).hand.state.taken : undefined;
  }

  /** The picture, link or ring that was tapped and can be changed or taken away. */
  get picked(): Picked | undefined {
    return this.#picked;
  }

  /** The picture that was tapped. */
  get pickedItem(): Item | undefined {
    return this.#now.page?.items.find(({ id }) => id === this.#picked?.id);
  }

  /** The link that was tapped or just made. */
  get pickedLink(): Link | undefined {
    return this.#now.page?.links.find(({ id }) => id === this.#picked?.id);
  }

  /** What was tapped to be ringed together. */
  get chosen(): Chosen {
    return this.#chosen;
  }

  /** What was done last, by whomever. */
  get done(): Done | undefined {
    return this.#done;
  }

  get hint(): WorkbenchHint | undefined {
    return this.#hint;
  }

  /** The round that is open. */
  get round(): Round {
    return this.#now.round;
  }

  /** The round the facilitator may open next. */
  get nextRound(): Round | undefined {
    return this.isDecided ? undefined : roundAfter(this.study, this.activity, this.round);
  }

  get canUndo(): boolean {
    return this.#now.canUndo;
  }

  get canRedo(): boolean {
    return this.#now.canRedo;
  }

  /** Which page lies on the table, from 1. */
  get pageNumber(): number {
    return this.#now.pageNumber;
  }

  get pageCount(): number {
    return this.#now.pageCount;
  }

  /** Is the page on the table empty? */
  get isBlank(): boolean {
    return isBlank(this.shown);
  }

  /** The page on the table as it shows now. */
  get shown(): Page {
    return this.#now.page ?? this.#page;
  }

  /** Every entry so far. */
  get entries(): readonly WorkEntry[] {
    return this.#fold.entries();
  }

  /** Side of a picture that is put on the page, in page units. */
  get itemSize(): number {
    return this.#page.ground?.kind === 'circles' ? ITEM_SIZE.circles : ITEM_SIZE.plain;
  }

  /** Finish a line that was being drawn when the app ended, or go on with what was being typed. */
  rescue({ name, by, op }: Readonly<{ name: DraftName; by: Contributor; op: Operation }>): void {
    this.typed.rescue(op);
    if (op.kind !== 'stroke/add') return;
    this.#write({ ...op, cancelled: true }, by, name);
    this.#look();
  }

  /** Show the work on this table until the returned function is called. */
  attach(table: Table): () => void {
    this.#table = table;
    const cover = this.#picture?.page === this.#pageId ? this.#picture.png : undefined;
    this.#picture = undefined;
    table.show(this.#page, cover);
    return () => {
      this.rest();
      void this.keepPicture();
      this.#table = undefined;
    };
  }

  /** Keep a picture of the page on the table, for when the work is opened again. */
  async keepPicture(): Promise<void> {
    const [page, entries] = [this.#pageId, this.#fold.size];
    if (this.#pictured === `${page} ${String(entries)}`) return;
    const png = await this.#table?.picture();
    if (!png) return;
    this.#pictured = `${page} ${String(entries)}`;
    await this.keeper.keepPicture(this.id, { page, entries, png });
  }

  /** Take another tool. Lines being drawn end here; nothing done is lost. */
  pick(tool: ToolName): void {
    if (this.isDecided) return;
    if (tool === this.#tool) return;
    this.rest();
    this.#tool = tool;
  }

  /**
   * It is another child's turn. Where all draw at once, nobody's line ends because somebody else reached out; but
   * who has no dock takes turns.
   */
  turnTo(by: Contributor): void {
    if (!this.#docks.some((dock) => dock.by === by)) this.dock([]);
    this.#by = by;
    this.#look();
  }

  /** Let these children draw at the same time; nobody: they take turns again. */
  dock(tokens: readonly Token[]): void {
    this.rest();
    this.#docks = docksFor(tokens);
    this.#hands.seat(this.#docks.map(({ by }) => by));
    this.#show();
  }

  /** The facilitator opens the next round. */
  openRound(): void {
    const round = this.nextRound;
    if (round) this.act({ kind: 'round/open', round }, 'f');
  }

  /** A step of a gesture on the sheet. */
  touch = (step: Step): void => {
    if (this.isDecided) {
      this.#pointOut(step);
      return;
    }
    if (step.phase === 'down') this.#lookWhose(step);
    const by = this.#whose(step.pointer);
    const outcome = this.#hands.answer(step, this.#scene(by), this.#choice);
    this.#come(outcome, by, step.pointer);
    const slipped = step.phase === 'cancel' && outcome.operations.length === 0;
    if (step.phase === 'drop' || slipped) this.#drafts.forget(step.pointer);
    if (outcome.pour) void this.#pour(outcome.pour, by);
    if (step.phase === 'move') return;
    this.#hint = outcome.hint && { code: outcome.hint };
    this.#handled++;
    if (step.phase !== 'down') this.#fingers.delete(step.pointer);
  };

  /** Tap a picture in the tray, or in this child's dock. */
  take(symbol: string, by: Contributor = this.#by): void {
    if (this.#docks.length === 0) this.pick('hand');
    if (by !== this.#by) this.turnTo(by);
    const { hand } = this.#hands.of(by);
    hand.state = take(hand.state, symbol);
    this.#show();
  }

  /** Pull a picture out of the tray, or out of this child's dock; its further steps come through `touch`. */
  carry(symbol: string, step: Step, by: Contributor = this.#by): void {
    if (this.#docks.length === 0) this.pick('hand');
    this.#fingers.set(step.pointer, by);
    if (by !== this.#by) this.turnTo(by);
    this.#hands.carry(by, { symbol, size: this.itemSize }, step);
    this.#show();
  }

  /** Pick something by its name, or let it go when it was picked. */
  choose(picked: Picked): void {
    const isAgain = this.#picked?.id === picked.id;
    this.pick('hand');
    const { hand } = this.#hands.of(this.#by);
    hand.state = { ...letGo(hand.state), picked: isAgain ? undefined : picked };
    this.#show();
  }

  /** Say of the link that is picked, or else of those to come, what kind it is, how it feels, which way it goes. */
  bind(bond: Bond): void {
    const link = this.pickedLink;
    if (!link) {
      this.#bonds = { ...this.#bonds, [this.#by]: { ...this.bond, ...bond } };
      return;
    }
    const alike = bond.relation !== undefined && linkLike(this.#page, { ...link, ...bond });
    if (alike && alike.id !== link.id) this.#hint = { code: 'link/already-there' };
    else this.act(bound(link, bond));
  }

  /** What is said next is about what comes, not about what was picked. */
  letGo(): void {
    const { hand, join, ring } = this.#hands.of(this.#by);
    join.rest();
    ring.rest();
    hand.state = letGo(hand.state);
    this.#show();
  }

  /** Close the ring round what was chosen by taps. */
  closeRing(): void {
    const { ring } = this.#hands.of(this.#by);
    const outcome = closeRing(ring.state, this.#scene(this.#by));
    ring.state = outcome.state;
    this.#come(outcome, this.#by);
    this.#hint = outcome.hint && { code: outcome.hint };
  }

  /** Do what a button says. */
  act(operation: Operation | undefined, by: Contributor = this.#by): void {
    if (operation) this.#do(operation, by);
  }

  /** An adult writes down what somebody tells. */
  tell(what: Told): void {
    this.act(told(this.#quoteNames(), what), 'f');
    this.typed.forget(what.about);
  }

  #quoteNames(): Parameters<typeof told>[0] {
    return { quote: newId('quote', this.#chance), page: this.#pageId };
  }

  /** Take a thing away; not oneself in the middle of the circles. */
  bin(thing: Picked): void {
    const page = this.#page;
    if (thing.id === this.#picked?.id) this.letGo();
    if (page.items.some((item) => item.id === thing.id && isEgo(item))) return;
    if (isOn(page, thing)) this.#do(takeAway(thing), this.#by);
    else this.#hint = { code: 'item/gone' };
  }

  /** Take away what is picked. */
  binPicked(): void {
    if (this.#picked) this.bin(this.#picked);
  }

  /** Take back this child's last act on this page. */
  undo(by: Contributor = this.#by): void {
    this.#restOf(by);
    const entry = this.#fold.undoable(by, this.#pageId);
    if (entry) this.#do({ kind: 'undo', entry }, by);
    else this.#hint = { code: 'undo/nothing-left' };
  }

  /** Do again what this child took back. */
  redo(): void {
    this.#restOf(this.#by);
    const entry = this.#fold.redoable(this.#by, this.#pageId);
    if (entry) this.#do({ kind: 'redo', entry }, this.#by);
    else this.#hint = { code: 'undo/nothing-left' };
  }

  /** Lay a new page on the table; a blank one that lies there already will do. */
  newPage(): void {
    this.rest();
    if (this.isDecided || isBlank(this.#page)) return;
    this.#layPage(newId('page', this.#chance));
    this.turnPage(this.#fold.pageIds.length - this.pageNumber);
  }

  /** Turn some pages forward, or back when negative. */
  turnPage(by: number): void {
    const next = this.#fold.pageIds[this.pageNumber - 1 + by];
    if (next === undefined) return;
    this.rest();
    this.#pageId = next;
    this.#look();
    this.#table?.show(this.#page);
  }

  /** Show where the keys point. */
  point(at: Point | undefined): void {
    this.#table?.point(at);
  }

  /** Put everything out of every hand; lines being drawn end here. */
  rest(): void {
    const { running } = this.#hands;
    this.#hands.rest();
    this.#end(running);
    this.#fingers.clear();
  }

  /** Put everything out of one child's hand. */
  #restOf(by: Contributor): void {
    const { running } = this.#hands.of(by);
    this.#hands.rest(by);
    this.#end(running);
  }

  #end(lines: readonly WetLine[]): void {
    this.#show();
    this.#hint = undefined;
    for (const line of lines) {
      const by = this.#whose(line.pointer);
      for (const stroke of finished([line], this.#pageId)) this.#do(stroke, by, line.pointer);
    }
    this.#drafts.look();
  }

  get #page(): Page {
    return present(this.#fold.page(this.#pageId), 'the page on the table is a page of the work');
  }

  get #choice(): Choice {
    const { tool, brush, area } = this;
    return { tool, brush, area, rubber: this.preset.rubber };
  }

  /** The round that was opened last, or that the activity begins with. */
  get #openRound(): Round {
    return this.#fold.round ?? this.study.rounds(this.activity)[0] ?? 'free';
  }

  readonly #whose = (pointer: number): Contributor => this.#fingers.get(pointer) ?? this.#by;

  #lookWhose({ pointer, samples }: Step): void {
    const near = nearestDock(this.#docks, placeOf(samples[0]))?.by ?? this.#by;
    // Who just took a picture puts it, also at somebody else's side.
    const isPutting = this.takenBy(near) === undefined && this.taken !== undefined;
    const by = isPutting ? this.#by : near;
    this.#fingers.set(pointer, by);
    this.#drafts.begin(pointer);
    if (by === this.#by) return;
    this.#by = by;
    this.#look();
  }

  /** Of a work that was decided about a finger only says what is meant. */
  #pointOut(step: Step): void {
    if (step.phase !== 'up') return;
    const { hand } = this.#hands.of(this.#by);
    hand.state = { ...letGo(hand.state), picked: thingMeant(this.#page, step) };
    this.#show();
  }

  #scene(by: Contributor): Scene {
    const { width, feeling, itemSize } = this;
    const bond = this.#bonds[by] ?? {};
    const crayon = this.#docks.find((dock) => dock.by === by)?.crayon ?? this.#crayon;
    const names = (): ReturnType<Scene['names']> => ({
      item: newId('item', this.#chance),
      link: newId('link', this.#chance),
      stamp: newId('stamp', this.#chance),
      ring: newId('ring', this.#chance),
    });
    const page = (): Page => this.#page;
    return { pageId: this.#pageId, page, names, by, crayon, width, feeling, bond, itemSize };
  }

  async #pour(at: Point, by: Contributor): Promise<void> {
    const [page, { crayon }] = [this.#pageId, this.#scene(by)];
    const poured = await this.#table?.pour(at);
    if (!poured) return;
    if (poured.kind === 'filled') {
      this.#do({ kind: 'fill/add', page, crayon, rings: poured.rings }, by);
    } else this.#hint = { code: `fill/${poured.kind}` };
  }

  /** A page, and oneself in the middle where it has one. */
  #layPage(page: PageId): void {
    const ground = this.#ground;
    this.#write({ kind: 'page/add', page, ...(ground && { ground }) }, this.#by);
    if (ground?.kind !== 'circles') return;
    const item = newId('item', this.#chance);
    const ego = { item, page, symbol: SELF, ...CENTRE, size: EGO_SIZE, pinned: true } as const;
    this.#write({ kind: 'item/put', ...ego }, 'f');
  }

  #look(): void {
    const { pageIds } = this.#fold;
    this.#now = {
      page: this.#page,
      round: this.#openRound,
      canUndo: this.#fold.undoable(this.#by, this.#pageId) !== undefined,
      canRedo: this.#fold.redoable(this.#by, this.#pageId) !== undefined,
      pageNumber: pageIds.indexOf(this.#pageId) + 1,
      pageCount: pageIds.length,
    };
  }

  /** What a tool answered: shown, and done. */
  #come(
    { operations }: Pick<Outcome<unknown>, 'operations'>,
    by: Contributor,
    pointer?: number,
  ): void {
    const draft = this.#hands.draft(this.#by, this.#choice);
    this.#table?.draft(draft);
    if (draft.picked !== this.#picked) this.#picked = draft.picked;
    if (draft.chosen !== this.#chosen) this.#chosen = draft.chosen;
    for (const operation of operations) this.#do(operation, by, pointer);
  }

  /** Show what is in the hands now. */
  #show(): void {
    this.#handled++;
    this.#come({ operations: [] }, this.#by);
  }

  #do(operation: Operation, by: Contributor, pointer?: number): void {
    if (this.isDecided && !(isTelling(operation) || (by === 'f' && isStepBack(operation)))) return;
    const before = this.#page;
    const change = this.#write(operation, by, this.#drafts.nameOf(pointer));
    this.#look();
    this.#done = { op: operation, before, after: this.#page };
    this.#table?.change(change, this.#page);
    if (this.isDecided) this.#ontold?.();
    if (change.heldBy) this.#hint = { code: 'undo/held', by: change.heldBy };
  }

  #write(operation: Operation, by: Contributor, draft?: DraftName): Change {
    const entry = this.#scribe.write(operation, by, this.#openRound);
    this.keeper.keep(this.id, entry, draft);
    return this.#fold.absorb(entry);
  }
}

function isStepBack({ kind }: Operation): boolean {
  return kind === 'undo' || kind === 'redo';
}

const NOTHING: Now = {
  page: undefined,
  round: 'free',
  canUndo: false,
  canRedo: false,
  pageNumber: 0,
  pageCount: 0,
};
