import fc from 'fast-check';

/**
 * A failing property prints its seed and path. `FAST_CHECK_SEED=… npm test -- unit` draws the same cases again,
 * and `FAST_CHECK_RUNS=…` draws more of them.
 */
const seed = process.env['FAST_CHECK_SEED'];
const runs = process.env['FAST_CHECK_RUNS'];

fc.configureGlobal({
  ...(seed === undefined ? {} : { seed: Number(seed) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
