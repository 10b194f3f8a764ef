import type { Check } from './check.ts';

/** Entries of standing follow one another in time: one a day, the earliest first. */
export const standingIsInOrder: Check = ({ standing = [] }) =>
  standing.flatMap((entry, index) => {
    const before = standing[index - 1]?.from;
    if (entry?.from === undefined || before === undefined || before < entry.from) return [];
    return [
      {
        path: ['standing', index, 'from'],
        problem:
          before === entry.from
            ? `${entry.from} is the day of the entry before as well`
            : `${entry.from} comes before ${before}, the day of the entry above it`,
        remedy:
          before === entry.from ? 'keep one entry a day' : 'put the entries in order of their days, earliest first',
      },
    ];
  });
