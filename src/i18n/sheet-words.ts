/** The words that go onto handed-over sheets and into the file: Spanish first, English beside it. */
import type { PaletteSymbol } from '#domain/palette.ts';
import { PALETTE } from '#domain/palette.ts';
import type { Activity } from '#domain/work.ts';
import { said, wordsOf } from '#i18n/translate.svelte.ts';

/** What stands at the foot of every sheet. */
export type SheetFoot = Readonly<{ study: string; month: string; version: string }>;

/** The words of a handed-over session; the shape state/hand-over.ts asks for. */
export type SheetWords = Readonly<{
  sheet: (
    activity: Activity,
    pageNumber: number,
  ) => Readonly<{
    title: string;
    foot: string;
    blank: string;
    links: string;
    labelOf: (symbol: string) => Readonly<{ main: string; second: string }>;
  }>;
  symbol: (symbol: string) => Readonly<Record<string, string>>;
}>;

/** The words, with this line at the foot; pictures the children drew are called by their number. */
export async function sheetWords(foot: SheetFoot, own: readonly string[]): Promise<SheetWords> {
  const [es, en] = await Promise.all([wordsOf('es-PE'), wordsOf('en')]);
  const labels = (symbol: string): { es: string; en: string } => {
    if (isInPalette(symbol)) return { es: es[`symbol.${symbol}`], en: en[`symbol.${symbol}`] };
    const number = own.indexOf(symbol) + 1;
    if (number === 0) return { es: symbol, en: symbol };
    return { es: said(es, 'symbol.own', { number }), en: said(en, 'symbol.own', { number }) };
  };
  return {
    symbol: labels,
    sheet: (activity, number) => ({
      title: said(es, 'sheet.title', { activity: es[`activity.${activity}`], number }),
      foot: said(es, 'sheet.foot', foot),
      blank: es['sheet.blank'],
      links: es['sheet.link'],
      labelOf: (symbol) => ({ main: labels(symbol).es, second: labels(symbol).en }),
    }),
  };
}

function isInPalette(symbol: string): symbol is PaletteSymbol {
  return PALETTE.some((one) => one === symbol);
}
