import { expect, test } from 'vitest';
import { results3To4 } from './results-3-to-4.ts';

test('results of forces from before say in their plan that comparison forces were taken to be alike', () => {
  const made = (comparison: object) => ({ planHash: 'a1', plan: { title: 'A study', comparison } });
  const forces = { design: 'natural-experiment', diversionForces: ['one', 'two'] };
  expect(results3To4(made(forces))).toEqual(made({ ...forces, metaAnalysis: 'reml', spreadOf: 'diversion-forces' }));
  expect(results3To4(made({ ...forces, metaAnalysis: 'hk' }))).toEqual(
    made({ ...forces, metaAnalysis: 'hk', spreadOf: 'diversion-forces' }),
  );
  const trial = made({ design: 'randomised' });
  expect(results3To4(trial)).toEqual(trial);
});
