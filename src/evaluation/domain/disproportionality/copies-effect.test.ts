import { describe, expect, test } from 'vitest';
import { copiesEffect } from './copies-effect.ts';
import type { Population } from './population.ts';
import type { SearchCount } from './search-count.ts';

const RESIDENTS: Population = {
  forces: ['durham'],
  ethnicity: { White: 10_000, Black: 1000, Asian: 300, Mixed: 200, Other: 100 },
  age: null,
  caution: null,
  source: 'made up',
};
const searches = (selfDefined: string, counts: Pick<SearchCount, 'count' | 'copies' | 'likeAnother'>): SearchCount => ({
  ...{ object: 'drugs', selfDefined, officerDefined: null, sex: 'male', age: '18-24' },
  ...{ outcome: 'no further action', found: 'no', ...counts },
});

describe('Copies', () => {
  test('move a relative rate where one group has more of them, and both other figures are told', () => {
    const effect = copiesEffect(
      [
        searches('W1', { count: 100, copies: 0, likeAnother: 50 }),
        searches('B1', { count: 20, copies: 20, likeAnother: 0 }),
      ],
      RESIDENTS,
    );
    expect(effect).toMatchObject({ copies: 20, likeAnother: 50 });
    const moved = effect.moved.filter(({ grouping, group }) => grouping === 'ethnicity' && group === 'Black');
    expect(moved).toEqual([
      {
        ...{ grouping: 'ethnicity', step: 'searched', group: 'Black', reference: 'White' },
        // 20 of 1,000 against 100 of 10,000; 40 against 100; 20 against 50
        ...{ relative: 2, withCopies: 4, withoutLike: 4 },
      },
    ]);
  });

  test('are counted and move nothing where all groups have them alike', () => {
    const alike = [
      searches('W1', { count: 100, copies: 50, likeAnother: 10 }),
      searches('B1', { count: 20, copies: 10, likeAnother: 2 }),
    ];
    expect(copiesEffect(alike, RESIDENTS)).toEqual({ copies: 60, likeAnother: 12, moved: [] });
  });

  test('are none where none were counted', () => {
    expect(copiesEffect([searches('W1', { count: 9 })], RESIDENTS)).toEqual({ copies: 0, likeAnother: 0, moved: [] });
  });
});
