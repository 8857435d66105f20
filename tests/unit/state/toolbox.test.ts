import { expect, test } from 'vitest';

import { AREAS, BRUSHES } from '#domain/crayon.ts';
import { Toolbox, TOOLS, type Choice } from '#state/toolbox.ts';
import { aStep } from '../../fixtures/hands.ts';
import { anItem, aPage } from '../../fixtures/marks.ts';
import { aScene } from '../../fixtures/scenes.ts';

const CHOICE: Choice = { tool: 'draw', brush: 'crayon', area: 'safe', rubber: 'touched' };
const house = anItem(1);
const scene = aScene(aPage({ items: [house] }));

test('[I4] every choice of the hand is another tool, and the same choice always the same', () => {
  const box = new Toolbox();
  const choices: Choice[] = [
    ...BRUSHES.map((brush) => ({ ...CHOICE, brush })),
    ...AREAS.map((area) => ({ ...CHOICE, tool: 'area' as const, area })),
    { ...CHOICE, tool: 'rub-out' },
    { ...CHOICE, tool: 'rub-out', rubber: 'whole' },
    ...TOOLS.filter((tool) => !['draw', 'area', 'rub-out'].includes(tool)).map((tool) => ({
      ...CHOICE,
      tool,
    })),
  ];

  const tools = choices.map((choice) => box.held(choice));

  expect(new Set(tools).size).toBe(choices.length);
  expect(choices.map((choice) => box.held({ ...choice }))).toEqual(tools);
});

test('[I4] lines run with whatever they are drawn, also with soft regions and rubbers', () => {
  const box = new Toolbox();
  for (const [at, brush] of BRUSHES.entries()) {
    box.held({ ...CHOICE, brush }).step(aStep('down', house, { pointer: at }), scene);
  }
  box.held({ ...CHOICE, tool: 'area' }).step(aStep('down', house, { pointer: 7 }), scene);
  box.held({ ...CHOICE, tool: 'rub-out' }).step(aStep('down', house, { pointer: 8 }), scene);

  expect(box.running.map(({ tool }) => tool).sort()).toEqual([...BRUSHES, 'rubber', 'safe'].sort());
  box.rest();
  expect(box.running).toEqual([]);
});

test.each(TOOLS)('[I4] put out of the hand, %s holds nothing and shows nothing', (tool) => {
  const box = new Toolbox();
  const held = box.held({ ...CHOICE, tool });
  const nothing = held.draft;
  held.step(aStep('down', house), scene);
  held.step(aStep('move', { x: 1500, y: 1100 }), scene);

  box.rest();

  expect(held.draft).toEqual(nothing);
  expect(held.step(aStep('up', house), scene).operations).toEqual([]);
});
