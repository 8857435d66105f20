/** What the whole app shares: where it is, the session now running, and what the tablet said. */
import { createContext } from 'svelte';

import { ok, type Result } from '#base/result.ts';
import type { OnlyWindow } from '#devices/only-window.ts';
import type { StoragePromise } from '#devices/storage-promise.ts';
import { keptSessions, type ArchiveProblem } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import { formatRoute, parseRoute, type Route } from '#state/route.ts';
import { Sitting } from '#state/sitting.svelte.ts';

/** A newer version of the app that waits, or the browser's offer to install. */
type Offer = (() => unknown) | undefined;

/** The desk everything lies on. */
export class Desk {
  readonly kit: Kit;
  #route = $state.raw<Route>({ screen: 'welcome' });
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

  /** Show the screen of this hash. */
  arrive(hash: string): void {
    this.#route = parseRoute(hash);
  }

  /** Go to a screen. */
  go(route: Route): void {
    location.hash = formatRoute(route);
  }

  /** Go to a screen in place of this one: the way back does not lead here again. */
  goInstead(route: Route): void {
    location.replace(formatRoute(route));
  }

  /** The session now running, read from the tablet when the app has just started. */
  async sit(): Promise<Result<Sitting, ArchiveProblem>> {
    if (this.#sitting) return ok(this.#sitting);
    const sitting = await Sitting.resume(this.kit);
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

/** The desk, for every screen below App. */
export const [deskHere, setDesk] = createContext<Desk>();
