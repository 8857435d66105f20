/** Putting the app on the home screen, where the browser offers it. */

/** The browser's offer to install; not in every browser's types. */
type InstallOffer = Event & { prompt: () => Promise<unknown> };

/** Hear of the browser's offer; the function it hands over shows the browser's own question. */
export function onInstallOffer(offered: (ask: (() => Promise<unknown>) | undefined) => void): void {
  const { signal } = new AbortController();
  addEventListener(
    'beforeinstallprompt',
    (event) => {
      event.preventDefault();
      offered(() => (event as InstallOffer).prompt());
    },
    { signal },
  );
  addEventListener(
    'appinstalled',
    () => {
      offered(undefined);
    },
    { signal },
  );
}
