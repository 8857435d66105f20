/** The composition root, the only file that knows every folder: builds the kit and mounts the app. */
import '#styles/tokens.css';
import '#styles/base.css';

import { mount } from 'svelte';

import { present } from '#base/assert.ts';
import { onInstallOffer } from '#devices/install.ts';
import { becomeOnlyWindow } from '#devices/only-window.ts';
import { give, save } from '#devices/saving.ts';
import { canvasIsTrue } from '#devices/canvas-check.ts';
import { sound } from '#devices/sound.ts';
import { tabletSpeaker } from '#devices/speaker.ts';
import { power, roomLeft } from '#devices/tablet.ts';
import { askToKeep } from '#devices/storage-promise.ts';
import { stretch } from '#devices/stretching.ts';
import { speak } from '#i18n/adult.svelte.ts';
import { speakToChildren } from '#i18n/translate.svelte.ts';
import { LANGUAGES, languageFor } from '#i18n/words.ts';
import { startAppWorker, WORKER_FILE } from '#offline/app-worker.ts';
import { Desk } from '#state/desk.svelte.ts';
import type { Kit } from '#state/kit.ts';
import { picturesWith } from '#state/pictures.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { tabletStore, type TabletStore } from '#storage/indexed-db.ts';

import App from './App.svelte';
import { guardTypes } from './trusted-types.ts';

guardTypes(WORKER_FILE);
await start(tabletStore());

async function start({ journal, settings, shelf, signingKeys }: TabletStore): Promise<void> {
  const kit: Kit = {
    version: __VERSION__,
    journal,
    settings,
    shelf,
    signingKeys,
    clock: { wall: Date.now, elapsed: () => performance.now() },
    chance: (length) => crypto.getRandomValues(new Uint8Array(length)),
    imageMaker: async (own) => {
      const [{ imageMaker }, { pictureOf }] = await Promise.all([
        import('./image-maker.ts'),
        import('#symbols/pictures.ts'),
      ]);
      return imageMaker(picturesWith(() => own, pictureOf));
    },
    give,
    save,
    askToKeep,
    scratchJournal: memoryJournal,
    sound,
    speaker: tabletSpeaker(),
    record: async (...how) => (await import('#devices/voice-recorder.ts')).record(...how),
    canvasIsTrue,
    power,
    roomLeft,
    stretch,
    sealTo: async (...what) => (await import('#devices/sealing.ts')).sealTo(...what),
  };
  const desk = new Desk(kit, location.hash);
  const only = await becomeOnlyWindow(
    () => desk.route.screen,
    () => {
      desk.elsewhere = { place: undefined };
    },
  );
  if (only.elsewhere) desk.elsewhere = only.elsewhere;
  await Promise.all([
    speakAsLast(kit),
    desk.manners.remember(),
    desk.lock.remember(),
    desk.studies.remember(),
  ]);
  await speakToChildren(desk.childLanguage);
  watchForBrokenPromises(desk);
  mount(App, {
    target: present(document.querySelector('#app'), 'the page has a place for the app'),
    props: { desk, only },
  });
  startOffline(desk);
}

/** The language adults chose last on this tablet, else the one the browser asks for. */
async function speakAsLast({ settings }: Kit): Promise<void> {
  const last = await settings.read('language');
  const chosen = LANGUAGES.find((name) => last.ok && name === last.value);
  await speak(chosen ?? languageFor(navigator.languages));
}

function watchForBrokenPromises(desk: Desk): void {
  const { signal } = new AbortController();
  const mend = (cause: unknown): void => {
    desk.broken = cause ?? 'unknown';
  };
  /** Events without an error are the browser talking to itself, such as a resize that took two rounds. */
  const thrown = ({ error }: ErrorEvent): void => {
    if (error !== null && error !== undefined) mend(error);
  };
  addEventListener('error', thrown, { signal });
  addEventListener('unhandledrejection', ({ reason }) => mend(reason), { signal });
}

/** Only the built app works offline; while developing, a worker would serve yesterday's files. */
function startOffline(desk: Desk): void {
  onInstallOffer((ask) => (desk.install = ask));
  if (import.meta.env.DEV) return;
  const worker = startAppWorker(
    () => {
      desk.update = () => worker?.update();
    },
    () => (desk.offlineReady = false),
  );
  void worker?.ready.then(() => (desk.offlineReady = true));
}
