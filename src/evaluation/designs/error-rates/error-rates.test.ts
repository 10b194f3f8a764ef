import { describe, expect, test } from 'vitest';
import type { Plan } from '../../domain/plan/plan-document.ts';
import { META_ANALYSES, USUAL_META_ANALYSIS } from '../../domain/plan/plan-words.ts';
import { keysIn } from '../../../shared/tables.ts';
import { examplePlan } from '../example-plan.test-support.ts';
import { errorRatesInWords, errorsOfForces } from './error-rates.ts';
import designs from './designs.json' with { type: 'json' };
import forces from './forces.json' with { type: 'json' };

const names = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}-${at}`).join(', ');

function planOf(withScheme: number, without: number, more = ''): Plan {
  return examplePlan({
    comparison: `{ design: natural-experiment, diversionForces: [${names(withScheme, 'one')}], comparisonForces: [${names(without, 'other')}]${more} }`,
    outcomes: '{ primary: { measure: time-to-reoffence, months: 12 } }',
  });
}

/** Above this share of false positives chance in so many runs, of a true 5 of 100, would come once in 1,000 settings. */
const bound = (runs: number) => 0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / runs);

describe('what was measured of natural experiments', () => {
  test('was measured with every way of putting forces together, by many runs', () => {
    expect(forces.runs).toBeGreaterThanOrEqual(400);
    for (const { rates } of forces.settings) {
      expect(Object.keys(rates)).toEqual(expect.arrayContaining([...keysIn(META_ANALYSES)]));
    }
  });

  test('holds the usual way to 5 of 100 with every number of forces and at every spread', () => {
    for (const { withScheme, without, spread, rates } of forces.settings) {
      const { answered, falsePositives } = rates[USUAL_META_ANALYSIS];
      const where = `${withScheme} against ${without}, spread ${spread}`;
      // REML does not settle in one draw of some hundreds, and the study is refused.
      expect(answered, where).toBeGreaterThanOrEqual(0.99 * forces.runs);
      expect(falsePositives / answered, where).toBeLessThan(bound(answered));
    }
  });

  test('shows what is wrong with taking comparison forces to be alike', () => {
    const errors = errorsOfForces('diversion-forces-alone', [4, 4]);
    expect(errors?.most).toBeGreaterThan(0.15);
  });
});

describe('the sentence of a report', () => {
  test('says the figures of as many forces as there are', () => {
    const said = errorRatesInWords(planOf(4, 4));
    const errors = errorsOfForces(USUAL_META_ANALYSIS, [4, 4]);
    expect(said).toContain('with 4 forces with a scheme and 4 without, as here');
    expect(said).toContain(`${(100 * (errors?.most ?? 0)).toFixed(1)} of 100 studies significant`);
    expect(said).not.toContain('more errors than');
  });

  test('says of other numbers which were tried, and when they are far from it', () => {
    expect(errorRatesInWords(planOf(5, 4))).toContain('the nearest tried to the 5 and 4 here');
    expect(errorRatesInWords(planOf(5, 4))).not.toContain('may be otherwise here');
    expect(errorRatesInWords(planOf(20, 20))).toContain('it may be otherwise here');
  });

  test('says where a way errs more often than it promises', () => {
    const alone = planOf(4, 4, ', metaAnalysis: reml, spreadOf: diversion-forces');
    expect(errorRatesInWords(alone)).toContain('more errors than the 5 of 100');
  });

  test('says nothing of a way that was not tried', () => {
    const said = errorRatesInWords(planOf(4, 4, ', metaAnalysis: dl, spreadOf: diversion-forces'));
    expect(said).toContain('has not been measured');
  });

  test('of a trial says how often the truth was held, and when it was another outcome', () => {
    const trial = designs.studies.find(({ design, measure }) => design === 'randomised' && measure === 'reoffended');
    const share = ((100 * (trial?.held ?? 0)) / (trial?.answered ?? 1)).toFixed(1);
    expect(errorRatesInWords(examplePlan())).toContain(`held it in ${share} of 100`);
    const other = examplePlan({ outcomes: '{ primary: { measure: appeared-in-court } }' });
    expect(errorRatesInWords(other)).toContain('with this one it was not tried');
  });
});
