/** The words that go onto handed-over sheets and into the file: Spanish first, English beside it. */
import type { Area } from '#domain/crayon.ts';
import type { Ground } from '#domain/ground.ts';
import type { Standing } from '#domain/measures.ts';
import { LABEL_LANGUAGES } from '#domain/operation.ts';
import { RELATIONS, QUESTIONS } from '#domain/study.ts';
import { inLanguage, type PackActivity } from '#domain/study-pack.ts';
import { DRAWN, typeOf, type Activity, type Item, type Link, type Ring } from '#domain/work.ts';
import type { Messages } from '#i18n/messages.ts';
import { wordFor, type LocalWords } from '#i18n/vocabulary.ts';
import { said, wordsOf } from '#i18n/words.ts';
import { isSymbol } from '#domain/symbol.ts';

/** What stands at the foot of every sheet. */
export type SheetFoot = Readonly<{ study: string; month: string; version: string }>;

/** What a study says in its own words: what it calls pictures, and what it asks. */
export type OwnWords = Readonly<{
  words: LocalWords;
  activities: readonly Pick<PackActivity, 'activity' | 'prompts'>[];
}>;

type Two = Readonly<{ main: string; second: string }>;

/** The words of a handed-over session; the shape state/hand-over.ts asks for. */
export type SheetWords = Readonly<{
  sheet: (
    facts: Readonly<{
      activity: Activity;
      number: number;
      ground: Ground | undefined;
      removed: number;
    }>,
  ) => Readonly<{
    title: string;
    question: string;
    foot: string;
    blank: string;
    itemOf: (item: Item, standing: Standing) => Two;
    linkOf: (link: Link) => Two;
    ringOf: (ring: Ring) => string;
    areaOf: (area: Area) => string;
  }>;
  symbol: (symbol: string) => Readonly<Record<string, string>>;
}>;

/**
 * The words of a study, with this line at the foot; pictures the children drew are called by their number. The
 * study's own words win over ours.
 */
export async function sheetWords(
  foot: SheetFoot,
  own: readonly string[],
  study: OwnWords,
): Promise<SheetWords> {
  const [es, en] = await Promise.all([wordsOf('es-PE'), wordsOf('en')]);
  const speaker = {
    es: new SheetSpeaker(es, 'es', own, study),
    en: new SheetSpeaker(en, 'en', own, study),
  };
  return {
    symbol: (symbol) =>
      isSymbol(symbol)
        ? wordsInFile(symbol, study.words)
        : { es: speaker.es.pictureWord(symbol), en: speaker.en.pictureWord(symbol) },
    sheet: ({ activity, number, ground, removed }) => ({
      title: said(es, 'sheet.title', { activity: es[`activity.${activity}`], number }),
      question: speaker.es.question(ground),
      foot: footOf(es, foot, removed),
      blank: es['sheet.blank'],
      itemOf: (item, standing) => {
        const main = item.label?.text ?? speaker.es.pictureWord(item.symbol);
        const type = speaker[item.label ? 'es' : 'en'].pictureWord(typeOf(item));
        const more = speaker.es.remarks(item, standing);
        return { main, second: [type, ...more].join(' · ') };
      },
      linkOf: (link) => ({ main: speaker.es.bond(link), second: speaker.en.bond(link) }),
      ringOf: ({ label }) => label?.text ?? es['sheet.ring'],
      areaOf: (area) => es[`area.${area}`],
    }),
  };
}

/** The foot; of a work from which something was withdrawn it says so. */
function footOf(words: Messages, foot: SheetFoot, removed: number): string {
  const line = said(words, 'sheet.foot', foot);
  return removed > 0 ? `${line} · ${said(words, 'withdrawal.on-sheet', { count: removed })}` : line;
}

/** Every language in which the picture has a word of its own. */
function wordsInFile(symbol: string, local: LocalWords): Readonly<Record<string, string>> {
  const rows = LABEL_LANGUAGES.map(
    (language) => [language, wordFor(symbol, language, { local })] as const,
  );
  const own = rows.filter(([language, word]) => word.language === language);
  return Object.fromEntries(own.map(([language, { text }]) => [language, text]));
}

/** Says what stands on a sheet in one language. */
class SheetSpeaker {
  readonly #words: Messages;
  readonly #language: 'es' | 'en';
  readonly #own: readonly string[];
  readonly #study: OwnWords;

  constructor(words: Messages, language: 'es' | 'en', own: readonly string[], study: OwnWords) {
    this.#words = words;
    this.#language = language;
    this.#own = own;
    this.#study = study;
  }

  pictureWord(symbol: string): string {
    const number = this.#own.indexOf(symbol) + 1;
    if (number > 0) return said(this.#words, 'symbol.own', { number });
    if (symbol === DRAWN) return this.#words['symbol.drawn'];
    if (symbol === 'something') return this.#words['symbol.something'];
    return wordFor(symbol, this.#language, { local: this.#study.words }).text;
  }

  question(ground: Ground | undefined): string {
    if (ground?.kind === 'two-panels') return this.#words[`person.${ground.person}`];
    return ground?.kind === 'circles' ? this.#asked(ground.question) : '';
  }

  /** What the children were asked, in the study's words; one that nobody here knows stays unsaid. */
  #asked(question: string): string {
    const prompt = this.#study.activities
      .filter(({ activity }) => activity === 'circles')
      .flatMap(({ prompts }) => prompts)
      .find(({ id }) => id === question);
    const told = prompt && inLanguage(prompt.words, this.#language);
    const ours = QUESTIONS.find((one) => one === question);
    return told?.text ?? (ours ? this.#words[`question.${ours}`] : '');
  }

  remarks({ wish, dispute }: Item, { ring, sector, panel }: Standing): string[] {
    const words = this.#words;
    return [
      ...(ring ? [said(words, 'sheet.ring-number', { ring })] : []),
      ...(sector ? [words[`sector.${sector}`]] : []),
      ...(panel ? [words[`panel.${panel}`]] : []),
      ...(wish ? [words['sheet.wish']] : []),
      ...(dispute ? [said(words, 'sheet.dispute', { who: dispute.between.join(', ') })] : []),
    ];
  }

  bond({ relation, valence }: Link): string {
    const words = this.#words;
    const known = RELATIONS.find((one) => one === relation);
    const kind = known ? words[`relation.${known}`] : (relation ?? words['sheet.link']);
    return valence ? `${kind} · ${words[`valence.${valence}`]}` : kind;
  }
}
