/** Looking at a screen as people do who see badly, have a small tablet or know what to look for. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import type { Language } from '#i18n/words.ts';

/** Somebody looks at a screen; pages for adults may be longer than the window, others never are. */
export type Look = (screen: string, kind: 'adult' | 'child') => Promise<void>;

const WINDOWS = [
  [1280, 800],
  [1007, 601],
  [1080, 810],
] as const;

/** A sheet takes its new size a frame after the window has its own. */
export function laidOut(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}

/** Looks at what this page shows, in every window, and keeps a picture of each: reports/screenshots. */
export function lookerAt(page: Page, language: Language, faults: string[]): Look {
  return async (screen, kind) => {
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => document.fonts.ready);
      await laidOut(page);
      const tablet = `${String(width)}x${String(height)}`;
      faults.push(...(await misfits(page, kind)).map((fault) => `${screen}, ${tablet}: ${fault}`));
      await page.screenshot({
        path: `reports/screenshots/${language}/${tablet}/${screen}.png`,
        animations: 'disabled',
      });
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    faults.push(...(await barriers(page)).map((fault) => `${screen}: ${fault}`));
  };
}

/** What does not fit: words cut off, buttons out of the window or over one another, a page to push aside. */
function misfits(page: Page, kind: Parameters<Look>[1]): Promise<string[]> {
  return page.evaluate((isChild) => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push('the page is wider than the window');
    if (isChild && root.scrollHeight > innerHeight)
      faults.push('the page is longer than the window');

    for (const box of document.querySelectorAll<HTMLElement>('#app *')) {
      const pushes = getComputedStyle(box).overflowX === 'auto';
      if (pushes && box.scrollWidth > box.clientWidth + 1) {
        faults.push(`what lies in ${box.className} is cut off at its side`);
      }
    }

    const ownText = (element: Element): Text[] =>
      [...element.childNodes].filter(
        (node): node is Text => node instanceof Text && node.data.trim() !== '',
      );
    const seen = [...document.querySelectorAll<HTMLElement>('#app *')].filter(
      (element) =>
        ownText(element).length > 0 &&
        !element.closest('.unseen, .mirror') &&
        element.checkVisibility(),
    );
    for (const element of seen) {
      const words = `"${element.innerText.slice(0, 40)}"`;
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`${words} is cut off`);
      }
      const frame =
        element.closest('button')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, 1e6);
      for (const text of ownText(element)) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, right } = range.getBoundingClientRect();
        if (left < frame.left - 1 || right > frame.right + 1) faults.push(`${words} sticks out`);
      }
    }

    // What is pushed under a part that stays in view can be pushed out from under it.
    const stays = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).position === 'sticky' || stays(element.parentElement));
    // The list for screen readers lies nowhere on the screen.
    const buttons = [...document.querySelectorAll('button:not(.mirror button)')]
      .filter((button) => button.checkVisibility())
      .map((button) => ({
        name: `"${button.getAttribute('aria-label') ?? button.textContent}"`,
        box: button.getBoundingClientRect(),
        stays: stays(button),
      }));
    for (const [at, { name, box, stays: isFixed }] of buttons.entries()) {
      const across = box.left < 0 || box.right > innerWidth;
      const down = box.top < 0 || box.bottom > innerHeight;
      if (across || (isChild && down)) faults.push(`${name} is out of the window`);
      for (const other of buttons.slice(at + 1)) {
        const apart =
          isFixed !== other.stays ||
          box.right <= other.box.left ||
          other.box.right <= box.left ||
          box.bottom <= other.box.top ||
          other.box.bottom <= box.top;
        if (!apart) faults.push(`${name} and ${other.name} overlap`);
      }
    }
    return faults;
  }, kind === 'child');
}

/** What axe finds in the way of somebody who sees, hears or moves otherwise. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}
