/**
 * Fingers. `Finger` sends pointer events to one element, so that a test is exact to the pixel and the
 * millisecond; `Touches` are real touches of the browser, with everything it makes of them.
 */
import { vi } from 'vitest';
import { cdp } from 'vitest/browser';

import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';

/** More about one event: what a pen feels, readings that were bundled into it, another time than its turn. */
type More = PointerEventInit & { bundled?: readonly Point[]; atMs?: number };

/**
 * Events come so long after one another: too slow for a jump (editing/ink-tool.ts), however far the finger
 * goes in between.
 */
const EVENT_MS = 30;
/** So long an adult holds a button that children must not press by a slip (docs/spec/social-map.md, M21). */
export const HOLD_MS = 2_000;
let clockMs = 1_000;

/** The time of the last event of any finger. */
export function handsMs(): number {
  return clockMs;
}

/** Let hands do nothing for so long. */
export function pause(ms: number): void {
  clockMs += ms;
}

/** One finger, pen or mouse on one element. */
export class Finger {
  readonly #sheet: Element;
  readonly #on: Element;
  readonly #who: PointerEventInit;
  #at: Point = { x: 0, y: 0 };

  /** Places are in page units of `sheet`; events go to `on`, which is the sheet unless something else is touched. */
  constructor(sheet: Element, pointerId = 1, pointerType = 'touch', on: Element = sheet) {
    this.#sheet = sheet;
    this.#on = on;
    this.#who = { pointerId, pointerType, isPrimary: pointerId === 1 };
  }

  down(x: number, y: number, more: More = {}): this {
    return this.#send('pointerdown', { x, y }, { buttons: 1, ...more });
  }

  move(x: number, y: number, more: More = {}): this {
    return this.#send('pointermove', { x, y }, { buttons: 1, button: -1, ...more });
  }

  /** Lift the finger where it is. */
  up(more: More = {}): this {
    return this.#send('pointerup', this.#at, more);
  }

  /** The system takes the finger away. */
  cancel(more: More = {}): this {
    return this.#send('pointercancel', this.#at, more);
  }

  tap(x: number, y: number): this {
    return this.down(x, y).up();
  }

  /** Touch at the first place, move through the others, and lift at the last. */
  line([first, ...rest]: readonly [Point, ...Point[]]): this {
    this.down(first.x, first.y);
    for (const { x, y } of rest) this.move(x, y);
    return this.up();
  }

  #send(kind: string, at: Point, { bundled, atMs, ...more }: More): this {
    this.#at = at;
    const event = this.#event(kind, at, more);
    const before = clockMs;
    clockMs += EVENT_MS;
    setTime(event, atMs ?? clockMs);
    if (bundled) {
      const readings = bundled.map((one) => this.#event(kind, one, more));
      for (const [index, reading] of readings.entries()) {
        setTime(reading, before + (EVENT_MS * (index + 1)) / readings.length);
      }
      Object.defineProperty(event, 'getCoalescedEvents', { value: () => readings });
    }
    this.#on.dispatchEvent(event);
    return this;
  }

  #event(kind: string, at: Point, more: PointerEventInit): PointerEvent {
    const { x: clientX, y: clientY } = onScreen(this.#sheet, at);
    const where = { clientX, clientY, bubbles: true, cancelable: true };
    return new PointerEvent(kind, { ...this.#who, ...where, ...more });
  }
}

/** Pretend that the event happened at that time of the page's clock. */
function setTime(event: Event, atMs: number): void {
  Object.defineProperty(event, 'timeStamp', { value: atMs });
}

/** Where on the screen a place of the sheet lies. */
export function onScreen(sheet: Element, { x, y }: Point): Point {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return { x: left + (x * width) / PAGE_WIDTH, y: top + (y * height) / PAGE_HEIGHT };
}

/** Where on the screen the middle of an element lies. */
export function middleOnScreen(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The side of the sheet next to which the middle of an element lies, inside or out. */
export function sideOf(sheet: Element, element: Element): 'left' | 'right' | 'top' | 'bottom' {
  const [{ left, top, right, bottom }, { x, y }] = [
    sheet.getBoundingClientRect(),
    middleOnScreen(element),
  ];
  const away = { left: x - left, top: y - top, right: right - x, bottom: bottom - y };
  const [[side]] = Object.entries(away).sort(([, a], [, b]) => a - b) as [
    [keyof typeof away, number],
  ];
  return side;
}

const STEP_PX = 120;

/** Real fingers on the glass. Places are pixels of the screen. */
export class Touches {
  readonly #down = new Map<number, Point>();

  async down(id: number, at: Point): Promise<void> {
    this.#down.set(id, at);
    await send('touchStart', this.#down);
  }

  /** Move there in steps as short as a hand's: a far one at once would be a jump. */
  async move(id: number, at: Point): Promise<void> {
    const from = this.#down.get(id) ?? at;
    const steps = Math.max(Math.ceil(Math.hypot(at.x - from.x, at.y - from.y) / STEP_PX), 1);
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      this.#down.set(id, {
        x: from.x + (at.x - from.x) * share,
        y: from.y + (at.y - from.y) * share,
      });
      await send('touchMove', this.#down);
    }
  }

  /** Several fingers move at the same moment. */
  async moveAll(to: Iterable<readonly [number, Point]>): Promise<void> {
    for (const [id, at] of to) this.#down.set(id, at);
    await send('touchMove', this.#down);
  }

  async up(id: number): Promise<void> {
    const lifted = [...this.#down].filter(([finger]) => finger === id);
    this.#down.delete(id);
    await send('touchEnd', lifted);
  }

  /** Touch, move in one go, and lift. */
  async drag(id: number, from: Point, ...to: readonly Point[]): Promise<void> {
    await this.down(id, from);
    for (const at of to) await this.move(id, at);
    await this.up(id);
  }
}

async function send(type: string, fingers: Iterable<readonly [number, Point]>): Promise<void> {
  const touchPoints = [...fingers].map(([id, at]) => ({ id, ...inWindow(at) }));
  await remote().send('Input.dispatchTouchEvent', { type, touchPoints });
}

/** Where a place of the screen lies in the window: tests run in a frame that may be shown smaller than it is. */
export function inWindow({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect();
  if (!frame) return { x, y };
  const shrunk = frame.width / innerWidth;
  return { x: frame.left + x * shrunk, y: frame.top + y * shrunk };
}

/** The browser's own remote control. */
export function remote(): Readonly<{ send: (command: string, how: object) => Promise<unknown> }> {
  return cdp() as unknown as ReturnType<typeof remote>;
}

/** An adult holds a button for two seconds, which pass at once. */
export function heldByAdult(button: Element): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerId: 1 }));
  vi.advanceTimersByTime(HOLD_MS);
  vi.useRealTimers();
}
