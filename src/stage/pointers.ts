/**
 * From the browser's pointer events to steps of a gesture: every reading the tablet took, in page
 * units, one gesture for each finger. Listens on our own element; Konva's events are never used.
 */
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Input } from '#domain/operation.ts';
import type { Phase, Step } from '#editing/step.ts';
import { sampleAt, type Sample } from '#ink/sample.ts';

/** Hears each step, in order. */
export type OnStep = (step: Step) => void;

/** Where on the sheet a place of the window lies, in page units. */
export function toPage(sheet: Element, { clientX, clientY }: MouseEvent): Point {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return {
    x: ((clientX - left) * PAGE_WIDTH) / width,
    y: ((clientY - top) * PAGE_HEIGHT) / height,
  };
}

/** Listen to fingers, pens and mice on the sheet until the signal says stop. */
export function listen(sheet: HTMLElement, onStep: OnStep, signal: AbortSignal): void {
  const gestures = new Map<number, number>();
  const options = { signal };

  const send = (phase: Phase, event: PointerEvent): void => {
    const began = gestures.get(event.pointerId);
    if (began === undefined) return;
    onStep(stepOf(phase, event, sheet, began));
    if (phase === 'up' || phase === 'cancel') gestures.delete(event.pointerId);
  };

  sheet.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (gestures.has(event.pointerId)) send('up', event);
      gestures.set(event.pointerId, event.timeStamp);
      capture(sheet, event.pointerId);
      send('down', event);
    },
    options,
  );
  sheet.addEventListener('pointermove', (event) => send('move', event), options);
  sheet.addEventListener('pointerup', (event) => send('up', event), options);
  sheet.addEventListener('pointercancel', (event) => send('cancel', event), options);
  sheet.addEventListener('lostpointercapture', (event) => send('cancel', event), options);

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
