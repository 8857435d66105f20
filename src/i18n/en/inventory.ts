import type { inventory as spanish } from '#i18n/es-PE/inventory.ts';

/** The list of whose data is on the tablet, should it be lost (adults). */
export const inventory: Readonly<Record<keyof typeof spanish, string>> = {
  'inventory.title': 'Should the tablet be lost',
  'inventory.what':
    'The team must be able to say whose data was on it. Take this list out when you close the day and move it to another device: inside a lost tablet it is of no use.',
  'inventory.content':
    'It has animals, numbers of consent forms and counts. No name, drawing or word.',
  'inventory.mark': 'Mark of this tablet',
  'inventory.mark.note':
    'Write it on paper before you travel: by it the team knows the lists of this tablet.',
  'inventory.make': 'Take the list out',
  'inventory.making': 'Preparing the list',
  'inventory.last': 'The last list left: {time}',
  'inventory.never': 'No list has left yet.',
  'inventory.given': 'List: {file}. Move it to another device now.',
  'inventory.cancelled': 'The list did not leave.',
  'problem.signing/failed': 'This browser could not sign the list. None was made.',
};
