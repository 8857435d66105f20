/** Every tool of one hand, each with what it remembers between two touches. */
import type { RubberKind } from '#domain/age-band.ts';
import type { Area, Brush } from '#domain/crayon.ts';
import type { WetLine } from '#editing/draft.ts';
import { fillTool } from '#editing/fill-tool.ts';
import { handTool } from '#editing/hand-tool.ts';
import { inkTool } from '#editing/ink-tool.ts';
import { joinTool } from '#editing/join-tool.ts';
import { ringTool } from '#editing/ring-tool.ts';
import { stampTool } from '#editing/stamp-tool.ts';
import { sweepTool } from '#editing/sweep-tool.ts';
import { InHand } from '#state/in-hand.ts';

export const TOOLS = ['draw', 'fill', 'rub-out', 'hand', 'join', 'feel', 'area', 'ring'] as const;
/** What the hand holds. */
export type ToolName = (typeof TOOLS)[number];

/** What may lie open over the sheet of the working screen; one at a time. */
export type OpenPanel =
  | 'tin'
  | 'tray'
  | 'symbol'
  | 'bond'
  | 'feel'
  | 'turn'
  | 'say'
  | 'tell'
  | 'story'
  | 'title'
  | 'adult'
  | 'safeguard';

/** The tab of the tray that lies open: its name, and whether it is one of "something else". */
export type TrayTab = Readonly<{ name: string; isMore: boolean }>;

/** What else decides which tool answers. */
export type Choice = Readonly<{ tool: ToolName; brush: Brush; area: Area; rubber: RubberKind }>;

/** The tools. */
export class Toolbox {
  readonly hand = new InHand(handTool);
  readonly join = new InHand(joinTool);
  readonly ring = new InHand(ringTool);
  readonly #inks = {
    crayon: new InHand(inkTool('crayon')),
    marker: new InHand(inkTool('marker')),
    brush: new InHand(inkTool('brush')),
    rubber: new InHand(inkTool('rubber')),
    safe: new InHand(inkTool('safe')),
    unsafe: new InHand(inkTool('unsafe')),
  };
  readonly #sweep = new InHand(sweepTool);
  readonly #fill = new InHand(fillTool);
  readonly #stamp = new InHand(stampTool);

  /** The tool that answers a touch. */
  held({ tool, brush, area, rubber }: Choice): Pick<InHand<unknown>, 'step' | 'draft'> {
    switch (tool) {
      case 'draw':
        return this.#inks[brush];
      case 'area':
        return this.#inks[area];
      case 'rub-out':
        return rubber === 'whole' ? this.#sweep : this.#inks.rubber;
      case 'fill':
        return this.#fill;
      case 'hand':
        return this.hand;
      case 'join':
        return this.join;
      case 'feel':
        return this.#stamp;
      case 'ring':
        return this.ring;
    }
  }

  /** The lines now being drawn, with whatever. */
  get running(): readonly WetLine[] {
    return Object.values(this.#inks).flatMap(({ state }) => state);
  }

  /** Put everything out of the hand. */
  rest(): void {
    for (const ink of Object.values(this.#inks)) ink.rest();
    for (const one of [this.hand, this.join, this.ring, this.#sweep, this.#fill, this.#stamp]) {
      one.rest();
    }
  }
}
