/** Which screen is shown, as a hash: works from any folder, from a stick and without a server. */
import { isId, type WorkId } from '#domain/ids.ts';

/** Where children are: only what an adult holds and unlocks leads away from there. */
export const CHILDS = ['try', 'practice', 'assent', 'offer', 'pieces'] as const;
const PLACES = [
  ...CHILDS,
  'welcome',
  'board',
  'studies',
  'study',
  'diary',
  'withdraw',
  'safeguarding',
  'pin',
  'manners',
  'hand-over',
  'open',
  'about',
  'gallery',
] as const;
type Place = (typeof PLACES)[number];
type ChildsPlace = (typeof CHILDS)[number];
/** Where a child is with a work of its own. */
export const OF_WORK = ['work', 'finish', 'rest'] as const;

export type Route =
  | Readonly<{ screen: Place }>
  | Readonly<{ screen: (typeof OF_WORK)[number]; work: WorkId }>
  /** A child rests, and goes on where it was. */
  | Readonly<{ screen: 'rest'; from: ChildsPlace }>;

/** The screen the hash names; the welcome screen when it names none. */
export function parseRoute(hash: string): Route {
  const [screen = '', name = ''] = hash.replace(/^#\/?/, '').split('/');
  const ofWork = OF_WORK.find((one) => one === screen);
  if (ofWork && isId('work', name)) return { screen: ofWork, work: name };
  const from = CHILDS.find((one) => one === name);
  if (screen === 'rest' && from) return { screen, from };
  const place = PLACES.find((one) => one === screen);
  return { screen: place ?? 'welcome' };
}

/** Does a child look at this screen? */
export function isChilds({ screen }: Route): boolean {
  return [...OF_WORK, ...CHILDS].some((one) => one === screen);
}

/** What adults may see without the PIN: nothing there is of a child. */
const OPEN: readonly Route['screen'][] = ['welcome', 'about', 'gallery'];

/** Does the PIN guard this screen on its own, wherever somebody came from? */
export function isGuarded(route: Route): boolean {
  return !isChilds(route) && !OPEN.includes(route.screen);
}

/** The hash of a screen. */
export function formatRoute(route: Route): string {
  if ('work' in route) return `#/${route.screen}/${route.work}`;
  if ('from' in route) return `#/${route.screen}/${route.from}`;
  return route.screen === 'welcome' ? '#/' : `#/${route.screen}`;
}
