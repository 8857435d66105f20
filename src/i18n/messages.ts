/**
 * Every key the app may say. A language is complete or absent: a key without words, or a new problem
 * without its sentence, does not compile. Notes for translators: docs/guide/translating.md.
 */
import type { Animal } from '#domain/contributor.ts';
import type { AgeBand, RubberKind } from '#domain/age-band.ts';
import type { Brush, Crayon, Width } from '#domain/crayon.ts';
import type { PaletteSymbol } from '#domain/palette.ts';
import type { Activity } from '#domain/work.ts';
import type { Hands } from '#editing/palm.ts';
import type { Hint } from '#editing/tool.ts';
import type { Fault } from '#files/admit.ts';
import type { SessionFileProblem } from '#files/read-session-file.ts';
import type { StorageProblem } from '#storage/journal.ts';

/** The hand a child draws with, and whether the app sounds: choices of state/manners. */
type DrawingHand = 'right' | 'left';
type Sound = 'on' | 'off';

/** Everything that can go wrong in front of somebody. */
export type ProblemCode = (StorageProblem | SessionFileProblem | Fault)['code'];

type General =
  // The welcome screen and what leads away from it (adults)
  | 'app.promise'
  | 'welcome.try'
  | 'welcome.continue'
  | 'welcome.hand-over'
  | 'welcome.open'
  | 'welcome.about'
  | 'welcome.install'
  | 'welcome.update'
  | 'welcome.offline'
  | 'welcome.private'
  | 'storage.kept'
  | 'storage.may-be-lost'
  | 'storage.refused'
  | 'language.change'
  | 'go.back'
  | 'go.home'
  | 'go.on'
  | 'close'
  // The child's screens: at most three words
  | 'practice'
  | 'practice.hand'
  | `hand.${DrawingHand}`
  | 'who'
  | 'what'
  | 'mine'
  | 'tool.draw'
  | 'tool.fill'
  | 'tool.rub-out'
  | 'tool.hand'
  | 'tool.join'
  | 'tool.bin'
  | 'undo'
  | 'redo'
  | 'page.new'
  | 'page.previous'
  | 'page.next'
  | 'page.number'
  | 'turn'
  | 'turn.together'
  | 'done'
  | 'sheet'
  | 'tin'
  | 'tray'
  | 'tray.draw-own'
  | 'symbol.own'
  | 'safety.saved'
  | 'safety.saving'
  | 'safety.not-saved'
  | 'undo.held'
  | 'finish.ask'
  | 'finish.keep'
  | 'finish.keep-private'
  | 'finish.throw-away'
  | 'finish.back'
  | 'finish.thanks'
  | 'mark.keep'
  | 'mark.keep-private'
  | 'mark.open'
  // Setting the tablet up (adults)
  | 'manners.title'
  | 'manners.age'
  | `age.${AgeBand}`
  | `manners.rubber.${RubberKind}`
  | 'manners.hands'
  | 'manners.hands.note'
  | `hands.${Hands}`
  | 'manners.sound'
  | 'manners.sound.note'
  | `sound.${Sound}`
  | 'manners.canvas-true'
  | 'manners.canvas-noisy'
  // Handing over (adults)
  | 'hand-over.title'
  | 'hand-over.what'
  | 'hand-over.give'
  | 'hand-over.stop'
  | 'hand-over.packing'
  | 'hand-over.given'
  | 'hand-over.cancelled'
  | 'hand-over.done-before'
  | 'hand-over.none'
  | 'hand-over.undecided.one'
  | 'hand-over.undecided.other'
  | 'hand-over.works.one'
  | 'hand-over.works.other'
  | 'hand-over.unreadable'
  | 'clock.wrong'
  // Opening a file (adults)
  | 'open.title'
  | 'open.what'
  | 'open.choose'
  | 'open.reading'
  | 'open.nothing-changed'
  | 'open.read-only'
  | 'open.decision.keep'
  | 'open.decision.keep-private'
  | 'open.page'
  | 'open.counts'
  | 'replay'
  | 'replay.pause'
  | 'replay.where'
  | 'replay.speed'
  | 'replay.skip'
  // Trouble
  | 'mending.title'
  | 'mending.safe'
  | 'elsewhere.title'
  | 'elsewhere.where'
  | 'elsewhere.take-over'
  | 'elsewhere.taken'
  | 'elsewhere.take-back'
  | 'place.welcome'
  | 'place.try'
  | 'place.work'
  | 'place.finish'
  | 'place.practice'
  | 'place.manners'
  | 'place.hand-over'
  | 'place.open'
  | 'place.about'
  | 'place.gallery'
  | 'place.unknown'
  | 'try.failed'
  // About and credits (adults)
  | 'about.title'
  | 'about.what'
  | 'about.study'
  | 'about.privacy'
  | 'about.version'
  | 'about.credits'
  | 'about.licence'
  // On handed-over sheets
  | 'sheet.title'
  | 'sheet.foot'
  | 'sheet.blank'
  | 'sheet.link'
  // The development gallery
  | 'gallery.title';

/** Every key. */
export type MessageKey =
  | General
  | `activity.${Activity}`
  | `animal.${Animal}`
  | `brush.${Brush}`
  | `crayon.${Crayon}`
  | `width.${Width}`
  | `symbol.${PaletteSymbol}`
  | `hint.${Hint}`
  | `problem.${ProblemCode}`;

/** The words of one language; `{name}` stands for a fact. */
export type Messages = Readonly<Record<MessageKey, string>>;
