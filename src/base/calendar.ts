/** Days and times as people of many languages write them alike: `YYYY-MM-DD`, `hh:mm`. */

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

/** How long something took, or after how long it happened, `h:mm`. */
export function spanOf(ms: number): string {
  const whole = Math.floor(ms / 60_000);
  return `${String(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
