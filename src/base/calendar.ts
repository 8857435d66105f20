/** Days as people of many languages write them alike: `YYYY-MM-DD`. */

/** Is this a day that a calendar has? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The day that the tablet's own clock shows. */
export function dayOf(wallMs: number): string {
  const moment = new Date(wallMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
