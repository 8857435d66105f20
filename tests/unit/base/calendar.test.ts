import { afterEach, expect, test, vi } from 'vitest';

import { dayOf, isDay, minuteOf, timeOf } from '#base/calendar.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['2026-08-14', '2024-02-29', '1970-01-01', '9999-12-31'])('[J13] %s is a day', (day) => {
  expect(isDay(day)).toBe(true);
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '26-08-14',
  '2026-8-14',
  '2026-08-14T00:00',
  ' 2026-08-14',
  '',
])('[J13] "%s" is no day', (day) => {
  expect(isDay(day)).toBe(false);
});

test.each([
  ['America/Lima', '2026-08-13', '21:05'],
  ['UTC', '2026-08-14', '02:05'],
  ['Pacific/Auckland', '2026-08-14', '14:05'],
])('[F2] in %s a tablet shows its own day and hour', (zone, day, time) => {
  vi.stubEnv('TZ', zone);
  const moment = Date.UTC(2026, 7, 14, 2, 5);

  expect([dayOf(moment), timeOf(moment)]).toEqual([day, time]);
});

test.each([
  [0, 0],
  [59_999, 0],
  [60_000, 1],
  [3_600_000, 60],
  [10 * 3_600_000 + 12 * 60_000, 612],
])('[N3] %d ms after the beginning is said as minute %d', (ms, minute) => {
  expect(minuteOf(ms)).toBe(minute);
});
