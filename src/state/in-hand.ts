/** A tool while it is held: remembers its state from step to step. */
import type { Draft } from '#editing/draft.ts';
import type { Step } from '#editing/step.ts';
import type { Outcome, Scene, Tool } from '#editing/tool.ts';

/** The state of one tool in one hand. */
export class InHand<State> {
  readonly #tool: Tool<State>;
  state: State;

  constructor(tool: Tool<State>) {
    this.#tool = tool;
    this.state = tool.idle;
  }

  /** What shows while nothing moves. */
  get draft(): Draft {
    return this.#tool.draft(this.state);
  }

  /** Answer a step. */
  step(step: Step, scene: Scene): Outcome<State> {
    const outcome = this.#tool.step(this.state, step, scene);
    this.state = outcome.state;
    return outcome;
  }

  /** Hold nothing any more. */
  rest(): void {
    this.state = this.#tool.idle;
  }
}
