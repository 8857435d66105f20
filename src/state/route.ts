/** Which screen is shown, as a hash: works from any folder, from a stick and without a server. */
import { isId, type WorkId } from '#domain/ids.ts';

const PLACES = [
  'welcome',
  'try',
  'practice',
  'manners',
  'hand-over',
  'open',
  'about',
  'gallery',
] as const;
type Place = (typeof PLACES)[number];

export type Route =
  Readonly<{ screen: Place }> | Readonly<{ screen: 'work' | 'finish'; work: WorkId }>;

/** The screen the hash names; the welcome screen when it names none. */
export function parseRoute(hash: string): Route {
  const [screen = '', name = ''] = hash.replace(/^#\/?/, '').split('/');
  if ((screen === 'work' || screen === 'finish') && isId('work', name)) {
    return { screen, work: name };
  }
  const place = PLACES.find((one) => one === screen);
  return { screen: place ?? 'welcome' };
}

/** The hash of a screen. */
export function formatRoute(route: Route): string {
  if ('work' in route) return `#/${route.screen}/${route.work}`;
  return route.screen === 'welcome' ? '#/' : `#/${route.screen}`;
}
