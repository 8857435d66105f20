import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const colours = new Map(
  [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]),
);

/** Relative luminance of `#rrggbb`. Source: WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** From 1, the same, to 21, black on white. Source: WCAG 2.2, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

test('[S10] the formula gives 21 for black on white and 1 for white on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each([
  ['ink', 'paper'],
  ['ink', 'table'],
  ['ink', 'table-deep'],
  ['ink', 'qolle-light'],
  ['ink', 'white'],
  ['paper', 'cochineal'],
  ['paper', 'cochineal-deep'],
  ['paper', 'dusk'],
  ['paper', 'indigo'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'table'],
  ['indigo', 'paper'],
])('[S10] %s stands out from %s at least 7 to 1', (text, ground) => {
  expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(7);
});
