import { nearestWord } from '../../../shared/nearest-word.ts';
import type { Check } from './check.ts';

/** Every law document that a scheme names is there, and named once. */
export const restsOnKnownLaw: Check = ({ restsOn = [] }, { laws }) => {
  // Without the law at hand nothing is said of it: its own faults are told first.
  if (laws === undefined) return [];
  const known = laws.map(({ id }) => id);
  return restsOn.flatMap((id, index) => {
    if (id === undefined) return [];
    const path = ['restsOn', index];
    if (restsOn.indexOf(id) < index) {
      return [{ path, problem: `the law document "${id}" is named twice`, remedy: 'name it once' }];
    }
    if (known.includes(id)) return [];
    const near = nearestWord(id, known);
    const remedy = near === null ? `write one of: ${known.join(', ')}` : `did you mean "${near}"?`;
    return [{ path, problem: `there is no law document "${id}"`, remedy }];
  });
};
