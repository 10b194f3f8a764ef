import { findForce } from '../../../reference/index.ts';
import type { Check } from './check.ts';

/** Every force is one of `reference/forces.yaml`, named once. */
export const forcesAreKnown: Check = ({ forces = [] }, { reference }) =>
  forces.flatMap((id, index) => {
    if (id === undefined) return [];
    const path = ['forces', index];
    if (forces.indexOf(id) < index)
      return [{ path, problem: `the force "${id}" is named twice`, remedy: 'name it once' }];
    const force = findForce(id, reference.forces);
    return force.ok ? [] : [{ path, problem: force.refusal.problem, remedy: force.refusal.remedy }];
  });
