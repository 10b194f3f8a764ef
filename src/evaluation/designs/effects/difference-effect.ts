import { ok, refuse, type Result } from '../../../shared/result.ts';
import {
  agreeingP,
  chiSquaredTest,
  clusteredCovariance,
  fisherExactTest,
  leastSquares,
  newcombeP,
  normal,
  riskDifference,
  robustCovariance,
  studentT,
  termOf,
  type LinearFit,
} from '../../../statistics/index.ts';
import { refusalInWords } from '../../domain/disclosure/refusal-in-words.ts';
import { sentence, type Counted, type Sentence } from '../../domain/disclosure/sentence.ts';
import { sidesOf, type ComparedRows, type FoundEffect } from './compared-rows.ts';
import { stratumColumns, usableColumns } from './usable-columns.ts';

const FEW_ROWS = 250;
const FEWEST_EXPECTED = 5;

/**
 * The difference in risk or in mean of those with the scheme less those without. With nothing to allow for and no
 * clusters, risks by Newcombe's interval with the chi-squared test (Fisher's where fewer than 5 are expected in a cell;
 * the interval's own p where the two would fall on different sides of 0.05);
 * else the coefficient of a linear regression on the scheme, the strata and the covariates, its errors robust: by
 * cluster where there are any, HC3 below 250 rows (Long and Ervin 2000), HC1 above. Refusals are in words.
 */
export function differenceEffect(rows: ComparedRows, kind: 'risk' | 'mean'): Result<FoundEffect, Sentence> {
  const columns = [...stratumColumns(rows.stratum), ...rows.covariates];
  const isPlain = columns.length === 0 && rows.cluster === null;
  return isPlain && kind === 'risk' ? plainRisks(rows) : byRegression(rows);
}

function plainRisks(rows: ComparedRows): Result<FoundEffect, Sentence> {
  const { withScheme, without } = sidesOf(rows);
  const difference = riskDifference(withScheme, without);
  if (!difference.ok) return refuse(refusalInWords(difference.refusal));
  const { estimate: value, low, high } = difference.value;
  const test = testOf(withScheme, without);
  const p =
    test.p === null
      ? null
      : agreeingP({
          p: test.p,
          interval: { low, high },
          level: 0.95,
          tested: 0,
          pOfInterval: () => newcombeP(withScheme, without),
        });
  const by = p === test.p ? test.name : `the interval, against which ${test.name} speaks`;
  const standardError = Math.sqrt(varianceOf(withScheme) + varianceOf(without));
  return ok({
    estimate: { value, low, high, standardError, p },
    method: sentence`Difference of two proportions, Newcombe 95% interval; p by ${by}`,
    notes: [],
  });
}

interface Side {
  readonly n: number;
  readonly events: number;
}

function testOf(one: Side, other: Side): { readonly p: number | null; readonly name: string } {
  const n = one.n + other.n;
  const events = one.events + other.events;
  const leastExpected = (Math.min(one.n, other.n) * Math.min(events, n - events)) / n;
  const table = [
    [one.events, one.n - one.events],
    [other.events, other.n - other.events],
  ] as const;
  if (leastExpected < FEWEST_EXPECTED) {
    const exact = fisherExactTest(one, other);
    return { p: exact.ok ? exact.value.p : null, name: 'Fisher’s exact test' };
  }
  const test = chiSquaredTest(table);
  return { p: test.ok ? test.value.p : null, name: 'the chi-squared test' };
}

function varianceOf({ n, events }: Side): number {
  return (events * (n - events)) / n ** 3;
}

function byRegression(rows: ComparedRows): Result<FoundEffect, Sentence> {
  const treated = { name: 'the scheme', values: rows.treated };
  const usable = usableColumns([treated, ...stratumColumns(rows.stratum), ...rows.covariates], null);
  if (usable.columns[0] !== treated) return refuse(sentence`Everybody is on one side, so there is nothing to compare.`);
  const fit = leastSquares({ outcome: rows.value, covariates: usable.columns });
  if (!fit.ok) return refuse(refusalInWords(fit.refusal));
  const errors = errorsOf(fit.value, rows.cluster);
  if (!errors.ok) return errors;
  const { covariance, reference, name } = errors.value;
  const p = fit.value.names.length;
  const standardError = Math.sqrt(covariance[p + 1] ?? Number.NaN);
  if (!(standardError > 0))
    return refuse(sentence`The outcome does not vary, so chance has nothing to be measured by.`);
  const term = termOf(fit.value.coefficients[1] ?? Number.NaN, standardError, { reference });
  const allowedFor = [
    ...(rows.stratum === null ? [] : ['strata']),
    ...(rows.covariates.length > 0 ? ['covariates'] : []),
  ];
  const allowing = allowedFor.length === 0 ? '' : ` allowing for ${allowedFor.join(' and ')}`;
  return ok({
    estimate: { value: term.coefficient, low: term.low, high: term.high, standardError, p: term.p },
    method: sentence`Linear regression${allowing}, ${name}`,
    notes: usable.notes,
  });
}

function errorsOf(fit: LinearFit, cluster: Int32Array | null) {
  if (cluster === null) {
    const kind = fit.residuals.length < FEW_ROWS ? 'hc3' : 'hc1';
    const reference = studentT(Math.max(1, fit.degreesOfFreedom));
    const name = sentence`${kind.toUpperCase()} robust errors`;
    return ok({ covariance: robustCovariance(fit, kind), reference, name });
  }
  const clustered = clusteredCovariance(fit, cluster);
  if (!clustered.ok) return refuse(refusalInWords(clustered.refusal));
  const { covariance, clusters } = clustered.value;
  const reference = clusters > FEW_ROWS ? normal : studentT(clusters - 1);
  return ok({ covariance, reference, name: sentence`errors robust to ${clustersInWords(clusters)}clusters` });
}

/** How many clusters there are differs from analysis to analysis by a person or two: boards are not told. */
function clustersInWords(clusters: number): Counted {
  return { counts: [clusters], written: `${clusters.toLocaleString('en-GB')} `, forBoards: '' };
}
