/** What a work of the session is called on the board. */
import type { WorkOfSession } from '#domain/session.ts';
import { t, tNumber } from '#i18n/adult.svelte.ts';

/** Its activity; numbered where the same children made several of that. */
export function workCalled(work: WorkOfSession, works: readonly WorkOfSession[]): string {
  const name = t(`activity.${work.activity}`);
  const alike = works.filter(
    ({ activity, members }) => activity === work.activity && members.join() === work.members.join(),
  );
  return alike.length > 1 ? `${name} ${tNumber(alike.indexOf(work) + 1)}` : name;
}
