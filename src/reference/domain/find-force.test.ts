import { describe, expect, test } from 'vitest';
import { findForce } from './find-force.ts';

const forces = [
  { id: 'durham', name: 'Durham Constabulary' },
  { id: 'west-midlands', name: 'West Midlands Police' },
];

describe('A force is found', () => {
  test('by its id', () => {
    expect(findForce('durham', forces)).toEqual({ ok: true, value: forces[0] });
  });

  test.each([
    ['durhm', 'did you mean "durham"?'],
    ['Durham', 'did you mean "durham"?'],
    ['West Midlands', 'did you mean "west-midlands"?'],
    ['atlantis', "give the force's data.police.uk id, as durham or west-midlands: reference/forces.yaml has them"],
    ['', "give the force's data.police.uk id, as durham or west-midlands: reference/forces.yaml has them"],
  ])('and not by %j: %s', (written, remedy) => {
    const refusal = { code: 'no-such-force', problem: `there is no force "${written}"`, remedy };
    expect(findForce(written, forces)).toEqual({ ok: false, refusal });
  });
});
