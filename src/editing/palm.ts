/**
 * Which touches are hands that mean to draw. A palm lands before the pen, fingers rest on the edge, a
 * wet finger jumps; a child changes from pen to finger and must not be locked out. Pure: one contact
 * in, a verdict out. Thresholds: method, 4.1 (palm), and our notes on tablets (pitfalls 2, 3 and 19).
 */
import type { Input } from '#domain/operation.ts';
import type { Phase } from '#editing/step.ts';

export const HANDS = ['both', 'pen', 'finger'] as const;
/** What the facilitator lets draw. */
export type Hands = (typeof HANDS)[number];

/** One report about one finger or pen. */
export type Contact = Readonly<{
  phase: Phase;
  pointer: number;
  input: Input;
  /** Half the width of what touches the glass, in screen pixels. */
  radiusPx: number;
  /** How far it has come since it went down, in screen pixels. */
  wayPx: number;
  /** It went down on the outermost edge of the screen. */
  atEdge: boolean;
  timeMs: number;
}>;

type Down = Readonly<{ pointer: number; input: Input; sinceMs: number; wayPx: number }>;

export type PalmState = Readonly<{ down: readonly Down[]; penSeenMs: number | undefined }>;

/** `take` it, `ignore` it, and forget what the `dropped` ones did. */
export type Verdict = Readonly<{
  state: PalmState;
  verdict: 'take' | 'ignore' | 'drop';
  dropped: readonly number[];
}>;

export const NO_HANDS: PalmState = { down: [], penSeenMs: undefined };

/** A contact this broad is no fingertip when something finer draws too. */
const PALM_PX = 13;
/** A touch this young or this short when the pen comes down was the palm under it. */
const UNDER_PEN = { ms: 700, px: 12 } as const;
/** So long after the pen has left, the hand that held it may still lie on the glass. */
const AFTER_PEN_MS = 300;
/** So long a broad contact is taken for a palm after a pen was seen; fingers draw all the while. */
const PEN_REMEMBERED_MS = 20_000;
/** A contact on the outermost edge that goes no farther than this was a hand resting. */
const RESTING_PX = 8;

/** Judge one report. */
export function judge(state: PalmState, contact: Contact, hands: Hands = 'both'): Verdict {
  switch (contact.phase) {
    case 'down':
      return contact.input === 'pen'
        ? penDown(state, contact, hands)
        : fingerDown(state, contact, hands);
    case 'move':
      return isDown(state, contact) ? { ...take(state, contact) } : ignore(state);
    default: {
      if (!isDown(state, contact)) return ignore(state);
      const rest = lifted(state, contact);
      const resting = contact.atEdge && contact.wayPx < RESTING_PX && contact.input === 'touch';
      return { state: rest, verdict: resting ? 'drop' : 'take', dropped: [] };
    }
  }
}

function penDown(state: PalmState, contact: Contact, hands: Hands): Verdict {
  if (hands === 'finger') return ignore(state);
  const palms = state.down.filter(
    ({ input, sinceMs, wayPx }) =>
      input === 'touch' && (contact.timeMs - sinceMs < UNDER_PEN.ms || wayPx < UNDER_PEN.px),
  );
  const kept = besides(state, contact).filter((one) => !palms.includes(one));
  return {
    state: { down: [...kept, downOf(contact)], penSeenMs: contact.timeMs },
    verdict: 'take',
    dropped: palms.map(({ pointer }) => pointer),
  };
}

function fingerDown(state: PalmState, contact: Contact, hands: Hands): Verdict {
  const { penSeenMs } = state;
  const sincePen = penSeenMs === undefined ? Infinity : contact.timeMs - penSeenMs;
  const underPen = state.down.some(({ input }) => input === 'pen') || sincePen < AFTER_PEN_MS;
  const broad = contact.radiusPx >= PALM_PX;
  const finer = sincePen < PEN_REMEMBERED_MS || state.down.length > 0;
  const isTouch = contact.input === 'touch';
  if (isTouch && (hands === 'pen' || underPen || (broad && finer))) return ignore(state);
  return {
    state: { ...state, down: [...besides(state, contact), downOf(contact)] },
    verdict: 'take',
    dropped: [],
  };
}

function take(state: PalmState, contact: Contact): Verdict {
  const down = state.down.map((one) =>
    one.pointer === contact.pointer ? { ...one, wayPx: Math.max(one.wayPx, contact.wayPx) } : one,
  );
  return { state: { ...state, down, ...penSeen(state, contact) }, verdict: 'take', dropped: [] };
}

function lifted(state: PalmState, contact: Contact): PalmState {
  return { down: besides(state, contact), ...penSeen(state, contact) };
}

/** Whoever else is down: a finger that comes down twice is one finger. */
function besides({ down }: PalmState, contact: Contact): readonly Down[] {
  return down.filter(({ pointer }) => pointer !== contact.pointer);
}

function penSeen(
  { penSeenMs }: PalmState,
  { input, timeMs }: Contact,
): Pick<PalmState, 'penSeenMs'> {
  return { penSeenMs: input === 'pen' ? timeMs : penSeenMs };
}

function ignore(state: PalmState): Verdict {
  return { state, verdict: 'ignore', dropped: [] };
}

function isDown(state: PalmState, { pointer }: Contact): boolean {
  return state.down.some((one) => one.pointer === pointer);
}

function downOf({ pointer, input, timeMs }: Contact): Down {
  return { pointer, input, sinceMs: timeMs, wayPx: 0 };
}
