/** What adults write down of what is told: each an operation, or nothing when it is no news. */
import type { Contributor } from '#domain/contributor.ts';
import type { PageId, QuoteId } from '#domain/ids.ts';
import type { About, AddQuote, Operation, SetQuote, Source, Wording } from '#domain/operation.ts';
import type { Quote } from '#domain/work.ts';

/** What somebody tells, and how it is known. */
export type Told = Readonly<{
  about: About;
  speaker: Contributor;
  source: Source;
  wording: Wording;
  /** The prompt that was asked before, where one was. */
  prompt?: string;
}>;

/** Write it down; nothing without words. */
export function told(
  names: Readonly<{ quote: QuoteId; page: PageId }>,
  what: Told,
): AddQuote | undefined {
  if (what.wording.text === '') return undefined;
  return { kind: 'quote/add', ...names, ...what };
}

/** What is said anew of what was told; a prompt without a name: it answers none. */
export type Retold = Pick<SetQuote, 'speaker' | 'source' | 'prompt' | 'translation'> &
  Readonly<{ wording: Wording }>;

/** Correct what was written down, or say it in another language beside it. Without words it is gone. */
export function retold(
  { id, speaker, source, wording, prompt = '', translation }: Quote,
  next: Retold,
): SetQuote | undefined {
  if (next.wording.text === '') return { kind: 'quote/set', quote: id, gone: true };
  const before = translation ?? { text: '', language: next.translation?.language };
  const said = {
    ...(next.speaker !== undefined && next.speaker !== speaker && { speaker: next.speaker }),
    ...(next.source !== undefined && next.source !== source && { source: next.source }),
    ...(next.prompt !== undefined && next.prompt !== prompt && { prompt: next.prompt }),
    ...(!isAlike(wording, next.wording) && { wording: next.wording }),
    ...(next.translation &&
      !isAlike(before, next.translation) && { translation: next.translation }),
  };
  return Object.keys(said).length === 0 ? undefined : { kind: 'quote/set', quote: id, ...said };
}

/** Does it change only what was told, or what a thing is called? */
export function isTelling(operation: Operation): boolean {
  switch (operation.kind) {
    case 'quote/add':
    case 'quote/set':
      return true;
    case 'item/set':
    case 'ring/set':
      return Object.keys(operation).every((field) => ONLY_CALLED.includes(field));
    default:
      return false;
  }
}

/** What an operation says that only gives a thing its name. */
const ONLY_CALLED = ['kind', 'item', 'ring', 'label'];

function isAlike(a: Readonly<{ text: string; language: unknown }>, b: Wording): boolean {
  return a.text === b.text && a.language === b.language;
}
