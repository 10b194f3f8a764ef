import { storedKind } from '../../stored/index.ts';
import { results1To2 } from './results-1-to-2.ts';
import { results2To3 } from './results-2-to-3.ts';
import { results3To4 } from './results-3-to-4.ts';
import { results4To5 } from './results-4-to-5.ts';
import { resultsSchema } from './results-schema.ts';

/** What plans claimed before they could say so was an effect: nothing changes. */
const results5To6 = (value: unknown): unknown => value;

/** The numbers of an evaluation, as they are given out and stored. */
export const resultsKind = storedKind({
  name: 'evaluation-results',
  schema: resultsSchema,
  upcasters: [results1To2, results2To3, results3To4, results4To5, results5To6],
});
