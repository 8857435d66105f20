/** What the whole app shares: where it is, the session now running, and what the tablet said. */
import { createContext } from 'svelte';

import { fail, ok, type Result } from '#base/result.ts';
import type { OnlyWindow } from '#devices/only-window.ts';
import type { StoragePromise } from '#devices/storage-promise.ts';
import type { Token } from '#domain/contributor.ts';
import type { SessionId, WorkId } from '#domain/ids.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import type { StudyPack } from '#domain/study-pack.ts';
import type { ArchiveProblem, KeptSession } from '#state/archive.ts';
import type { SoundName } from '#devices/sound.ts';
import type { Kit } from '#state/kit.ts';
import { Lock } from '#state/lock.svelte.ts';
import { Manners } from '#state/manners.svelte.ts';
import { formatRoute, isChilds, isGuarded, parseRoute, type Route } from '#state/route.ts';
import { Studies } from '#state/studies.svelte.ts';
import type { Sitting, SittingProblem, WrittenForms } from '#state/sitting.svelte.ts';
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
  readonly lock: Lock;
  #route = $state.raw<Route>({ screen: 'welcome' });
  /** The child's screen that was left last. */
  #left = $state.raw<Route | undefined>();
  /** Where our own button is leading. */
  #going: string | undefined;
  #sitting = $state.raw<Sitting | undefined>();
  /** In memory, and only as long as the app is open. */
  readonly #written: WrittenForms = new Map();
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
  #isNaming = $state.raw(false);

  constructor(kit: Kit, hash: string) {
    this.kit = kit;
    this.manners = new Manners(kit.settings);
    this.studies = new Studies(kit);
    this.voice = new Voice(kit.speaker, this.studies);
    this.lock = new Lock(kit);
    this.#enter(parseRoute(hash));
  }

  get route(): Route {
    return this.#route;
  }

  get sitting(): Sitting | undefined {
    return this.#sitting;
  }

  /** Does the lock stand before this screen? From a child's screen it stands before all that is not a child's. */
  get isLocked(): boolean {
    const { lock, route } = this;
    return lock.isLocked && !isChilds(route) && (this.#left !== undefined || isGuarded(route));
  }

  /** Who came here by accident goes back where a child was, or to the first screen. */
  goBackFromLock(): void {
    this.go(this.#left ?? { screen: 'welcome' });
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
    if (meant || !this.#isHeld) this.#enter(next);
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
    if (location.hash === hash) this.#enter(route);
    else {
      this.#going = hash;
      to(hash);
    }
  }

  /**
   * The language children are spoken to in: that of the study's session, else that of the tablet; nothing where
   * nobody chose one: then it is that of the adults.
   */
  get childLanguage(): LabelLanguage | undefined {
    const { session, isStudy } = this.#sitting ?? {};
    return (isStudy ? session?.about.language : undefined) ?? this.manners.childLanguage;
  }

  /** Speak to children in this language from now on; in a session of a study this is part of what happened. */
  speakToChildrenIn(language: LabelLanguage): void {
    if (language === this.childLanguage) return;
    if (this.#sitting?.isStudy) this.#sitting.note({ kind: 'session/set', language });
    else this.manners.childLanguage = language;
  }

  /** Does a child ask what buttons are called? As long as it does, a tap on one says its name and does nothing else. */
  get isNaming(): boolean {
    return this.#isNaming;
  }

  /** From now on a tap says a name. */
  beginNaming(): void {
    this.#isNaming = true;
  }

  /** Buttons act again, and nothing more is said. */
  endNaming(): void {
    if (this.#isNaming) this.voice.hush();
    this.#isNaming = false;
  }

  /**
   * What was being said on the screen before ends with it, but for the name of the hand that led away while names were
   * said; a child's screen closes the lock behind it.
   */
  #enter(route: Route): void {
    if (!this.#isNaming) this.voice.hush();
    this.#isNaming = false;
    this.#route = route;
    if (isChilds(route) && !this.#isForAdults(route)) {
      this.#left = route;
      this.lock.close();
    } else this.lock.look(true);
  }

  /** A work that was decided about is opened by an adult, to write down what was told, and nobody draws there. */
  #isForAdults(route: Route): boolean {
    const { bench } = this.#sitting ?? {};
    return route.screen === 'work' && bench?.id === route.work && bench.isDecided;
  }

  /** A gesture of the system must not leave a child's screen; where one only tries the app without a PIN there is nothing to leave. */
  get #isHeld(): boolean {
    return isChilds(this.#route) && (this.#route.screen !== 'try' || this.lock.isSet);
  }

  /** A small sound, unless the facilitator muted it or several children draw at once. */
  sound(name: SoundName): void {
    const group = (this.#sitting?.bench?.docks.length ?? 0) > 0;
    if (this.manners.sound === 'on' && !group) this.kit.sound(name);
  }

  /** The session now running, read from the tablet when the app has just started; nothing when none goes on. */
  async sit(
    isOfKind: (kept: KeptSession) => boolean = goesOn,
  ): Promise<Result<Sitting | undefined, SittingProblem>> {
    if (this.#sitting) return ok(this.#sitting);
    const { Sitting } = await import('#state/sitting.svelte.ts');
    const sitting = await Sitting.resume(this, isOfKind, this.#written);
    if (sitting.ok) this.#sitting = sitting.value;
    return sitting;
  }

  /** The session of a study now running, read again when the app has just started; nothing when none goes on. */
  sitInStudy(): Promise<Result<Sitting | undefined, SittingProblem>> {
    return this.sit((one) => goesOn(one) && one.header.studyVersion !== undefined);
  }

  /** Lay this work on the table; nothing when it is finished, not on this tablet, or a family does not agree any more. */
  async lay(work: WorkId): Promise<Result<Workbench | undefined, SittingProblem>> {
    const sitting = await this.sit(({ session }) => session.works.some(({ id }) => id === work));
    if (!sitting.ok) return sitting;
    const kept = sitting.value?.works.find(({ id }) => id === work);
    if (!sitting.value || !kept || kept.decision) return ok(undefined);
    const laid = await sitting.value.open(kept);
    if (laid.ok) return laid;
    return laid.problem.code === 'work/not-agreed' ? ok(undefined) : fail(laid.problem);
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
  async tryIt(): Promise<Result<Sitting, SittingProblem>> {
    if (this.#sitting?.isStudy === true) this.#sitting = undefined;
    const kept = await this.sit((one) => goesOn(one) && one.header.studyVersion === undefined);
    if (!kept.ok) return kept;
    return kept.value ? ok(kept.value) : this.#beginSession();
  }

  /** Lay this session on the desk, whatever lay there. */
  async sitDown(id: SessionId): Promise<Result<Sitting | undefined, SittingProblem>> {
    await this.#sitting?.keeper.settled();
    if (this.#sitting?.header.id !== id) this.#sitting = undefined;
    return this.sit(({ header }) => header.id === id);
  }

  /** A new session of the study that is chosen. */
  beginSession(): Promise<Result<Sitting, ArchiveProblem>> {
    return this.#beginSession(this.studies.chosen);
  }

  async #beginSession(pack?: StudyPack): Promise<Result<Sitting, ArchiveProblem>> {
    const { Sitting } = await import('#state/sitting.svelte.ts');
    const sitting = await Sitting.begin(this, pack, this.#written);
    if (sitting.ok) this.#sitting = sitting.value;
    return sitting;
  }

  /** The session was handed over: the next one begins anew. */
  riseFromSitting(): void {
    this.#sitting = undefined;
  }

  /** Of somebody who is taken out nothing half written waits. */
  dropForms(token: Token): void {
    for (const forms of this.#written.values()) {
      if (forms.person?.person?.token === token) forms.person = undefined;
    }
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
    const { keptSessions } = await import('#state/archive.ts');
    const tried = await keptSessions(this.kit.journal);
    this.#storage = tried.ok ? await this.kit.askToKeep() : 'refused';
  }
}

/** Is something still to be done in this session? */
function goesOn({ session }: KeptSession): boolean {
  return !session.handedOver;
}

/** The desk, for every screen below App. */
export const [deskHere, setDesk] = createContext<Desk>();
