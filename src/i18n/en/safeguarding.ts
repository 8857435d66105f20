import type { safeguarding as spanish } from '#i18n/es-PE/safeguarding.ts';

/** When a child is in danger (adults). */
export const safeguarding: Readonly<Record<keyof typeof spanish, string>> = {
  'safeguarding.title': 'Safeguarding',
  'safeguarding.no-key':
    'This study has no safeguarding key: write it down on paper. Nothing is kept here.',
  'safeguarding.category': 'Which danger? What comes nearest, without asking',
  'safeguarding.about': 'Whom is it about?',
  'safeguarding.words': 'What was heard, in a few words',
  'safeguarding.counted': '{count} of {most} words',
  'safeguarding.seal': 'Seal it',
  'safeguarding.sealed':
    'Sealed. Nobody can read it on this tablet. Tell the responsible person today.',
  'safeguarding.what':
    'What was sealed is not in the files of sessions. Only the holder of the study’s safeguarding key opens it. Hand it over today, and to that person only.',
  'safeguarding.count.one': '{count} sealed note is on this tablet.',
  'safeguarding.count.other': '{count} sealed notes are on this tablet.',
  'safeguarding.none': 'Nothing is sealed on this tablet.',
  'safeguarding.give': 'Hand over what is sealed',
  'safeguarding.given': 'Handed over: {file}',
  'safeguarding.cancelled': 'It was not handed over. Everything is still here.',
  'safeguarding.remove': 'Remove from the tablet what was handed over: hold',
  'safeguarding.remove.note':
    'Does the responsible person have the file? Then hold for two seconds to remove it from this tablet.',
  'problem.sealing/failed':
    'It could not be sealed with the study’s key, and nothing was kept. Write it down on paper.',
};
