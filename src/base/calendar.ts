/** Days and times as people of many languages write them alike: `YYYY-MM-DD`, `hh:mm`; and minutes. */

/** Is this a day that a calendar has? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The day that the tablet's own clock shows. */
export function dayOf(wallMs: number): string {
  const moment = new Date(wallMs);
  return [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
}

/** The time of day that the tablet's own clock shows, `hh:mm`. */
export function timeOf(wallMs: number): string {
  const moment = new Date(wallMs);
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** After how many whole minutes something happened: no time of day can be mistaken for it. */
export function minuteOf(ms: number): number {
  return Math.floor(ms / 60_000);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
