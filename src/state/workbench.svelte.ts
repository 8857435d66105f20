/**
 * The work on the table: takes the gestures, lets the tool in the hand answer them, writes down what
 * was done, and tells the table what to show. Movement never touches a rune; only what was done does.
 */
import { present, unreachable } from '#base/assert.ts';
import type { Chance } from '#base/chance.ts';
import type { Contributor } from '#domain/contributor.ts';
import type { Crayon, Width } from '#domain/crayon.ts';
import type { Round } from '#domain/entry.ts';
import { WorkFold, type Change } from '#domain/fold.ts';
import { newId, type PageId, type WorkId } from '#domain/ids.ts';
import type { Operation } from '#domain/operation.ts';
import type { WorkEntry } from '#domain/sheet.ts';
import { isBlank, type Activity, type Page } from '#domain/work.ts';
import type { Picked } from '#editing/draft.ts';
import { carry, handTool, letGo, take, takeAway, type HandState } from '#editing/hand-tool.ts';
import { finished, inkTool, type InkState } from '#editing/ink-tool.ts';
import { joinTool, type JoinState } from '#editing/join-tool.ts';
import type { Step } from '#editing/step.ts';
import type { Table } from '#editing/table.ts';
import type { Hint, Outcome, Scene, Tool } from '#editing/tool.ts';
import type { Keeper } from '#state/keeper.svelte.ts';
import type { Scribe } from '#state/scribe.ts';

export const TOOLS = ['draw', 'rub-out', 'hand', 'join'] as const;
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
  entries: readonly WorkEntry[];
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

const NOTHING: Now = {
  canUndo: false,
  canRedo: false,
  pageNumber: 0,
  pageCount: 0,
  isBlank: true,
};
const CRAYON = inkTool('crayon');
const RUBBER = inkTool('rubber');

/** The open work, its tool, undo. */
export class Workbench {
  readonly id: WorkId;
  readonly activity: Activity;
  readonly keeper: Keeper;
  readonly #fold: WorkFold;
  readonly #scribe: Scribe;
  readonly #chance: Chance;
  readonly #round: Round;
  #table: Table | undefined;
  #ink: InkState = CRAYON.idle;
  #hand: HandState = handTool.idle;
  #join: JoinState = joinTool.idle;
  #pageId: PageId;

  #now = $state.raw<Now>(NOTHING);
  #tool = $state.raw<ToolName>('draw');
  #by = $state.raw<Contributor>('f');
  #taken = $state.raw<string | undefined>();
  #picked = $state.raw<Picked | undefined>();
  #hint = $state.raw<WorkbenchHint | undefined>();
  crayon = $state.raw<Crayon>('black');
  width = $state.raw<Width>('middle');

  constructor({ id, activity, round, by, entries, scribe, keeper, chance }: Beginning) {
    this.id = id;
    this.activity = activity;
    this.keeper = keeper;
    this.#round = round;
    this.#scribe = scribe;
    this.#chance = chance;
    this.#by = by;
    this.#tool = activity === 'map' ? 'hand' : 'draw';
    this.#fold = WorkFold.of(entries);
    const last = this.#fold.pageIds.at(-1);
    this.#pageId = last ?? newId('page', chance);
    if (last === undefined) this.#write({ kind: 'page/add', page: this.#pageId });
    this.#look();
  }

  get tool(): ToolName {
    return this.#tool;
  }

  /** Whose turn it is. */
  get by(): Contributor {
    return this.#by;
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

  /** Every entry so far. */
  get entries(): readonly WorkEntry[] {
    return this.#fold.entries();
  }

  /** Show the work on this table until the returned function is called. */
  attach(table: Table): () => void {
    this.#table = table;
    table.show(this.#page);
    return () => {
      this.rest();
      this.#table = undefined;
    };
  }

  /** Take another tool. What fingers were doing is dropped; nothing done is lost. */
  pick(tool: ToolName): void {
    if (tool === this.#tool) return;
    this.rest();
    this.#tool = tool;
  }

  /** It is another child's turn. */
  turnTo(by: Contributor): void {
    this.rest();
    this.#by = by;
    this.#look();
  }

  /** A step of a gesture on the sheet. */
  touch = (step: Step): void => {
    switch (this.#tool) {
      case 'draw':
        this.#ink = this.#answer(CRAYON, this.#ink, step);
        break;
      case 'rub-out':
        this.#ink = this.#answer(RUBBER, this.#ink, step);
        break;
      case 'hand':
        this.#hand = this.#answer(handTool, this.#hand, step);
        this.#taken = this.#hand.taken;
        break;
      case 'join':
        this.#join = this.#answer(joinTool, this.#join, step);
        break;
      default:
        unreachable(this.#tool);
    }
  };

  /** Tap a picture in the tray. */
  take(symbol: string): void {
    this.pick('hand');
    this.#handTo(take(this.#hand, symbol));
  }

  /** Pull a picture out of the tray with this finger; its further steps come through `touch`. */
  carry(symbol: string, step: Step): void {
    this.pick('hand');
    this.#handTo(carry(this.#hand, symbol, step));
  }

  /** Take the picked thing away. */
  binPicked(): void {
    if (!this.#picked) return;
    const operation = takeAway(this.#picked);
    this.#join = joinTool.idle;
    this.#handTo(letGo(this.#hand));
    this.#do(operation);
  }

  /** Take back this child's last act on this page. */
  undo(): void {
    this.rest();
    const entry = this.#fold.undoable(this.#by, this.#pageId);
    if (entry) this.#do({ kind: 'undo', entry });
  }

  /** Do again what this child took back. */
  redo(): void {
    this.rest();
    const entry = this.#fold.redoable(this.#by, this.#pageId);
    if (entry) this.#do({ kind: 'redo', entry });
  }

  /** Lay a new page on the table; a blank one that lies there already will do. */
  newPage(): void {
    if (isBlank(this.#page)) return;
    const page = newId('page', this.#chance);
    this.#do({ kind: 'page/add', page });
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

  get #page(): Page {
    return present(this.#fold.page(this.#pageId), 'the page on the table is a page of the work');
  }

  #answer<State>(tool: Tool<State>, state: State, step: Step): State {
    const outcome = tool.step(state, step, this.#scene());
    this.#show(outcome);
    for (const operation of outcome.operations) this.#do(operation);
    if (step.phase !== 'move') this.#hint = outcome.hint && { code: outcome.hint };
    return outcome.state;
  }

  #scene(): Scene {
    const { crayon, width } = this;
    const page = (): Page => this.#page;
    const names = (): ReturnType<Scene['names']> => ({
      item: newId('item', this.#chance),
      link: newId('link', this.#chance),
    });
    return { page, names, crayon, width };
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

  #show({ draft }: Pick<Outcome<unknown>, 'draft'>): void {
    this.#table?.draft(draft);
    if (draft.picked !== this.#picked) this.#picked = draft.picked;
  }

  #handTo(state: HandState): void {
    this.#hand = state;
    this.#taken = state.taken;
    this.#show({ draft: handTool.draft(state) });
  }

  /** Put everything out of the hand; lines being drawn end here. */
  rest(): void {
    const strokes = finished(this.#ink, this.#pageId);
    this.#ink = CRAYON.idle;
    this.#join = joinTool.idle;
    this.#handTo(handTool.idle);
    this.#hint = undefined;
    for (const stroke of strokes) this.#do(stroke);
  }

  #do(operation: Operation): void {
    const change = this.#write(operation);
    this.#look();
    this.#table?.change(change, this.#page);
    if (change.heldBy) this.#hint = { code: 'undo/held', by: change.heldBy };
  }

  #write(operation: Operation): Change {
    const entry = this.#scribe.write(operation, this.#by, this.#round);
    this.keeper.keep(this.id, entry);
    return this.#fold.absorb(entry);
  }
}
