import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/matching/expected.json' with { type: 'json' };
import { leastSquares } from '../linear-models/least-squares.ts';
import { balance } from '../weighting/balance.ts';
import { effectiveSampleSize } from '../weighting/effective-sample-size.ts';
import { propensityModel } from '../weighting/propensity-model.ts';
import { propensityWeights } from '../weighting/propensity-weights.ts';
import { weightedEffect } from '../weighting/weighted-effect.ts';
import { caliperWidth } from './caliper-width.ts';
import { nearestNeighbourMatching } from './nearest-neighbour-matching.ts';

const folder = new URL('../../../../shared/data/lalonde/', import.meta.url);

function valueOf<T>(
  answer:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

interface Answers {
  readonly lalonde_matchit: {
    readonly ps_logit_coef: { readonly [name: string]: number };
    readonly ps_first10: readonly number[];
    readonly ols_adjusted: { readonly treat: number };
    readonly ipw_att: number;
    readonly ipw_ate_hajek: number;
    readonly smd_unadjusted_treated_sd: { readonly [name: string]: number };
    readonly smd_ipw_att: { readonly [name: string]: number };
    readonly ess_control_att: number;
  };
}

// The file lies beside the project, not in it; everything it shows is shown elsewhere on data of the project's own.
describe.skipIf(!existsSync(new URL('MatchIt_lalonde.csv', folder)))('the LaLonde data', () => {
  const [header = '', ...lines] = existsSync(new URL('MatchIt_lalonde.csv', folder))
    ? readFileSync(new URL('MatchIt_lalonde.csv', folder), 'utf8').trim().split('\n')
    : [''];
  const rows = lines.map((line) => line.split(','));
  const at = (name: string) => header.split(',').indexOf(name);
  const numbers = (name: string) => rows.map((row) => Number(row[at(name)]));
  const isRace = (race: string) => ({
    name: `race${race}`,
    values: rows.map((row) => Number(row[at('race')] === race)),
  });
  const column = (name: string) => ({ name, values: numbers(name) });
  const covariates = [
    column('age'),
    column('educ'),
    isRace('hispan'),
    isRace('white'),
    ...['married', 'nodegree', 're74', 're75'].map(column),
  ];
  const treated = rows.length === 0 ? [] : numbers('treat');
  const theirs = existsSync(folder)
    ? (JSON.parse(readFileSync(new URL('expected_results_R.json', folder), 'utf8')) as Answers).lalonde_matchit
    : ({} as Answers['lalonde_matchit']);
  const task = { outcome: rows.length === 0 ? [] : numbers('re78'), treated, covariates };

  /** The scores of the answers are those at which `glm` stops of itself, up to 1e-8 short of the most likely ones. */
  const agree = (ours: number | null, value: number | undefined) => {
    expect(Math.abs((ours ?? Number.NaN) / value! - 1)).toBeLessThan(2e-8);
  };

  test('have the propensity scores of glm', () => {
    const { scores, coefficients, names } = valueOf(propensityModel(covariates, treated));
    for (const [place, name] of names.entries()) {
      agree(coefficients[place]!, theirs.ps_logit_coef[name]);
    }
    for (const [place, score] of theirs.ps_first10.entries()) agree(scores[place]!, score);
  });

  test('have the effects by weighting and by regression', () => {
    agree(valueOf(weightedEffect(task, 'treated')).effect.coefficient, theirs.ipw_att);
    agree(valueOf(weightedEffect(task, 'everybody')).effect.coefficient, theirs.ipw_ate_hajek);
    const fit = valueOf(
      leastSquares({ outcome: task.outcome, covariates: [{ name: 'treat', values: treated }, ...covariates] }),
    );
    agree(fit.coefficients[1]!, theirs.ols_adjusted.treat);
  });

  test('have the balance before and after weighting, and the effective sample size', () => {
    const { scores } = valueOf(propensityModel(covariates, treated));
    const weights = valueOf(propensityWeights(scores, treated, 'treated'));
    const rowsOfBalance = valueOf(
      balance({ covariates: [isRace('black'), ...covariates], treated, weights, binaryVariance: 'of-sample' }),
    );
    for (const { name, before, after } of rowsOfBalance) {
      agree(before.standardisedDifference, theirs.smd_unadjusted_treated_sd[name]);
      // Differences near zero: what is left of larger numbers.
      expect(Math.abs(after.standardisedDifference! - theirs.smd_ipw_att[name]!)).toBeLessThan(2e-8);
    }
    agree(effectiveSampleSize(weights.filter((_, row) => treated[row] === 0)), theirs.ess_control_att);
  });

  test.each([
    { name: 'plain', on: 'scores', deviations: Infinity },
    { name: 'caliper', on: 'scores', deviations: 0.2 },
    { name: 'caliperOnLogit', on: 'logits', deviations: 0.2 },
    { name: 'exactRace', on: 'scores', deviations: 0.2 },
  ] as const)('are matched as MatchIt matches them on whole numbers: $name', ({ name, on, deviations }) => {
    const scores = valueOf(propensityModel(covariates, treated))[on];
    const races = new Map([...new Set(rows.map((row) => row[at('race')]))].map((race, place) => [race, place]));
    const { controlRows } = valueOf(
      nearestNeighbourMatching({
        scores: scores.map((score) => Math.round(1e6 * score)),
        treated,
        caliper: deviations === Infinity ? Infinity : 1e6 * caliperWidth(scores, deviations),
        ...(name === 'exactRace' ? { strata: rows.map((row) => races.get(row[at('race')])!) } : {}),
      }),
    );
    expect([...controlRows]).toEqual(expected.lalonde[name]);
  });
});
