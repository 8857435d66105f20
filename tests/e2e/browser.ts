/** A browser of its own, with its own profile, that can be killed as a flat battery would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { chromium, type BrowserContext, type Page } from '@playwright/test';

import { findBrowser, LAUNCH_FLAGS } from '../browser/find.mjs';

/** Do something in a browser on this profile, and then kill it in the middle of whatever it does. */
export async function untilKilled(
  profile: string,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = spawn(
    findBrowser(),
    [
      ...LAUNCH_FLAGS,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--window-size=1280,800',
      '--accept-lang=es-PE',
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const connection = await chromium.connectOverCDP(await addressOf(browser));
    const [page] = connection.contexts()[0]?.pages() ?? [];
    if (!page) throw new Error('the browser has no window');
    await act(page);
  } finally {
    await kill(browser);
  }
}

/** SIGKILL to the whole group: no process of it writes another byte. */
async function kill(browser: ChildProcess): Promise<void> {
  if (browser.pid === undefined) throw new Error('the browser did not start');
  const gone = once(browser, 'exit');
  process.kill(-browser.pid, 'SIGKILL');
  await gone;
}

/** Where the browser says that it listens. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stderr) throw new Error('the browser says nothing');
    let said = '';
    stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    stderr.on('end', () => {
      reject(new Error(`the browser ended: ${said}`));
    });
  });
}

/** A window on a profile that stays when it is closed, as on a tablet. */
export function persistent(
  { chromium: kind }: Readonly<{ chromium: typeof chromium }>,
  profile: string,
): Promise<BrowserContext> {
  return kind.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: LAUNCH_FLAGS,
    viewport: { width: 1280, height: 800 },
    locale: 'es-PE',
    timezoneId: 'America/Lima',
    hasTouch: true,
  });
}
