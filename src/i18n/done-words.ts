/** What was just done, in words, for those who cannot see it. */
import type { Done } from '#editing/tool.ts';
import { tFeeling, tItem } from '#i18n/picture-words.ts';
import { tPlace } from '#i18n/places.ts';
import { t } from '#i18n/translate.svelte.ts';

/** The words; of lines none, which only the hand that draws them can follow. */
export function tDone({ op, before, after }: Done, own: readonly string[]): string {
  const items = [...after.items, ...before.items];
  const nameOf = (id: string): string => {
    const item = items.find((one) => one.id === id);
    return item ? tItem(item, own) : '';
  };
  switch (op.kind) {
    case 'item/put':
      return t('done.put', { name: nameOf(op.item), where: tPlace(after, op) });
    case 'item/set': {
      const name = nameOf(op.item);
      if (op.gone) return t('done.taken-away', { name });
      if (op.place) return t('done.moved', { name, where: tPlace(after, op.place) });
      return t('done.changed', { name });
    }
    case 'link/add':
      return t('done.joined', { from: nameOf(op.from), to: nameOf(op.to) });
    case 'link/set':
    case 'ring/set':
    case 'stamp/set':
      return t(op.gone ? 'done.one-taken-away' : 'done.one-changed');
    case 'stamp/add':
      return t('done.stamped', { name: nameOf(op.item), feeling: tFeeling(op.feeling) });
    case 'ring/add':
      return t('done.ringed', { names: op.items.map(nameOf).join(', ') });
    case 'quote/add':
    case 'quote/set':
      return t('done.told');
    case 'undo':
      return t('done.undone');
    case 'redo':
      return t('done.redone');
    default:
      return '';
  }
}
