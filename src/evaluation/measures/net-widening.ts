/**
 * Net-widening: would this person have been dealt with at all without the scheme? What is counted is said in
 * `header`.
 */
import { groupsOf } from '../domain/cohort/groups.ts';
import type { StudyCohort } from '../domain/cohort/study-row.ts';
import type { Measured, MeasureHeader } from '../domain/measured.ts';
import { sentence } from '../domain/disclosure/sentence.ts';
import { countFigure } from './figures/count-figure.ts';
import { shareFigure } from './figures/share-figure.ts';
import type { MeasureOptions } from './measure-options.ts';

const header: MeasureHeader = {
  title: 'Net-widening',
  numerator:
    'People diverted against whom no further action would have been taken without the scheme, by the officer’s word.',
  denominator: 'People diverted of whom that word is recorded.',
  clock: 'None: the word is given at the offer.',
  window: 'None.',
  base: 'The diverted, being those who started.',
  censoring: 'Those without the officer’s word are left out of the share and shown.',
  method: 'Share with Wilson’s 95% interval.',
  source:
    'Transform’s principles ask that it be avoided; New South Wales saw it (Audit Office of New South Wales). The question to the officer is assumed.',
};

const WITHOUT = ['prosecution', 'caution', 'penalty-notice', 'community-resolution', 'no-further-action'] as const;

/** What would have been done with those diverted, and of how many it is not recorded, for each group. */
export function netWidening({ rows }: StudyCohort, { by }: MeasureOptions = {}): Measured {
  const diverted = rows.filter(({ startedOn }) => startedOn !== null);
  const figures = groupsOf(diverted, by).flatMap(({ of, rows }) => {
    const known = rows.filter(({ withoutTheScheme }) => withoutTheScheme !== null);
    return [
      ...WITHOUT.toReversed().map((what) => {
        const count = known.filter(({ withoutTheScheme }) => withoutTheScheme === what).length;
        return shareFigure({ of, what: `without the scheme: ${what}`, count, n: known.length });
      }),
      countFigure({ of, what: 'not recorded', count: rows.length - known.length, n: rows.length }),
    ];
  });
  const warnings = [
    sentence`The officer’s word is given by somebody who knows of the scheme, and may lean either way.`,
  ];
  const words = WITHOUT.map((what) => ({ what: `without the scheme: ${what}`, part: 'count' as const }));
  const sums = [{ whole: { what: `without the scheme: ${WITHOUT[0]}`, part: 'n' as const }, parts: words }];
  return { measure: 'net-widening', header, figures, warnings, sums };
}
