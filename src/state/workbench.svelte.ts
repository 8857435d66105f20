/**
 * The work on the table: takes the gestures, lets the tool in the hand answer them, writes down what
 * was done, and tells the table what to show. Movement never touches a rune; only what was done does.
 */
import { present } from '#base/assert.ts';
import type { Chance } from '#base/chance.ts';
import type { Contributor, Token } from '#domain/contributor.ts';
import type { Brush, Crayon, Width } from '#domain/crayon.ts';
import type { Round } from '#domain/entry.ts';
import { WorkFold, type Change } from '#domain/fold.ts';
import { newId, type PageId, type WorkId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import type { Point } from '#domain/page.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { isBlank, type Activity, type Page } from '#domain/work.ts';
import type { RubberKind } from '#domain/age-band.ts';
import { EMPTY_DRAFT, type Draft, type Picked, type WetLine } from '#editing/draft.ts';
import { fillTool } from '#editing/fill-tool.ts';
import { carry, handTool, letGo, take, takeAway, type HandState } from '#editing/hand-tool.ts';
import { finished, inkTool } from '#editing/ink-tool.ts';
import { joinTool } from '#editing/join-tool.ts';
import { sweepTool } from '#editing/sweep-tool.ts';
import type { Step } from '#editing/step.ts';
import type { Table } from '#editing/table.ts';
import type { Hint, Scene } from '#editing/tool.ts';
import { placeOf } from '#ink/sample.ts';
import { docksFor, nearestDock, recoloured, type Dock } from '#state/docks.ts';
import { InHand } from '#state/in-hand.ts';
import type { Keeper } from '#state/keeper.svelte.ts';
import type { PagePicture } from '#state/page-picture.ts';
import type { Scribe } from '#state/scribe.ts';
import type { DraftName } from '#storage/journal.ts';

export const TOOLS = ['draw', 'fill', 'rub-out', 'hand', 'join'] as const;
/** What the hand holds. */
export type ToolName = (typeof TOOLS)[number];

/** Why nothing happened, in a picture and a kind word. */
export type WorkbenchHint =
  Readonly<{ code: Hint }> | Readonly<{ code: 'undo/held'; by: Contributor }>;

/** What a workbench needs to begin. */
export type Beginning = Readonly<{
  id: WorkId;
  activity: Activity;
  round: Round;
  by: Contributor;
  rubber: RubberKind;
  entries: readonly WorkEntry[];
  /** A picture of a page, to be shown while the page itself is painted. */
  picture?: PagePicture | undefined;
  scribe: Scribe;
  keeper: Keeper;
  chance: Chance;
}>;

/** What the buttons around the sheet need to know of the work. */
type Now = Readonly<{
  canUndo: boolean;
  canRedo: boolean;
  pageNumber: number;
  pageCount: number;
  isBlank: boolean;
}>;

/** How often what is being drawn is kept. */
const DRAFT_MS = 400;

const NOTHING: Now = {
  canUndo: false,
  canRedo: false,
  pageNumber: 0,
  pageCount: 0,
  isBlank: true,
};

/** The open work, its tool, undo. */
export class Workbench {
  readonly id: WorkId;
  readonly activity: Activity;
  readonly keeper: Keeper;
  readonly rubber: RubberKind;
  readonly #fold: WorkFold;
  readonly #scribe: Scribe;
  readonly #chance: Chance;
  readonly #round: Round;
  readonly #brushes = {
    crayon: new InHand(inkTool('crayon')),
    marker: new InHand(inkTool('marker')),
    brush: new InHand(inkTool('brush')),
  };
  readonly #rubber = new InHand(inkTool('rubber'));
  readonly #sweep = new InHand(sweepTool);
  readonly #fill = new InHand(fillTool);
  readonly #hand = new InHand(handTool);
  readonly #join = new InHand(joinTool);
  /** Whose finger is whose, from the moment it comes down until it lifts. */
  readonly #fingers = new Map<number, Contributor>();
  /** The drafts of running lines, by finger; each gesture has a draft of its own. */
  readonly #drafts = new Map<number, DraftName>();
  #gestures = 0;
  #draftTimer: ReturnType<typeof setInterval> | undefined;
  #table: Table | undefined;
  #picture: PagePicture | undefined;
  /** The state of which a picture was kept. */
  #pictured = '';
  #pageId: PageId;

  #now = $state.raw<Now>(NOTHING);
  #tool = $state.raw<ToolName>('draw');
  #by = $state.raw<Contributor>('f');
  #docks = $state.raw<readonly Dock[]>([]);
  #taken = $state.raw<string | undefined>();
  #picked = $state.raw<Picked | undefined>();
  #hint = $state.raw<WorkbenchHint | undefined>();
  #crayon = $state.raw<Crayon>('black');
  #brush = $state.raw<Brush>('crayon');
  width = $state.raw<Width>('middle');

  constructor(beginning: Beginning) {
    const { id, activity, round, by, rubber, entries, scribe, keeper, chance } = beginning;
    const { picture } = beginning;
    this.#picture = picture?.entries === entries.length ? picture : undefined;
    this.id = id;
    this.activity = activity;
    this.keeper = keeper;
    this.rubber = rubber;
    this.#round = round;
    this.#scribe = scribe;
    this.#chance = chance;
    this.#by = by;
    this.#tool = activity === 'map' ? 'hand' : 'draw';
    this.#fold = WorkFold.of(entries);
    const last = this.#fold.pageIds.at(-1);
    this.#pageId = last ?? newId('page', chance);
    if (last === undefined) this.#write({ kind: 'page/add', page: this.#pageId }, by);
    this.#look();
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

  /** The picture taken from the tray that waits for its place. */
  get taken(): string | undefined {
    return this.#taken;
  }

  /** The picture or line that was tapped and can be taken away. */
  get picked(): Picked | undefined {
    return this.#picked;
  }

  get hint(): WorkbenchHint | undefined {
    return this.#hint;
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
    return this.#now.isBlank;
  }

  /** The page on the table as it shows now. */
  get shown(): Page {
    return this.#page;
  }

  /** Every entry so far. */
  get entries(): readonly WorkEntry[] {
    return this.#fold.entries();
  }

  /** Finish a line that was being drawn when the app ended. */
  rescue({ name, by, op }: Readonly<{ name: DraftName; by: Contributor; op: Operation }>): void {
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
    if (tool === this.#tool) return;
    this.rest();
    this.#tool = tool;
  }

  /** It is another child's turn. Where all draw at once, nobody's line ends because somebody else reached out. */
  turnTo(by: Contributor): void {
    if (this.#docks.length === 0) this.rest();
    this.#by = by;
    this.#look();
  }

  /** Let these children draw at the same time; nobody: they take turns again. */
  dock(tokens: readonly Token[]): void {
    this.rest();
    this.#docks = docksFor(tokens);
  }

  /** A step of a gesture on the sheet. */
  touch = (step: Step): void => {
    if (step.phase === 'down') this.#lookWhose(step);
    const by = this.#fingers.get(step.pointer) ?? this.#by;
    const outcome = this.#held.step(step, this.#scene(by));
    this.#show(outcome.draft);
    for (const operation of outcome.operations) this.#do(operation, by, step.pointer);
    const slipped = step.phase === 'cancel' && outcome.operations.length === 0;
    if (step.phase === 'drop' || slipped) this.#forgetDraft(step.pointer);
    if (outcome.pour) void this.#pour(outcome.pour, by);
    if (step.phase === 'move') return;
    this.#hint = outcome.hint && { code: outcome.hint };
    this.#taken = this.#hand.state.taken;
    if (step.phase !== 'down') this.#fingers.delete(step.pointer);
  };

  /** Tap a picture in the tray. */
  take(symbol: string): void {
    this.pick('hand');
    this.#handTo(take(this.#hand.state, symbol));
  }

  /** Pull a picture out of the tray with this finger; its further steps come through `touch`. */
  carry(symbol: string, step: Step): void {
    this.pick('hand');
    this.#handTo(carry(this.#hand.state, symbol, step));
  }

  /** Take the picked thing away. */
  binPicked(): void {
    if (!this.#picked) return;
    const operation = takeAway(this.#picked);
    this.#join.rest();
    this.#handTo(letGo(this.#hand.state));
    this.#do(operation, this.#by);
  }

  /** Take back this child's last act on this page. */
  undo(): void {
    this.rest();
    const entry = this.#fold.undoable(this.#by, this.#pageId);
    if (entry) this.#do({ kind: 'undo', entry }, this.#by);
    else this.#hint = { code: 'undo/nothing-left' };
  }

  /** Do again what this child took back. */
  redo(): void {
    this.rest();
    const entry = this.#fold.redoable(this.#by, this.#pageId);
    if (entry) this.#do({ kind: 'redo', entry }, this.#by);
    else this.#hint = { code: 'undo/nothing-left' };
  }

  /** Lay a new page on the table; a blank one that lies there already will do. */
  newPage(): void {
    this.rest();
    if (isBlank(this.#page)) return;
    this.#do({ kind: 'page/add', page: newId('page', this.#chance) }, this.#by);
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

  /** Put everything out of the hand; lines being drawn end here. */
  rest(): void {
    const running = this.#running;
    for (const held of [...Object.values(this.#brushes), this.#rubber]) held.rest();
    this.#sweep.rest();
    this.#fill.rest();
    this.#join.rest();
    this.#handTo(handTool.idle);
    this.#hint = undefined;
    for (const line of running) {
      const by = this.#fingers.get(line.pointer) ?? this.#by;
      for (const stroke of finished([line], this.#pageId)) this.#do(stroke, by, line.pointer);
    }
    this.#fingers.clear();
    this.#keepDrafts();
  }

  get #page(): Page {
    return present(this.#fold.page(this.#pageId), 'the page on the table is a page of the work');
  }

  get #running(): readonly WetLine[] {
    return [...Object.values(this.#brushes), this.#rubber].flatMap(({ state }) => state);
  }

  /** What is being drawn is kept often enough for a crash to cost less than half a second of it. */
  readonly #keepDrafts = (): void => {
    const running = this.#running;
    if (running.length === 0) {
      clearInterval(this.#draftTimer);
      this.#draftTimer = undefined;
      return;
    }
    this.#draftTimer ??= setInterval(this.#keepDrafts, DRAFT_MS);
    for (const line of running) {
      const name = this.#drafts.get(line.pointer);
      const [op] = finished([line], this.#pageId);
      const by = this.#fingers.get(line.pointer) ?? this.#by;
      if (name && op) this.keeper.keepDraft(this.id, name, { by, round: this.#round, op });
    }
  };

  /** The line was no line: its draft must not come back as one. */
  #forgetDraft(pointer: number): void {
    const name = this.#drafts.get(pointer);
    this.#drafts.delete(pointer);
    if (name) this.keeper.dropDraft(this.id, name);
  }

  get #held(): Pick<InHand<unknown>, 'step'> {
    switch (this.#tool) {
      case 'draw':
        return this.#brushes[this.brush];
      case 'rub-out':
        return this.rubber === 'whole' ? this.#sweep : this.#rubber;
      case 'fill':
        return this.#fill;
      case 'hand':
        return this.#hand;
      case 'join':
        return this.#join;
    }
  }

  #lookWhose({ pointer, samples }: Step): void {
    const dock = nearestDock(this.#docks, placeOf(samples[0]));
    const by = dock?.by ?? this.#by;
    this.#fingers.set(pointer, by);
    this.#drafts.set(pointer, `${this.#scribe.actor}-${String(this.#gestures++)}`);
    this.#draftTimer ??= setInterval(this.#keepDrafts, DRAFT_MS);
    if (by === this.#by) return;
    this.#by = by;
    this.#look();
  }

  #scene(by: Contributor): Scene {
    const { width } = this;
    const crayon = this.#docks.find((dock) => dock.by === by)?.crayon ?? this.#crayon;
    const names = (): ReturnType<Scene['names']> => ({
      item: newId('item', this.#chance),
      link: newId('link', this.#chance),
    });
    return { pageId: this.#pageId, page: () => this.#page, names, crayon, width };
  }

  async #pour(at: Point, by: Contributor): Promise<void> {
    const [page, { crayon }] = [this.#pageId, this.#scene(by)];
    const poured = await this.#table?.pour(at);
    if (!poured) return;
    if (poured.kind === 'filled') {
      this.#do({ kind: 'fill/add', page, crayon, rings: poured.rings }, by);
    } else this.#hint = { code: `fill/${poured.kind}` };
  }

  #look(): void {
    const { pageIds } = this.#fold;
    this.#now = {
      canUndo: this.#fold.undoable(this.#by, this.#pageId) !== undefined,
      canRedo: this.#fold.redoable(this.#by, this.#pageId) !== undefined,
      pageNumber: pageIds.indexOf(this.#pageId) + 1,
      pageCount: pageIds.length,
      isBlank: isBlank(this.#page),
    };
  }

  #show(draft: Draft): void {
    this.#table?.draft(draft);
    if (draft.picked !== this.#picked) this.#picked = draft.picked;
  }

  #handTo(state: HandState): void {
    this.#hand.state = state;
    this.#taken = state.taken;
    this.#show(this.#tool === 'hand' ? this.#hand.draft : EMPTY_DRAFT);
  }

  #do(operation: Operation, by: Contributor, pointer?: number): void {
    const draft = pointer === undefined ? undefined : this.#drafts.get(pointer);
    const change = this.#write(operation, by, draft);
    this.#look();
    this.#table?.change(change, this.#page);
    if (change.heldBy) this.#hint = { code: 'undo/held', by: change.heldBy };
  }

  #write(operation: Operation, by: Contributor, draft?: DraftName): Change {
    const entry = this.#scribe.write(operation, by, this.#round);
    this.keeper.keep(this.id, entry, draft);
    return this.#fold.absorb(entry);
  }
}
