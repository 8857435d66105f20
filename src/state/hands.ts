/**
 * The hands at one sheet. Who take turns pass the same tools on; at docks each child has tools of its own, and
 * who took a picture out of its dock holds that, whatever the others do.
 */
import type { Contributor } from '#domain/contributor.ts';
import { together, type Draft, type WetLine } from '#editing/draft.ts';
import { carry } from '#editing/hand-tool.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome, Scene } from '#editing/tool.ts';
import type { InHand } from '#state/in-hand.ts';
import { Toolbox, type Choice } from '#state/toolbox.ts';

type Answering = Pick<InHand<unknown>, 'step' | 'draft'>;

/** Every hand, and which tool of it answers which finger. */
export class Hands {
  readonly #passed = new Toolbox();
  #own: ReadonlyMap<Contributor, Toolbox> = new Map();
  /** A finger stays with the tool it came down with. */
  readonly #answering = new Map<number, Answering>();

  /** These children have tools of their own from now on; nobody: they take turns again. */
  seat(tokens: readonly Contributor[]): void {
    this.rest();
    this.#own = new Map(tokens.map((by) => [by, new Toolbox()]));
  }

  /** The tools of this child. */
  of(by: Contributor): Toolbox {
    return this.#own.get(by) ?? this.#passed;
  }

  /** The lines now being drawn, by whomever. */
  get running(): readonly WetLine[] {
    return this.#all.flatMap(({ running }) => running);
  }

  /** Let the tool that the finger came down with answer. */
  answer(step: Step, scene: Scene, choice: Choice): Outcome<unknown> {
    const { pointer, phase } = step;
    const known = phase === 'down' ? undefined : this.#answering.get(pointer);
    const answering = known ?? this.#held(this.of(scene.by), choice);
    if (phase === 'down') this.#answering.set(pointer, answering);
    else if (phase !== 'move') this.#answering.delete(pointer);
    return answering.step(step, scene);
  }

  /** A finger of this child pulls a picture out of a tray. */
  carry(by: Contributor, picture: Readonly<{ symbol: string; size: number }>, step: Step): void {
    const { hand } = this.of(by);
    hand.state = carry(hand.state, picture, step);
    this.#answering.set(step.pointer, hand);
  }

  /** What shows of all hands; what is picked and chosen, of this child's. */
  draft(by: Contributor, choice: Choice): Draft {
    const drafts = this.#all.flatMap((box) => {
      const held = box.held(choice);
      const isBesides = held !== box.hand && this.#isBusy(box);
      return isBesides ? [held.draft, box.hand.draft] : [held.draft];
    });
    return together(drafts, this.#held(this.of(by), choice).draft);
  }

  /** Put everything out of the hand: of this child, or of all. */
  rest(by?: Contributor): void {
    for (const box of by === undefined ? this.#all : [this.of(by)]) box.rest();
    if (by === undefined) this.#answering.clear();
  }

  get #all(): readonly Toolbox[] {
    return this.#own.size > 0 ? [...this.#own.values()] : [this.#passed];
  }

  #held(box: Toolbox, choice: Choice): Answering {
    return this.#isBusy(box) ? box.hand : box.held(choice);
  }

  /** Has somebody with tools of its own a picture in the hand? */
  #isBusy(box: Toolbox): boolean {
    const { taken, grips } = box.hand.state;
    return box !== this.#passed && (taken !== undefined || grips.length > 0);
  }
}
