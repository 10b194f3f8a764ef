import { nearestWord } from '../../../shared/nearest-word.ts';
import type { Check } from './check.ts';

/** Every force is one of `reference/forces.yaml`, named once. */
export const forcesAreKnown: Check = ({ forces = [] }, { reference }) =>
  forces.flatMap((force, index) => {
    if (force === undefined) return [];
    const path = ['forces', index];
    if (forces.indexOf(force) < index)
      return [{ path, problem: `the force "${force}" is named twice`, remedy: 'name it once' }];
    if (reference.forceIds.includes(force)) return [];
    const near = nearestWord(force, reference.forceIds);
    return [
      {
        path,
        problem: `there is no force "${force}"`,
        remedy: near === null ? 'see reference/forces.yaml for the ids of forces' : `did you mean "${near}"?`,
      },
    ];
  });
