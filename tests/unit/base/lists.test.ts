import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';

import { insertedAt, movedAt, replacedAt, withoutAt } from '#base/lists.ts';

const lists = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 9 }).chain((list) =>
  fc.record({
    list: fc.constant(list),
    at: fc.nat(list.length - 1),
    to: fc.nat(list.length - 1),
  }),
);

property.prop([lists])(
  '[D17] what is moved in a list lies where it was moved to, and the others keep their order',
  ({ list, at, to }) => {
    const moved = movedAt(list, at, to - at);

    expect(moved[to]).toBe(list[at]);
    expect(withoutAt(moved, to)).toEqual(withoutAt(list, at));
  },
);

property.prop([lists])(
  '[D17] what was taken out of a list and put back is where it was; what is replaced changes nothing else',
  ({ list, at }) => {
    expect(insertedAt(withoutAt(list, at), at, list[at])).toEqual(list);
    expect(withoutAt(list, at)).not.toContain(list[at]);
    const replaced = replacedAt<number | string>(list, at, 'new');
    expect(replaced[at]).toBe('new');
    expect(withoutAt(replaced, at)).toEqual(withoutAt(list, at));
  },
);
