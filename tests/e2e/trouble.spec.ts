/** A full tablet, a death at the worst moment, a worker that does not come: nothing is lost or hidden. */
import { expect, test } from '@playwright/test';

import { App } from './app.ts';
import { leave, tabletOf } from './tablet.ts';

const [HIGH, LOW] = [
  [
    { x: 700, y: 300 },
    { x: 1200, y: 300 },
  ],
  [
    { x: 700, y: 600 },
    { x: 1200, y: 600 },
  ],
];

test('[J12] what a full tablet does not take is said, stays, and is kept when there is room', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const store = IDBObjectStore.prototype;
    store.add = new Proxy(Reflect.get(store, 'add') as () => IDBRequest<IDBValidKey>, {
      apply: (add, on, row: []) => {
        if (document.documentElement.dataset['full'] !== 'yes') return Reflect.apply(add, on, row);
        throw new DOMException('no room', 'QuotaExceededError');
      },
    });
  });
  const setFull = (full: string): Promise<void> =>
    page.evaluate((now) => {
      document.documentElement.dataset['full'] = now;
    }, full);
  const app = new App(page);
  await app.visit();
  await app.tryIt('condor');
  await app.begin('drawing');
  await app.kept(1, () => app.drawLine(HIGH));
  const { entries } = await tabletOf(page);
  await setFull('yes');
  await app.drawLine(LOW);
  await app.drawLine(LOW, 'touch');
  await expect(page.locator('output[data-safety=not-saved]')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(app.says('safety.not-saved'));
  await expect(page.locator('output')).toHaveAttribute('data-kept', String(entries.length));
  expect((await tabletOf(page)).entries).toEqual(entries);

  await setFull('no');
  await expect.poll(() => app.safelyKept()).toBe(entries.length + 2);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await tabletOf(page)).entries).toHaveLength(entries.length + 2);
});

test('[J10] a work whose first entry never reached the tablet opens as one blank page', async ({
  page,
}) => {
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.kept(1, () => app.drawLine(HIGH));
  await app.finish('keep');
  const { streams, entries } = await tabletOf(page);
  const session = streams.find(({ kind }) => kind === 'session')?.['id'];
  const last = entries.findLast(({ stream }) => stream === session);
  const work = 'work-0123456789abcdef';
  await leave(page, 'streams', { kind: 'work', id: work, session, activity: 'drawing' });
  await leave(page, 'entries', {
    ...last,
    seq: Number(last?.['seq']) + 1,
    n: Number(last?.['n']) + 1,
    op: { kind: 'work/begin', work, activity: 'drawing' },
  });
  await page.goto('about:blank');
  await app.visit(`#/work/${work}`);
  await app.sheetReady();
  await app.kept(1, () => app.drawLine(LOW));
  const kept = (await tabletOf(page)).entries.filter(({ stream }) => stream === work);
  expect(kept.map(({ op }) => (op as { kind: string }).kind)).toEqual(['page/add', 'stroke/add']);
});

test('[S6][O1] a browser that refuses the offline worker still opens the app', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () =>
      Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.kept(1, () => app.drawLine(HIGH));
  await expect(page.getByText(app.says('mending.title'))).toHaveCount(0);
});

test('[F11] a session counts as handed over only when somebody really took the file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.canShare = () => true;
    navigator.share = () => {
      const takes = document.documentElement.dataset['takes'] === 'yes';
      return takes ? Promise.resolve() : Promise.reject(new DOMException('no', 'AbortError'));
    };
  });
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.kept(1, () => app.drawLine(HIGH));
  await app.finish('keep');
  await app.goHome();
  await app.button('welcome.hand-over').click();
  await app.button('hand-over.give').click();
  await expect(page.getByRole('status')).toHaveText(app.says('hand-over.cancelled'));
  await expect(page.getByText(app.says('hand-over.done-before'))).toHaveCount(0);
  const handOvers = async (): Promise<number> => {
    const { entries } = await tabletOf(page);
    return entries.filter(({ op }) => (op as { kind: string }).kind === 'session/hand-over').length;
  };
  expect(await handOvers()).toBe(0);

  await page.evaluate(() => {
    document.documentElement.dataset['takes'] = 'yes';
  });
  await app.button('hand-over.give').click();
  await expect(page.getByText(app.says('hand-over.done-before'))).toBeVisible();
  expect(await handOvers()).toBe(1);
});

test('[F8] the file carries the day that the tablet shows, late in the evening too', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-12-01T03:30:00Z'));
  const app = new App(page);
  await app.visit();
  await app.tryIt('zorro');
  await app.begin('drawing');
  await app.kept(1, () => app.drawLine(HIGH));
  await app.finish('keep');
  const { name } = await app.handOver();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    '30 de noviembre de 2026',
  );
  expect(name).toContain('llaqta-2026-11-30-');
});
