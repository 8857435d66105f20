import type { lock as spanish } from '#i18n/es-PE/lock.ts';

/** The PIN, and what it guards (adults). */
export const lock: Readonly<Record<keyof typeof spanish, string>> = {
  'lock.title': 'PIN of the adults',
  'lock.ask': 'Type the PIN',
  'lock.digits.one': '{count} digit is in',
  'lock.digits.other': '{count} digits are in',
  'lock.delete': 'Take the last digit away',
  'lock.enter': 'Done',
  'lock.guards':
    'The PIN closes the screen, not the data. Against loss and theft the tablet’s own lock protects.',
  'lock.back': 'Back',
  'lock.forgotten': 'PIN forgotten',
  'lock.have-pin': 'Type the PIN',
  'lock.recover': 'Type the recovery code. It was written on paper when the PIN was set.',
  'lock.code': 'Recovery code',
  'lock.open': 'Open',
  'lock.sealed':
    'The paper is lost? Send this text to the study’s team. They open it with their key and tell you the code.',
  'lock.not-sealed': 'The paper is lost? This tablet has no key of a team: nobody else can open.',
  'lock.sealed-text': 'Text for the team',
  'pin.none': 'Without a PIN all is open. With one, only you leave the children’s screens.',
  'pin.set': 'Set a PIN',
  'pin.on': 'This tablet has a PIN.',
  'pin.change': 'Change the PIN',
  'pin.remove': 'Remove the PIN',
  'pin.now': 'Type the PIN of now',
  'pin.new': 'Type a new PIN of 4 to 6 digits',
  'pin.again': 'Type it again',
  'pin.not-same': 'It was not the same. Begin again.',
  'pin.recovered': 'Opened with the code. Set a new PIN.',
  'pin.code': 'Write this code on paper and keep it away from the tablet. It is not shown again.',
  'pin.noted': 'We wrote it down',
  'problem.pin/wrong': 'That is not it. Tries left: {left}',
  'problem.pin/wait': 'Too many tries. Wait {time}',
};
