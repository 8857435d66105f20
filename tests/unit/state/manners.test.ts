import { expect, test } from 'vitest';

import { fail, ok } from '#base/result.ts';
import { Manners } from '#state/manners.svelte.ts';
import type { Settings } from '#storage/settings.ts';

/** Settings that hold these values, and what was written to them. */
function someSettings(held: Record<string, unknown> = {}): Settings & { held: typeof held } {
  return {
    held,
    read: (setting) => Promise.resolve(ok(held[setting])),
    write: (setting, value) => {
      held[setting] = value;
      return Promise.resolve(ok(undefined));
    },
  };
}

function chosen(manners: Manners): unknown {
  const { ageBand, sound, hands, drawingHand, question, sectors, person, childLanguage } = manners;
  return { ageBand, sound, hands, drawingHand, question, sectors, person, childLanguage };
}

const AT_FIRST = {
  ageBand: '9-11',
  sound: 'on',
  hands: 'both',
  drawingHand: 'right',
  question: 'important',
  sectors: true,
  person: 'me',
  childLanguage: undefined,
};

test('[S11] what the facilitator chose holds at once and after the app was closed', async () => {
  const settings = someSettings();
  const manners = new Manners(settings);
  manners.ageBand = '6-8';
  manners.sound = 'off';
  manners.hands = 'pen';
  manners.drawingHand = 'left';
  manners.question = 'time-with';
  manners.sectors = false;
  manners.person = 'a-child';
  manners.childLanguage = 'quy';

  const again = new Manners(settings);
  await again.remember();

  const expected = {
    ageBand: '6-8',
    sound: 'off',
    hands: 'pen',
    drawingHand: 'left',
    question: 'time-with',
    sectors: false,
    person: 'a-child',
    childLanguage: 'quy',
  };
  expect(chosen(manners)).toEqual(expected);
  expect(chosen(again)).toEqual(expected);
  expect(settings.held).toEqual({
    'age-band': '6-8',
    sound: 'off',
    hands: 'pen',
    'drawing-hand': 'left',
    question: 'time-with',
    sectors: 'without',
    person: 'a-child',
    'child-language': 'quy',
  });
});

test('[M24] circles, once without sectors, are cut into them again', async () => {
  const settings = someSettings({ sectors: 'without' });
  const manners = new Manners(settings);
  await manners.remember();
  expect(manners.sectors).toBe(false);

  manners.sectors = true;

  expect([manners.sectors, settings.held['sectors']]).toEqual([true, 'with']);
});

test.each<[string, Settings]>([
  ['nothing was chosen', someSettings()],
  [
    'nonsense was kept',
    someSettings({
      'age-band': '3-5',
      sound: 7,
      hands: 'foot',
      'drawing-hand': null,
      question: 'Who?',
      sectors: true,
      person: 'you',
      'child-language': 'qu',
    }),
  ],
  [
    'nothing can be read',
    {
      read: () => Promise.resolve(fail({ code: 'storage/full' })),
      write: () => Promise.resolve(fail({ code: 'storage/full' })),
    },
  ],
])('[S11] when %s the tablet is set up as for most children', async (_why, settings) => {
  const manners = new Manners(settings);

  await manners.remember();

  expect(chosen(manners)).toEqual(AT_FIRST);
});
