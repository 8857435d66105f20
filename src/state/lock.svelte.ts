/**
 * The door between children's screens and what adults see: closed whenever a child takes over, opened by a
 * PIN. It guards the screen, not what the tablet keeps (docs/decisions/0024-pin-guards-the-screen.md).
 */
import { assert } from '#base/assert.ts';
import { bytesOfHex, hexOf } from '#base/bytes.ts';
import { randomName } from '#base/chance.ts';
import { fail, ok, type Result } from '#base/result.ts';
import {
  asCode,
  isPin,
  problemAfter,
  recoveryCode,
  waitAfter,
  type PinProblem,
} from '#domain/pin.ts';
import type { Kit } from '#state/kit.ts';
import type { StorageProblem } from '#storage/journal.ts';

/** An adult who does nothing for so long has gone. Source: threat model of the study, "nosy child". */
const IDLE_MS = 180_000;
/** So soon after its last panel closed an adult at a child's side opens the next one without the PIN. */
const AFTER_PANEL_MS = 60_000;
/** Measured: docs/decisions/0024-pin-guards-the-screen.md. */
const ROUNDS = 300_000;
const SALT_BYTES = 16;

/** What is kept of the PIN: no digit of it. */
type Secret = Readonly<{
  rounds: number;
  salt: Uint8Array<ArrayBuffer>;
  pin: string;
  recovery: string;
  /** The recovery code, sealed for the team of the study; empty when the study has no key. */
  sealed: string;
}>;

/** A moment on both clocks. */
type Moment = Readonly<{ wall: number; elapsed: number }>;

/** What a lock needs of the kit. */
export type LockKit = Pick<Kit, 'settings' | 'clock' | 'chance' | 'stretch' | 'sealTo'>;

/** The lock of this tablet. Without a PIN nothing is ever locked. */
export class Lock {
  readonly #kit: LockKit;
  #secret = $state.raw<Secret | undefined>();
  #open = $state.raw(false);
  #recovered = $state.raw(false);
  #wrong = 0;
  #wrongAt: Moment;
  /** Adults look at something of theirs: what they touch keeps it open. */
  #looking = true;
  #stirred: Moment;

  constructor(kit: LockKit) {
    this.#kit = kit;
    this.#wrongAt = this.#stirred = this.#now();
  }

  /** Read what was set before; what makes no sense counts as no PIN. */
  async remember(): Promise<void> {
    const { settings } = this.#kit;
    const [kept, tries] = [await settings.read('pin'), await settings.read('pin-tries')];
    this.#secret = kept.ok ? secretIn(kept.value) : undefined;
    const counted = tries.ok && typeof tries.value === 'string' ? tries.value : '';
    const [wrong = 0, at = 0] = counted.split(' ').map(Number);
    if (!Number.isSafeInteger(wrong) || wrong < 1 || !Number.isFinite(at)) return;
    const now = this.#now();
    this.#wrong = wrong;
    this.#wrongAt = { ...now, wall: Math.min(at, now.wall) };
    if (at > now.wall) await this.#keepTries();
  }

  /** Does this tablet have a PIN? */
  get isSet(): boolean {
    return this.#secret !== undefined;
  }

  /** Is what adults see closed now? */
  get isLocked(): boolean {
    return this.isSet && !this.#open;
  }

  /** Was it opened by the recovery code, so that nobody can be asked for the old PIN? */
  get isRecovered(): boolean {
    return this.#recovered;
  }

  /** The recovery code as only the team can read it; nothing when the study had no key. */
  get sealed(): string | undefined {
    return this.#secret?.sealed === '' ? undefined : this.#secret?.sealed;
  }

  /** How long nothing is heard yet. A clock that was set back makes it neither shorter nor endless. */
  get waitMs(): number {
    const wait = waitAfter(this.#wrong);
    return Math.max(0, wait - this.#since(this.#wrongAt));
  }

  /** Set the PIN, for the first time or anew; what comes back is the code that opens when it is forgotten. */
  async setPin(pin: string, team?: string): Promise<Result<string, StorageProblem>> {
    assert(isPin(pin), 'a PIN is four to six digits');
    const { chance, stretch, sealTo } = this.#kit;
    const salt = new Uint8Array(chance(SALT_BYTES));
    const code = recoveryCode(randomName(chance));
    const secret: Secret = {
      rounds: ROUNDS,
      salt,
      pin: hexOf(await stretch(pin, salt, ROUNDS)),
      recovery: hexOf(await stretch(code, salt, ROUNDS)),
      sealed: (team !== undefined && (await sealTo(team, code))) || '',
    };
    const kept = await this.#kit.settings.write('pin', written(secret));
    if (!kept.ok) return kept;
    this.#secret = secret;
    this.#letIn();
    return ok(code);
  }

  /** From now on nothing is locked. */
  async remove(): Promise<Result<void, StorageProblem>> {
    const kept = await this.#kit.settings.write('pin', '');
    if (kept.ok) this.#secret = undefined;
    return kept;
  }

  /** Open with the PIN. */
  unlock(pin: string): Promise<Result<void, PinProblem>> {
    return this.#try(pin, 'pin');
  }

  /** Open with the recovery code: then the PIN can be set anew. */
  async recover(code: string): Promise<Result<void, PinProblem>> {
    const opened = await this.#try(asCode(code), 'recovery');
    if (opened.ok) this.#recovered = true;
    return opened;
  }

  /** A child takes over. */
  close(): void {
    this.#open = this.#recovered = this.#looking = false;
  }

  /** Adults look at something of theirs, or no longer: then it stays open a little for whoever goes on at once. */
  look(looking: boolean): void {
    this.heed();
    if (this.#looking !== looking) this.#stirred = this.#now();
    this.#looking = looking;
  }

  /** Somebody touched the glass or a key. */
  stir(): void {
    this.heed();
    if (this.#looking) this.#stirred = this.#now();
  }

  /** Time passed: close when nobody did anything for too long. */
  heed(): void {
    const span = this.#looking ? IDLE_MS : AFTER_PANEL_MS;
    if (this.#since(this.#stirred) >= span) this.#open = this.#recovered = false;
  }

  /** It counts as wrong until it was found right: no reload takes a try back. */
  async #try(secret: string, which: 'pin' | 'recovery'): Promise<Result<void, PinProblem>> {
    const { waitMs } = this;
    if (waitMs > 0) return fail({ code: 'pin/wait', waitMs });
    const known = this.#secret;
    if (!known) return ok(undefined);
    this.#wrong += 1;
    const wrong = this.#wrong;
    this.#wrongAt = this.#now();
    await this.#keepTries();
    const tried = hexOf(await this.#kit.stretch(secret, known.salt, known.rounds));
    if (tried !== known[which]) return fail(problemAfter(wrong));
    this.#wrong = 0;
    await this.#keepTries();
    this.#letIn();
    return ok(undefined);
  }

  #letIn(): void {
    this.#open = true;
    this.#recovered = false;
    this.#stirred = this.#now();
  }

  /** What cannot be kept still holds until the app is closed. */
  async #keepTries(): Promise<void> {
    await this.#kit.settings.write('pin-tries', `${this.#wrong} ${this.#wrongAt.wall}`);
  }

  #now(): Moment {
    const { clock } = this.#kit;
    return { wall: clock.wall(), elapsed: clock.elapsed() };
  }

  /** How long ago it was, by the clock that says more: one stands still in a tablet that sleeps, the other may be set back. */
  #since({ wall, elapsed }: Moment): number {
    const now = this.#now();
    return Math.max(now.wall - wall, now.elapsed - elapsed);
  }
}

/** A line of numbers, and what is sealed below it. */
function written({ rounds, salt, pin, recovery, sealed }: Secret): string {
  return `${rounds} ${hexOf(salt)} ${pin} ${recovery}\n${sealed}`;
}

const WRITTEN = /^(\d{1,9}) ([0-9a-f]{32}) ([0-9a-f]{64}) ([0-9a-f]{64})\n([^]*)$/;

function secretIn(kept: unknown): Secret | undefined {
  const found = typeof kept === 'string' ? WRITTEN.exec(kept) : null;
  if (!found) return undefined;
  const [, rounds = '', salt = '', pin = '', recovery = '', sealed = ''] = found;
  return { rounds: Number(rounds), salt: bytesOfHex(salt), pin, recovery, sealed };
}
