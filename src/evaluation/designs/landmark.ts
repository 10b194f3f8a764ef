import { addDays } from '../../shared/calendar-day.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { count, sentence, setNumber } from '../domain/disclosure/sentence.ts';
import { covariateColumns } from './covariate-columns.ts';
import { codesOf, rowsAt, type ComparedRows } from './effects/compared-rows.ts';
import { findingOn, SCALES } from './effects/outcome-effects.ts';
import type { Finding } from './finding.ts';
import { isOfReoffending, outcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import type { Subject } from './study-sample.ts';

/** Days after the index day at which who has had the scheme is looked at, where the plan says none: assumed. */
const LANDMARK_DAYS = 90;

/**
 * What is seen where everybody is sorted on one day, whatever happens later: those who had the step by then beside those
 * who had not, all still followed and without a reoffence, and only what comes after that day is counted. So nobody is
 * given the time that it took to get so far. It does away with immortal time, and not with who is chosen to go on.
 *
 * Source: J. Anderson, K. Cain and R. Gelber, Analysis of survival by tumor response, Journal of Clinical Oncology 1,
 * 1983, 710-719. Covariates are allowed for by regression, among those of whom they are recorded.
 */
export function landmarkFindings(plan: Plan, subjects: readonly Subject[]): Finding[] {
  const { received = 'offered', landmarkDays = LANDMARK_DAYS } = plan.comparison;
  const { primary: outcome } = plan.outcomes;
  if (!isOfReoffending(outcome)) return [];
  const values = outcomeValues(subjects, outcome);
  const { columns } = covariateColumns(subjects, plan.covariates);
  const all: ComparedRows = {
    treated: Uint8Array.from(subjects, ({ row }) => {
      const on = row[`${received}On`];
      return Number(on !== null && on <= addDays(row.indexedOn, landmarkDays));
    }),
    value: values.value,
    days: values.days.map((days) => days - landmarkDays),
    covariates: columns,
    stratum: null,
    cluster: plan.cohort.indexEvent === 'every' ? codesOf(subjects.map(({ row }) => row.person)) : null,
  };
  const isThere = (at: number) => (values.days[at] ?? 0) > landmarkDays && !Number.isNaN(values.value[at]);
  const isComplete = (at: number) => columns.every((column) => !Number.isNaN(column.values[at]));
  const places = [...subjects.keys()].filter((at) => isThere(at) && isComplete(at));
  const gone = [...subjects.keys()].filter((at) => !Number.isNaN(values.value[at]) && !isThere(at)).length;
  const [scale] = SCALES[values.kind];
  return [
    findingOn({
      id: `supporting:landmark:${outcomeInWords(outcome)}:${scale}`,
      role: 'supporting',
      label: `Landmark at ${landmarkDays} days: ${outcomeInWords(outcome).toLowerCase()}`,
      outcome,
      kind: values.kind,
      scale,
      rows: rowsAt(all, places),
      names: [`people who had ${received} by day ${landmarkDays}`, 'people who had not by then'],
      notes: [
        sentence`Of those without a reoffence on day ${setNumber(landmarkDays)}; ${count(gone)} are left out who had one, or died, before`,
      ],
    }),
  ];
}
