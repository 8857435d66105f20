/** Numbers as text, the same on every engine and in every country. */

/** A number with at most three decimals, the same text on every engine. */
export function decimal(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  const whole = Math.floor(thousandths / 1000);
  const rest = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const sign = value < 0 && thousandths > 0 ? '-' : '';
  return `${sign}${String(whole)}${rest === '' ? '' : `.${rest}`}`;
}
