/** Where on the sheet something is, in words: a ninth of the sheet, or ring and sector, or panel. */
import { standingOf } from '#domain/measures.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import type { Page } from '#domain/work.ts';
import { WHERES, type Where } from '#i18n/messages.ts';
import { t } from '#i18n/translate.svelte.ts';

/** The words for a place of the page. */
export function tPlace(page: Pick<Page, 'ground'>, at: Point): string {
  const { ring, sector, panel } = standingOf(page, at);
  const ninth = t(`where.${whereOf(at)}`);
  if (panel) return `${t(`panel.${panel}`)}, ${ninth}`;
  if (page.ground?.kind !== 'circles') return ninth;
  const circle = ring ? t('where.ring', { ring }) : t('where.outside');
  return sector ? `${circle}, ${t(`sector.${sector}`)}` : `${circle}, ${ninth}`;
}

/** The ninth of the sheet a place lies in. */
export function whereOf({ x, y }: Point): Where {
  const third = (value: number, whole: number): number =>
    Math.min(Math.floor((value * 3) / whole), 2);
  return WHERES[third(y, PAGE_HEIGHT) * 3 + third(x, PAGE_WIDTH)] ?? 'middle';
}
