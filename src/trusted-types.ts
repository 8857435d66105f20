/**
 * The page's policy lets no text become code. Konva empties its container with an empty text, and the
 * worker's file is our own: those two pass, everything else is refused.
 */

type PolicyFactory = {
  createPolicy: (
    name: 'default',
    rules: { createHTML: (html: string) => string; createScriptURL: (url: string) => string },
  ) => unknown;
};

/** Install the policy where browsers know it. Scripts may be the service worker's or lie in our own assets. */
export function guardTypes(workerUrl: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createHTML: (html) => only('', html),
    createScriptURL: (url) => (isOwnAsset(url) ? url : only(workerUrl, url)),
  });
}

function isOwnAsset(url: string): boolean {
  return new URL(url, document.baseURI).href.startsWith(
    new URL('./assets/', document.baseURI).href,
  );
}

function only(allowed: string, text: string): string {
  if (text !== allowed) throw new TypeError(`refused by the trusted types policy: ${text}`);
  return text;
}
