import type { FormError } from '../../../web/markup/index.ts';
import type { BeginningRefusal, DataFault } from '../../domain/lifecycle/evaluation-refusal.ts';

const SHOWN_PLAN_FAULTS = 20;

/** Why an evaluation can't be begun, as errors of the form: of the plan by line, of the data by row. */
export function errorsOfBeginning(refusal: Exclude<BeginningRefusal, { code: 'not-your-role' }>): readonly FormError[] {
  if (refusal.code === 'too-many-waiting') {
    const text = `${refusal.atMost} evaluations of your organisation are running or waiting. Begin this one when one of them has ended`;
    return [{ field: 'plan', text }];
  }
  if (refusal.code === 'too-much-to-read') {
    const text =
      'The plan and the data could not be read in the time and memory that there is for them. Send fewer rows or columns, or evaluate them with the command line';
    return [{ field: 'cohort', text }];
  }
  const { planFaults, data } = refusal;
  const plan = planFaults
    .slice(0, SHOWN_PLAN_FAULTS)
    .map(({ line, problem, remedy }) => ({ field: 'plan', text: `Plan, line ${line}: ${problem}; ${remedy}` }));
  const more = planFaults.length - plan.length;
  return [
    ...plan,
    ...(more > 0 ? [{ field: 'plan', text: `Plan: ${more} more` }] : []),
    ...(data?.first ?? []).map((fault) => ({ field: fieldOf(fault), text: wordsOf(fault) })),
    ...(data && data.count > data.first.length
      ? [{ field: 'cohort', text: `Data: ${(data.count - data.first.length).toLocaleString('en-GB')} more faults` }]
      : []),
  ];
}

function fieldOf({ file }: DataFault): string {
  return file.startsWith('reoffences') ? 'reoffences' : 'cohort';
}

function wordsOf({ file, row, column, problem, remedy }: DataFault): string {
  const place = row === null ? file : `${file}, row ${row}${column === '' ? '' : `, ${column}`}`;
  return `${place}: ${problem}; ${remedy}`;
}
