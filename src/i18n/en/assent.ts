import type { assent as spanish } from '#i18n/es-PE/assent.ts';

/** Cards, questions and answers before a child begins; do or skip; my pieces; rest (children). */
export const assent: Readonly<Record<keyof typeof spanish, string>> = {
  'assent.title': 'Do you want to take part?',
  'answer.yes': 'Yes',
  'answer.not-now': 'Not now',
  'answer.no': 'No',
  'assent.thanks': 'That is fine. Thank you!',
  'assent.adult': 'For adults: press and hold if you answer in place of the child',
  'assent.adult-marked': 'An adult answers',
  'card.back': 'Before',
  'card.next': 'Next',
  'say.aloud': 'Listen',
  corner: 'Stop and ask',
  stop: 'Stop',
  helper: 'What do I do?',
  'offer.do': 'I do it',
  'offer.skip': 'I skip it',
  'finish.rest': 'Rest',
  'practice.ask': 'Try everything. Nothing is kept.',
  'rest.title': 'Rest. Go on when you like.',
  'place.rest': 'a rest',
  'pieces.title': 'My pieces',
  'pieces.wait': 'Wait a little.',
  'copy.print': 'Print',
  'copy.save': 'Save a copy',
  'copy.picture': 'Your drawing',
};
