/**
 * From the browser's pointer events to steps of a gesture: every reading the tablet took, in page
 * units, one gesture for each finger, palms sorted out. Listens on our own element; Konva's events are
 * never used.
 */
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Input } from '#domain/operation.ts';
import { judge, NO_HANDS, type Contact, type Hands } from '#editing/palm.ts';
import type { Phase, Step } from '#editing/step.ts';
import { sampleAt, type Sample } from '#ink/sample.ts';

/** Hears each step, in order. */
export type OnStep = (step: Step) => void;

/** So near to the edge of the screen hands rest and systems wait for swipes. */
const EDGE_PX = 16;

/** A finger on the glass: when and where it came down, and its last step. */
type Gesture = { readonly began: number; readonly x: number; readonly y: number; last: Step };

/** Where on the sheet a place of the window lies, in page units. */
export function toPage(sheet: Element, { clientX, clientY }: MouseEvent): Point {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return {
    x: ((clientX - left) * PAGE_WIDTH) / width,
    y: ((clientY - top) * PAGE_HEIGHT) / height,
  };
}

/** Listen to fingers, pens and mice on the sheet until the signal says stop. */
export function listen(
  sheet: HTMLElement,
  onStep: OnStep,
  signal: AbortSignal,
  hands: () => Hands = () => 'both',
): void {
  const gestures = new Map<number, Gesture>();
  let palms = NO_HANDS;

  const hear = (phase: Phase, event: PointerEvent): void => {
    const known = gestures.get(event.pointerId);
    const judged = judge(palms, contactOf(phase, event, known), hands());
    palms = judged.state;
    for (const pointer of judged.dropped) drop(pointer);
    if (judged.verdict === 'ignore') return;
    const step = stepOf(phase, event, sheet, known?.began ?? event.timeStamp);
    if (phase === 'down') begin(event, step);
    else if (known) known.last = step;
    if (phase === 'up' || phase === 'cancel') gestures.delete(event.pointerId);
    onStep(judged.verdict === 'drop' ? { ...step, phase: 'drop' } : step);
  };
  const begin = (event: PointerEvent, step: Step): void => {
    const { timeStamp: began, clientX: x, clientY: y } = event;
    gestures.set(event.pointerId, { began, x, y, last: step });
  };
  const drop = (pointer: number): void => {
    const gesture = gestures.get(pointer);
    gestures.delete(pointer);
    if (gesture) onStep({ ...gesture.last, phase: 'drop', overBin: false });
  };

  const options = { signal };
  sheet.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (gestures.has(event.pointerId)) hear('up', event);
      capture(sheet, event.pointerId);
      hear('down', event);
    },
    options,
  );
  sheet.addEventListener('pointermove', (event) => hear('move', event), options);
  sheet.addEventListener('pointerup', (event) => hear('up', event), options);
  sheet.addEventListener('pointercancel', (event) => hear('cancel', event), options);
  sheet.addEventListener('lostpointercapture', (event) => hear('cancel', event), options);

  const prevent = (event: Event): void => event.preventDefault();
  for (const kind of ['touchstart', 'touchmove', 'touchend', 'contextmenu', 'selectstart']) {
    sheet.addEventListener(kind, prevent, { signal, passive: false });
  }
}

/** One step made of the event and every reading the browser bundled into it. */
export function stepOf(phase: Phase, event: PointerEvent, sheet: Element, began: number): Step {
  const bundled = phase === 'move' ? bundledIn(event) : [];
  const readings = bundled.length > 0 ? bundled : [event];
  const pressed = event.pointerType === 'pen';
  const read = (one: PointerEvent): Sample =>
    sampleAt(
      toPage(sheet, one),
      Math.max(one.timeStamp - began, 0),
      pressed ? one.pressure : undefined,
    );
  const [first, ...rest] = readings.map(read);
  return {
    phase,
    pointer: event.pointerId,
    input: inputOf(event.pointerType),
    samples: [first ?? read(event), ...rest],
    overBin: phase === 'up' && isOverBin(event),
  };
}

/** Older tablets, and pages without a safe origin, bundle nothing. */
function bundledIn(event: PointerEvent): readonly PointerEvent[] {
  const { getCoalescedEvents } = event as Partial<PointerEvent>;
  return getCoalescedEvents?.call(event) ?? [];
}

function contactOf(phase: Phase, event: PointerEvent, known: Gesture | undefined): Contact {
  const { clientX, clientY, timeStamp, pointerId, pointerType, width, height } = event;
  const [x, y] = known ? [known.x, known.y] : [clientX, clientY];
  return {
    phase,
    pointer: pointerId,
    input: inputOf(pointerType),
    radiusPx: Math.max(width, height) / 2,
    wayPx: Math.hypot(clientX - x, clientY - y),
    atEdge: x < EDGE_PX || y < EDGE_PX || x > innerWidth - EDGE_PX || y > innerHeight - EDGE_PX,
    timeMs: timeStamp,
  };
}

function inputOf(pointerType: string): Input {
  return pointerType === 'pen' || pointerType === 'mouse' ? pointerType : 'touch';
}

function isOverBin({ clientX, clientY }: PointerEvent): boolean {
  return document.elementFromPoint(clientX, clientY)?.closest('[data-bin]') != null;
}

/** Follow the finger beyond the sheet's edge; a pointer that is gone already cannot be captured. */
export function capture(sheet: Element, pointer: number): void {
  try {
    sheet.setPointerCapture(pointer);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
  }
}
