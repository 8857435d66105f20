/**
 * Hands: a mouse, a pen and fingers that touch the glass as the system reports them, with real pointer
 * events. Places are CSS pixels of the window.
 */
import type { CDPSession, Page } from '@playwright/test';

/** A place: pixels of the window here, page units in app.ts. */
export type Place = Readonly<{ x: number; y: number }>;
export const INPUTS = ['mouse', 'touch', 'pen'] as const;
export type Input = (typeof INPUTS)[number];

/** One thing that touches: down at the first place, along the others, up at the last. */
export type Hand = Readonly<{
  down: (at: Place) => Promise<void>;
  /** Along all these places; sent without waiting for each, so that the browser bundles them. */
  along: (places: readonly Place[]) => Promise<void>;
  up: () => Promise<void>;
}>;

/** The hand that touches with this. */
export async function handOf(page: Page, input: Input): Promise<Hand> {
  if (input === 'mouse') return mouse(page);
  const session = await page.context().newCDPSession(page);
  return input === 'pen' ? pen(session) : new Fingers(session).finger(1);
}

/** From one reading of the finger to the next, in page units: no hand gets farther in that time. */
const STEP = 90;

/** As a finger reports it: a place every few units, so that corners stay corners and nothing jumps. */
export function drawn(line: readonly Place[], step = STEP): Place[] {
  return line.flatMap((to, index) => {
    const from = line[index - 1];
    if (!from) return [to];
    const steps = Math.max(Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step), 1);
    return Array.from({ length: steps }, (_, number) => ({
      x: from.x + ((to.x - from.x) * (number + 1)) / steps,
      y: from.y + ((to.y - from.y) * (number + 1)) / steps,
    }));
  });
}

/** Presses at the first place, goes along the others, and lifts. */
export async function stroke(hand: Hand, [first, ...rest]: readonly Place[]): Promise<void> {
  if (!first) throw new Error('a stroke needs a place');
  await hand.down(first);
  await hand.along(rest);
  await hand.up();
}

function mouse({ mouse: device }: Page): Hand {
  return {
    down: async ({ x, y }) => {
      await device.move(x, y);
      await device.down();
    },
    along: async (places) => {
      await Promise.all(places.map(({ x, y }) => device.move(x, y)));
    },
    up: () => device.up(),
  };
}

/** How hard the pen presses, of 1. */
export const PEN_PRESSURE = 0.5;

function pen(session: CDPSession): Hand {
  let at: Place = { x: 0, y: 0 };
  const send = async (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    place: Place,
  ): Promise<void> => {
    at = place;
    const lifted = type === 'mouseReleased';
    await session.send('Input.dispatchMouseEvent', {
      type,
      x: place.x,
      y: place.y,
      pointerType: 'pen',
      button: 'left',
      buttons: lifted ? 0 : 1,
      force: lifted ? 0 : PEN_PRESSURE,
      clickCount: 1,
    });
  };
  return {
    down: (place) => send('mousePressed', place),
    along: async (places) => {
      await Promise.all(places.map((place) => send('mouseMoved', place)));
    },
    up: () => send('mouseReleased', at),
  };
}

const NOWHERE: Place = { x: 0, y: 0 };

/** Several fingers on one glass. */
export class Fingers {
  readonly #session: CDPSession;
  readonly #touching = new Map<number, Place>();
  readonly #radii = new Map<number, number>();

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** The fingers of whoever sits before this page. */
  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** One of the fingers, or something broader: half its width in pixels. */
  finger(id: number, radiusPx = 5): Hand {
    this.#radii.set(id, radiusPx);
    const touch = async (type: 'touchStart' | 'touchMove', at: Place): Promise<void> => {
      this.#touching.set(id, at);
      await this.#send(type, [...this.#touching.keys()]);
    };
    return {
      down: (at) => touch('touchStart', at),
      along: async (places) => {
        await Promise.all(places.map((at) => touch('touchMove', at)));
      },
      up: async () => {
        const sent = this.#send('touchEnd', [id]);
        this.#touching.delete(id);
        await sent;
      },
    };
  }

  /** Several fingers move at the same moment, each to a place of its own. */
  async together(places: ReadonlyMap<number, Place>): Promise<void> {
    for (const [id, place] of places) this.#touching.set(id, place);
    await this.#send('touchMove', [...this.#touching.keys()]);
  }

  /** The system takes every finger away: a notification, a palm, a turned tablet. */
  async cancel(): Promise<void> {
    const sent = this.#send('touchCancel', []);
    this.#touching.clear();
    await sent;
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    ids: readonly number[],
  ): Promise<void> {
    const touchPoints = ids.map((id) => {
      const radius = this.#radii.get(id) ?? 1;
      return { id, radiusX: radius, radiusY: radius, ...(this.#touching.get(id) ?? NOWHERE) };
    });
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
