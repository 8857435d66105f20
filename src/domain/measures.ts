/**
 * What can be counted on a page, each measure with its definition. Descriptive only: a map is not to scale,
 * and what is absent is not thereby unimportant. Source of the definitions: method, 9; of network size and
 * balance Samuelsson et al. 1996 and the ecomaps of 816 children (method, S39 and S40).
 */
import type { Contributor } from '#domain/contributor.ts';
import { inOrder } from '#domain/entry.ts';
import type { ItemId } from '#domain/ids.ts';
import {
  ringAt,
  sectorAt,
  panelAt,
  type Panel,
  type RingNumber,
  type Sector,
} from '#domain/ground.ts';
import { distance, PAGE_HEIGHT, PAGE_WIDTH, type Point } from '#domain/page.ts';
import { kindOf } from '#domain/symbol.ts';
import { isEgo, SELF, typeOf, type Item, type Link, type Page } from '#domain/work.ts';

/** How often each of several things was met, by its name, most first, then by name. */
export type Counts = Readonly<Record<string, number>>;

/**
 * What is counted on every page. Oneself in the middle of circles is not counted as a picture; what is not there and
 * is wished for is counted apart. What a child drew counts for its hand and its round, whoever named it.
 */
export type PageMeasures = Readonly<{
  items: number;
  itemsByType: Counts;
  itemsByContributor: Counts;
  itemsByRound: Counts;
  wishes: number;
  wishesByType: Counts;
  stampsByFeeling: Counts;
  links: number;
  linksByRelation: Counts;
  linksByValence: Counts;
  /** Pictures with no link. */
  unlinked: number;
  /** Only of circles of closeness. */
  network?: NetworkMeasures;
}>;

/** What is counted in circles of closeness. Shares and means are from 0 to 1, and 1 to 3; none without alters. */
export type NetworkMeasures = Readonly<{
  /** Alters: all pictures but oneself and what is wished for. */
  size: number;
  /** Mean of the rings of those alters that lie in one; 1 is closest. */
  meanRing: number | undefined;
  /** (support - stress) / size, by the link between oneself and the alter; "both" counts in neither. */
  balance: number | undefined;
  /** Pairs of alters with a link between them, of all pairs: n (n - 1) / 2. Oneself is left out. */
  density: number | undefined;
  /** Alters who provide a service or belong to the programme, of all. */
  providerShare: number | undefined;
}>;

/** Count a page. */
export function measuresOf(page: Page): PageMeasures {
  const put = page.items.filter((item) => !isEgo(item));
  const [items, wishes] = [put.filter(({ wish }) => !wish), put.filter(({ wish }) => wish)];
  const linked = new Set<ItemId>(page.links.flatMap(({ from, to }) => [from, to]));
  return {
    items: items.length,
    itemsByType: counted(items.map(typeOf)),
    itemsByContributor: counted(items.map(({ origin }) => origin.by)),
    itemsByRound: counted(items.map(({ origin }) => origin.round)),
    wishes: wishes.length,
    wishesByType: counted(wishes.map(typeOf)),
    stampsByFeeling: counted(page.stamps.map(({ feeling }) => feeling)),
    links: page.links.length,
    linksByRelation: counted(page.links.flatMap(({ relation }) => relation ?? [])),
    linksByValence: counted(page.links.flatMap(({ valence }) => valence ?? [])),
    unlinked: items.filter(({ id }) => !linked.has(id)).length,
    ...(page.ground?.kind === 'circles' && { network: networkOf(page, items) }),
  };
}

/** How much each child did on a page, of all that shows; poured paint counts as a stroke. */
export type Contributions = Readonly<{
  items: number;
  links: number;
  stamps: number;
  rings: number;
  strokes: number;
}>;

/** What each contributor did that shows, by token, in the order of the tokens; of these also who did nothing. */
export function contributionsOf(
  page: Page,
  among: readonly Contributor[] = [],
): Readonly<Record<string, Contributions>> {
  const { links, stamps, rings, strokes, fills } = page;
  const items = page.items.filter((item) => !isEgo(item));
  const marks = [...items, ...links, ...stamps, ...rings, ...strokes, ...fills];
  const hands = [...among, ...marks.map(({ by }) => by)];
  const rows = [...new Set(hands)].sort().map((by) => {
    const count = (list: readonly Readonly<{ by: string }>[]): number =>
      list.filter((one) => one.by === by).length;
    const drawn = [...strokes.filter(({ line }) => line.tool !== 'rubber'), ...fills];
    return [
      by,
      {
        items: count(items),
        links: count(links),
        stamps: count(stamps),
        rings: count(rings),
        strokes: count(drawn),
      },
    ] as const;
  });
  return Object.fromEntries(rows);
}

/** A picture's box as a share of the page. */
export function sizeShareOf({ size }: Pick<Item, 'size'>): number {
  return (size * size) / (PAGE_WIDTH * PAGE_HEIGHT);
}

/**
 * How far each picture is from home, in page widths: from oneself where one is on the page, else from the
 * house that was put first; nothing where there is neither.
 */
export function distancesFromHome(page: Pick<Page, 'items'>): ReadonlyMap<ItemId, number> {
  const home = homeOn(page);
  if (!home) return new Map();
  return new Map(page.items.map((item) => [item.id, distance(item, home) / PAGE_WIDTH]));
}

/** What a place says on a printed sheet. */
export type Standing = Readonly<{ ring?: RingNumber; sector?: Sector; panel?: Panel }>;

/** Ring and sector, or panel, of a place of the page; nothing on a bare sheet. */
export function standingOf({ ground }: Pick<Page, 'ground'>, at: Point): Standing {
  if (ground?.kind === 'two-panels') return { panel: panelAt(at) };
  if (ground?.kind !== 'circles') return {};
  const ring = ringAt(at);
  return { ...(ring && { ring }), ...(ground.sectors && { sector: sectorAt(at) }) };
}

/** Where a picture stands; oneself in the middle stands nowhere. */
export function standingOfItem(page: Pick<Page, 'ground'>, item: Item): Standing {
  return isEgo(item) ? {} : standingOf(page, item);
}

function homeOn({ items }: Pick<Page, 'items'>): Item | undefined {
  const first = (type: string): Item | undefined =>
    items
      .filter((item) => typeOf(item) === type && !item.wish)
      .sort((a, b) => inOrder(a.origin.order, b.origin.order))[0];
  return first(SELF) ?? first('house');
}

function networkOf({ items: all, links }: Page, alters: readonly Item[]): NetworkMeasures {
  const ego = all.find(isEgo)?.id;
  const size = alters.length;
  const rings = alters.flatMap((alter) => ringAt(alter) ?? []);
  const bonds = alters.flatMap(({ id }) => bondOf(links, ego, id) ?? []);
  const bondsOf = (valence: Link['valence']): number =>
    bonds.filter((bond) => bond.valence === valence).length;
  const provide = alters.filter((alter) =>
    ['provider', 'programme'].includes(kindOf(typeOf(alter)) ?? ''),
  );
  const pairs = (size * (size - 1)) / 2;
  return {
    size,
    meanRing: share(
      rings.reduce<number>((sum, ring) => sum + ring, 0),
      rings.length,
    ),
    balance: share(bondsOf('support') - bondsOf('stress'), size),
    density: share(tiesAmong(links, new Set(alters.map(({ id }) => id))), pairs),
    providerShare: share(provide.length, size),
  };
}

/** The link between oneself and an alter; of several the one that was made last. */
function bondOf(links: readonly Link[], ego: ItemId | undefined, alter: ItemId): Link | undefined {
  return links.findLast(
    ({ from, to }) => (from === ego && to === alter) || (to === ego && from === alter),
  );
}

/** Pairs of alters that know each other, however many links they have. */
function tiesAmong(links: readonly Link[], alters: ReadonlySet<ItemId>): number {
  const pairs = links
    .filter(({ from, to }) => alters.has(from) && alters.has(to))
    .map(({ from, to }) => [from, to].sort().join(' '));
  return new Set(pairs).size;
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return Object.fromEntries(rows);
}
