/**
 * Recording a voice: the only place that asks for the microphone, and only when somebody pressed Record. The
 * microphone is let go as soon as the recording ends.
 */
import { fail, ok, type Result } from '#base/result.ts';

/** Why there is no recording. */
export type MicrophoneProblem =
  | Readonly<{ code: 'microphone/absent' }>
  | Readonly<{ code: 'microphone/refused' }>
  | Readonly<{ code: 'microphone/failing' }>;

/** A recording that goes on. */
export type Recording = Readonly<{
  /** End it; nothing when it was called off or came to nothing. */
  end: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Comes when it ended by itself, because it is as long as it may be; else never. */
  full: Promise<void>;
}>;

/** Small files that are heard on most tablets come first; what a browser cannot write it says itself. */
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
/** Speech is understood well, and an hour of it stays below 15 MB. */
const BITS_PER_SECOND = 32_000;

/** Begin to record, at most for so long; `signal` calls it off. */
export async function record(
  signal: AbortSignal,
  mostMs: number,
): Promise<Result<Recording, MicrophoneProblem>> {
  if (!('mediaDevices' in navigator) || !('MediaRecorder' in globalThis)) {
    return fail({ code: 'microphone/absent' });
  }
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const stream = await microphone();
  if (!stream.ok) return stream;
  const options = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType && { mimeType }) };
  const recorder = new MediaRecorder(stream.value, options);
  const over = recorded(recorder, signal);
  recorder.start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const letGo = (): void => {
    clearTimeout(timer);
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.value.getTracks()) track.stop();
  };
  const full = new Promise<void>((done) => {
    timer = setTimeout(() => {
      // What ended before, because somebody took the microphone away, is not full.
      if (recorder.state !== 'inactive') done();
      letGo();
    }, mostMs);
  });
  if (signal.aborted) letGo();
  signal.addEventListener('abort', letGo, { once: true, signal: over.signal });
  return ok({
    end: () => {
      letGo();
      return over.bytes;
    },
    full,
  });
}

async function microphone(): Promise<Result<MediaStream, MicrophoneProblem>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: true }));
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    if (cause.name === 'NotAllowedError') return fail({ code: 'microphone/refused' });
    const absent = cause.name === 'NotFoundError';
    return fail({ code: absent ? 'microphone/absent' : 'microphone/failing' });
  }
}

/** What the recorder will have heard when it stops. */
function recorded(
  recorder: MediaRecorder,
  called: AbortSignal,
): Readonly<{ bytes: Promise<Uint8Array<ArrayBuffer> | undefined>; signal: AbortSignal }> {
  const over = new AbortController();
  const { signal } = over;
  const pieces: Blob[] = [];
  const bytes = new Promise<Uint8Array<ArrayBuffer> | undefined>((done) => {
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data), { signal });
    recorder.addEventListener(
      'stop',
      () => {
        over.abort();
        const whole = new Blob(pieces);
        if (called.aborted || whole.size === 0) done(undefined);
        else void whole.arrayBuffer().then((buffer) => done(new Uint8Array(buffer)));
      },
      { signal },
    );
  });
  return { bytes, signal };
}
