import type { withdrawal as spanish } from '#i18n/es-PE/withdrawal.ts';

/** Taking back work afterwards (adults). */
export const withdrawal: Readonly<Record<keyof typeof spanish, string>> = {
  'withdrawal.title': 'Take back',
  'withdrawal.what':
    'When a family or a child does not want to take part any more, what is theirs is erased here. What others made stays.',
  'withdrawal.children': 'A child, from everything',
  'withdrawal.pieces': 'One piece of work',
  'withdrawal.none': 'There is nothing on this tablet to take back.',
  'withdrawal.sessions.one': '{count} session',
  'withdrawal.sessions.other': '{count} sessions',
  'withdrawal.goes': 'This is erased for ever',
  'withdrawal.goes.child':
    'Their animal, what is known about them, what they answered and what was noted.',
  'withdrawal.goes.piece': 'The whole work, of everybody who made it.',
  'withdrawal.goes.works.one': '{count} whole work.',
  'withdrawal.goes.works.other': '{count} whole works.',
  'withdrawal.goes.parts':
    'From shared works: pictures: {items}, links: {links}, feelings: {stamps}, strokes: {strokes}, things told: {quotes}.',
  'withdrawal.stays': 'This stays',
  'withdrawal.stays.shared.one': '{count} shared work, with what the others made.',
  'withdrawal.stays.shared.other': '{count} shared works, with what the others made.',
  'withdrawal.stays.others': 'Everything of everybody else.',
  'withdrawal.stays.stone': 'That something was taken back today, and nothing of its content.',
  'withdrawal.stays.files': 'Files and copies that left before: they cannot be changed from here.',
  'withdrawal.by-hand': 'This has to be looked through by hand',
  'withdrawal.by-hand.diary':
    'The field diary, and notes that do not say of whom they are (when several draw at once): their name may stand there. Days: {days}. In the diary erase it yourselves; the notes are shown after the withdrawal, to be taken away.',
  'withdrawal.notes':
    'These notes do not say of whom they are. Read them and take away those about who is taken back.',
  'withdrawal.notes.erase': 'Take away',
  'withdrawal.notes.ask': 'Take “{what}” away? It does not come back.',
  'withdrawal.notes.yes': 'Yes, take away',
  'withdrawal.notes.no': 'Leave it',
  'withdrawal.unreadable.one':
    '{count} session of this tablet cannot be read: nobody looked there and nothing of it is taken back. Tell the team.',
  'withdrawal.unreadable.other':
    '{count} sessions of this tablet cannot be read: nobody looked there and nothing of them is taken back. Tell the team.',
  'withdrawal.late': 'The study’s time for taking back ended on {day}.',
  'withdrawal.late.yes': 'The team agrees to take it back all the same.',
  'withdrawal.hold': 'Take back: hold for two seconds',
  'withdrawal.busy': 'Taking back',
  'withdrawal.done':
    'It was taken back. Nothing of it is left in the works and answers that are here.',
  'withdrawal.files':
    'These files left before and still hold it. Hand over again: the list of what was taken back goes with the new file. Those with pictures to be shown have to be deleted wherever they are.',
  'withdrawal.copies.one':
    'Of {count} work a copy was given, on paper or as dibujo.png. Look in the downloads of this tablet, too.',
  'withdrawal.copies.other':
    'Of {count} works a copy was given, on paper or as dibujo.png. Look in the downloads of this tablet, too.',
  'withdrawal.no-files': 'It is not noted that anything of it left this tablet.',
  'withdrawal.another': 'Take back something else',
  'withdrawal.on-sheet': 'Things removed at request: {count}',
  'withdrawal.list': 'Choose a list of what was taken back',
  'withdrawal.list.what': 'withdrawals.json, or a later session file with its list.',
  'withdrawal.list.bad': 'There is no such list in it.',
  'withdrawal.list.nothing': 'Of this session the list takes nothing more back.',
  'withdrawal.reduced':
    'What was taken back is out. Whole works: {works}; from shared works: pictures: {items}, links: {links}, feelings: {stamps}, strokes: {strokes}, things told: {quotes}. What is counted below is without it.',
  'withdrawal.save': 'Save the reduced file',
  'withdrawal.saved': 'Saved: {file}. Delete the earlier file.',
};
