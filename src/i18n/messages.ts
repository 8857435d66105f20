/**
import type { AgeBand } from '#domain/age-band.ts';
 * without its sentence, does not compile. Notes for translators: docs/guide/translating.md.
 */
import type { AgeBand } from '#domain/age-band.ts';
import type { Animal } from '#domain/contributor.ts';
import type { Area, Brush, Crayon, Width } from '#domain/crayon.ts';
import type { Round } from '#domain/entry.ts';
import type { Direction, Feeling, Valence } from '#domain/feeling.ts';
import type { Panel, Person, Sector } from '#domain/ground.ts';
import type { LabelLanguage, Source } from '#domain/operation.ts';
import type { PinProblem } from '#domain/pin.ts';
import type { Question, Relation, TabName } from '#domain/study.ts';
import type { Activity } from '#domain/work.ts';
import type { SealingProblem } from '#devices/sealing.ts';
import type { SigningProblem } from '#devices/signing.ts';
import type { MicrophoneProblem } from '#devices/voice-recorder.ts';
import type { Hands } from '#editing/palm.ts';
import type { Hint } from '#editing/tool.ts';
import type { Fault } from '#files/admit.ts';
import type { SessionFileProblem } from '#files/read-session-file.ts';
import type { StudyFileProblem } from '#files/study-file.ts';
import type { assent } from '#i18n/es-PE/assent.ts';
import type { board } from '#i18n/es-PE/board.ts';
import type { inventory } from '#i18n/es-PE/inventory.ts';
import type { lock } from '#i18n/es-PE/lock.ts';
import type { observe } from '#i18n/es-PE/observe.ts';
import type { safeguarding } from '#i18n/es-PE/safeguarding.ts';
import type { study } from '#i18n/es-PE/study.ts';
import type { withdrawal } from '#i18n/es-PE/withdrawal.ts';
import type { StorageProblem } from '#storage/journal.ts';

/** The hand a child draws with, and whether the app sounds: choices of state/manners. */
type DrawingHand = 'right' | 'left';
type Sound = 'on' | 'off';

/** Everything that can go wrong in front of somebody. */
export type ProblemCode = (
  | Fault
  | MicrophoneProblem
  | PinProblem
  | SealingProblem
  | SessionFileProblem
  | SigningProblem
  | StorageProblem
  | StudyFileProblem
  | StudyRefused
  | NotAgreed
)['code'];

/** What state/studies says of a study that it does not have, keep or take away. */
type StudyRefused = Readonly<{
  code: `study-file/${'in-use' | 'missing' | 'other-content' | 'voice-too-large'}`;
}>;

/** What state/sitting says of a work that it does not lay on the table. */
type NotAgreed = Readonly<{ code: 'work/not-agreed' }>;

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
  | 'language.adults'
  | 'language.children'
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
  | 'tool.move'
  | 'tool.feel'
  | 'tool.ring'
  | 'tool.bin'
  | 'ring.close'
  | 'item.bigger'
  | 'item.smaller'
  | 'item.turn-left'
  | 'item.turn-right'
  | 'item.behind'
  | 'item.wish'
  | 'item.say'
  | 'relation.ask'
  | 'relation.none'
  | 'valence.ask'
  | 'direction.ask'
  | 'feeling.ask'
  | 'area.ask'
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
  | 'tray.more'
  | 'tab.own'
  | 'tray.back'
  | 'tray.something'
  | 'symbol.own'
  | 'symbol.drawn'
  | 'symbol.something'
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
  // A list of what is on the sheet, for those who cannot see or reach it
  | 'mirror.title'
  | 'mirror.keys'
  | 'mirror.item'
  | 'mirror.alike'
  | 'mirror.links.one'
  | 'mirror.links.other'
  | 'mirror.link'
  | 'mirror.here'
  | `where.${Where}`
  | 'where.ring'
  | 'where.outside'
  // What the facilitator does while children work (adults)
  | 'adult.hold'
  | 'adult.title'
  | 'round.now'
  | 'round.open'
  | 'round.ask'
  | 'round.yes'
  | 'round.not-yet'
  | 'round.last'
  | 'balance.title'
  | 'balance.nothing'
  | 'balance.who'
  | 'balance.items'
  | 'balance.links'
  | 'balance.stamps'
  | 'balance.strokes'
  | 'dispute.title'
  | 'dispute.who'
  | 'dispute.note'
  | 'dispute.save'
  | 'dispute.settled'
  | 'item.tell'
  | 'tell.of'
  | 'tell.title'
  | 'tell.page'
  | 'tell.words'
  | 'tell.who'
  | 'tell.source'
  | 'tell.save'
  | 'tell.change'
  | 'tell.leave'
  | 'tell.question'
  | 'tell.no-question'
  | 'tell.remove'
  | 'tell.remove.ask'
  | 'tell.remove.no'
  | 'tell.remove.yes'
  | 'tell.translation'
  | 'tell.translated'
  | 'done.told'
  | 'open.told'
  | 'say.title'
  | 'say.text'
  | 'say.language'
  | 'say.is-it'
  | 'say.save'
  | 'say.nothing'
  // Setting the tablet up (adults)
  | 'manners.question'
  | 'manners.question.note'
  | 'manners.sectors'
  | 'manners.sectors.note'
  | `sectors.${'with' | 'without'}`
  | 'manners.person'
  | 'manners.person.note'
  | 'manners.title'
  | 'manners.age'
  | `age.${AgeBand}`
  | `manners.age.${AgeBand}`
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
  | 'hand-over.show'
  | 'hand-over.show.works.one'
  | 'hand-over.show.works.other'
  | 'hand-over.show.none'
  | 'hand-over.show.given'
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
  | 'place.board'
  | 'place.studies'
  | 'place.study'
  | 'place.diary'
  | 'place.withdraw'
  | 'place.safeguarding'
  | 'place.pin'
  | 'place.assent'
  | 'place.offer'
  | 'place.pieces'
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
  | 'sheet.ring'
  | 'sheet.ring-number'
  | 'sheet.wish'
  | 'sheet.dispute'
  // What is counted on a page (adults)
  | 'rail.tools'
  | 'rail.on'
  | 'picked'
  | 'balance.rings'
  | 'adult.asked'
  | 'say.no-names'
  | 'done.put'
  | 'done.moved'
  | 'done.changed'
  | 'done.taken-away'
  | 'done.joined'
  | 'done.one-changed'
  | 'done.one-taken-away'
  | 'done.stamped'
  | 'done.ringed'
  | 'done.undone'
  | 'done.redone'
  | 'mirror.ring'
  | 'mirror.wish'
  | 'measures.title'
  | 'measures.by-type'
  | 'measures.by-contributor'
  | 'measures.by-round'
  | 'measures.stamps'
  | 'measures.relations'
  | 'measures.valences'
  | 'measures.more'
  | 'measures.network'
  | 'measures.note'
  | 'measures.unlinked'
  | 'measures.wishes'
  | 'measures.size'
  | 'measures.mean-ring'
  | 'measures.balance'
  | 'measures.density'
  | 'measures.provider-share'
  // The development gallery
  | 'gallery.title';

/** A ninth of the sheet. */
export const WHERES = [
  'top-left',
  'top',
  'top-right',
  'left',
  'middle',
  'right',
  'bottom-left',
  'bottom',
  'bottom-right',
] as const;
export type Where = (typeof WHERES)[number];

/** What the Spanish tables of each area hold, every language holds. */
type OfAreas = keyof (typeof assent &
  typeof board &
  typeof inventory &
  typeof lock &
  typeof observe &
  typeof safeguarding &
  typeof study &
  typeof withdrawal);

/** Every key. */
export type MessageKey =
  | General
  | OfAreas
  | `area.${Area}`
  | `direction.${Direction}`
  | `feeling.${Feeling}`
  | `panel.${Panel}`
  | `person.${Person}`
  | `question.${Question}`
  | `relation.${Relation}`
  | `round.${Round}`
  | `sector.${Sector}`
  | `spoken.${LabelLanguage}`
  | `tab.${TabName}`
  | `valence.${Valence}`
  | `source.${Source}`
  | `activity.${Activity}`
  | `animal.${Animal}`
  | `brush.${Brush}`
  | `crayon.${Crayon}`
  | `width.${Width}`
  | `hint.${Hint}`
  | `problem.${ProblemCode}`;

/** The words of one language; `{name}` stands for a fact. */
export type Messages = Readonly<Record<MessageKey, string>>;
