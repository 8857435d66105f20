/** What the whole app shares: where it is, the session now running, and what the tablet said. */
import { createContext } from 'svelte';

import { ok, type Result } from '#base/result.ts';
import type { OnlyWindow } from '#devices/only-window.ts';
import type { StoragePromise } from '#devices/storage-promise.ts';
import type { WorkId } from '#domain/ids.ts';
import type { StudyPack } from '#domain/study-pack.ts';
import { keptSessions, type ArchiveProblem, type KeptSession } from '#state/archive.ts';
import type { SoundName } from '#devices/sound.ts';
import type { Kit } from '#state/kit.ts';
import { Manners } from '#state/manners.svelte.ts';
import { formatRoute, isChilds, parseRoute, type Route } from '#state/route.ts';
import { Studies } from '#state/studies.svelte.ts';
import type { Sitting } from '#state/sitting.svelte.ts';
import type { Workbench } from '#state/workbench.svelte.ts';
import { Voice } from '#state/voice.ts';

/** A newer version of the app that waits, or the browser's offer to install. */
type Offer = (() => unknown) | undefined;

/** The desk everything lies on. */
export class Desk {
  readonly kit: Kit;
  readonly manners: Manners;
  readonly studies: Studies;
  readonly voice: Voice;
  #route = $state.raw<Route>({ screen: 'welcome' });
  /** Where our own button is leading. */
  #going: string | undefined;
  #sitting = $state.raw<Sitting | undefined>();
  #storage = $state.raw<StoragePromise | undefined>();
  /** Apply the newer version; only the welcome screen may. */
  update = $state.raw<Offer>();
  /** Ask the browser to install the app. */
  install = $state.raw<Offer>();
  /** Where else the app is open, or that another window took over; nothing when this is the one. */
  elsewhere = $state.raw<Readonly<{ place: string | undefined }> | undefined>();
  /** A promise of our own code that broke where no screen saw it. */
  broken = $state.raw<unknown>();
  /** Can the app start without a network by now? */
  offlineReady = $state.raw(false);

  constructor(kit: Kit, hash: string) {
    this.kit = kit;
    this.manners = new Manners(kit.settings);
    this.studies = new Studies(kit);
    this.voice = new Voice(kit.speaker, this.studies);
    this.#route = parseRoute(hash);
  }

  get route(): Route {
    return this.#route;
  }

  get sitting(): Sitting | undefined {
    return this.#sitting;
  }

  /** What the browser promises about keeping; nothing until it has answered. */
  get storage(): StoragePromise | undefined {
    return this.#storage;
  }

  /**
   * The hash changed. Where a child works only our own buttons lead away: a swipe back, the tablet's back
   * button or a typed address leads nowhere.
   */
  arrive(hash: string): void {
    const next = parseRoute(hash);
    const meant = this.#going === formatRoute(next);
    this.#going = undefined;
    if (meant || !isHeld(this.#route)) this.#show(next);
    else if (formatRoute(next) !== formatRoute(this.#route)) this.go(this.#route);
  }

  /** Go to a screen. */
  go(route: Route): void {
    this.#lead(route, (hash) => (location.hash = hash));
  }

  /** Go to a screen in place of this one: the way back does not lead here again. */
  goInstead(route: Route): void {
    this.#lead(route, (hash) => location.replace(hash));
  }

  /** An address that stands there already tells nobody that it was set again. */
  #lead(route: Route, to: (hash: string) => void): void {
    const hash = formatRoute(route);
    if (location.hash === hash) this.#show(route);
    else {
      this.#going = hash;
      to(hash);
    }
  }

  /** What was being said on the screen before ends with it. */
  #show(route: Route): void {
    this.voice.hush();
    this.#route = route;
  }

  /** A small sound, unless the facilitator muted it or several children draw at once. */
  sound(name: SoundName): void {
    const group = (this.#sitting?.bench?.docks.length ?? 0) > 0;
    if (this.manners.sound === 'on' && !group) this.kit.sound(name);
  }

  /** The session now running, read from the tablet when the app has just started; nothing when none goes on. */
  async sit(
    isOfKind: (kept: KeptSession) => boolean = () => true,
  ): Promise<Result<Sitting | undefined, ArchiveProblem>> {
    if (this.#sitting) return ok(this.#sitting);
    const { Sitting } = await import('#state/sitting.svelte.ts');
    const sitting = await Sitting.resume(this, isOfKind);
    if (sitting.ok) this.#sitting = sitting.value;
    return sitting;
  }

  /** Lay this work on the table; nothing when it is finished, or not on this tablet. */
  async lay(work: WorkId): Promise<Result<Workbench | undefined, ArchiveProblem>> {
    const sitting = await this.sit(({ session }) => session.works.some(({ id }) => id === work));
    if (!sitting.ok) return sitting;
    const kept = sitting.value?.works.find(({ id }) => id === work);
    if (!sitting.value || !kept || kept.decision) return ok(undefined);
    return sitting.value.open(kept);
  }

  /** Where a child is when it has nothing to do. */
  get childsHome(): Route {
    return { screen: this.#sitting?.isStudy === true ? 'pieces' : 'try' };
  }

  /** Where an adult goes on from a child's screen. */
  get adultsHome(): Route {
    return { screen: this.#sitting?.isStudy === true ? 'board' : 'welcome' };
  }

  /** The session of somebody who only tries the app: the one that goes on, or a new one. */
  async tryIt(): Promise<Result<Sitting, ArchiveProblem>> {
    if (this.#sitting?.isStudy === true) this.#sitting = undefined;
    const kept = await this.sit(({ header }) => header.studyVersion === undefined);
    if (!kept.ok) return kept;
    return kept.value ? ok(kept.value) : this.#beginSession();
  }

  /** A new session of the study that is chosen. */
  beginSession(): Promise<Result<Sitting, ArchiveProblem>> {
    return this.#beginSession(this.studies.chosen);
  }

  async #beginSession(pack?: StudyPack): Promise<Result<Sitting, ArchiveProblem>> {
    const { Sitting } = await import('#state/sitting.svelte.ts');
    const sitting = await Sitting.begin(this, pack);
    if (sitting.ok) this.#sitting = sitting.value;
    return sitting;
  }

  /** The session was handed over: the next one begins anew. */
  riseFromSitting(): void {
    this.#sitting = undefined;
  }

  /** Go on in this window; what the other one did is read from the tablet. */
  async takeOver(only: OnlyWindow): Promise<void> {
    await only.takeOver();
    await this.studies.remember();
    this.#sitting = undefined;
    this.elsewhere = undefined;
  }

  /**
   * Ask the browser to keep what is stored, and try whether it can store at all; what a crash left half
   * thrown away goes on the way.
   */
  async checkStorage(): Promise<void> {
    const tried = await keptSessions(this.kit.journal);
    this.#storage = tried.ok ? await this.kit.askToKeep() : 'refused';
  }
}

/** A gesture of the system must not leave a child's screen; where one only tries the app there is nothing to leave. */
function isHeld(route: Route): boolean {
  return isChilds(route) && route.screen !== 'try';
}

/** The desk, for every screen below App. */
export const [deskHere, setDesk] = createContext<Desk>();
