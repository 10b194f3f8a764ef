import { SeededRandom } from '../../src/shared/seeded-random.ts';

/** Made-up people in columns: five covariates, a treatment that depends on them, and days until the event or the end. */
export interface People {
  readonly n: number;
  readonly covariates: readonly { readonly name: string; readonly values: Float64Array }[];
  /** 1 for treated. */
  readonly treated: Float64Array;
  /** Whole days, 1 to 730. */
  readonly time: Float64Array;
  readonly event: Float64Array;
}

const DAYS = 730;
const BASE_HAZARD = 0.0006;

/** People whose hazard and whose chance of treatment follow from their covariates. The same n and seed, the same people. */
export function madeUpPeople(n: number, seed: number): People {
  const random = SeededRandom.of(seed);
  const column = (): Float64Array => new Float64Array(n);
  const [age, male, prior, cannabis, risk, treated, time, event] = Array.from({ length: 8 }, column);
  for (let row = 0; row < n; row += 1) {
    age![row] = 18 + random.below(50);
    male![row] = random.next() < 0.8 ? 1 : 0;
    prior![row] = random.below(6);
    cannabis![row] = random.next() < 0.7 ? 1 : 0;
    risk![row] = random.next() * 2 - 1;
    const logit = -1.6 - 0.01 * (age![row]! - 40) + 0.4 * cannabis![row]! - 0.1 * prior![row]! + 0.3 * risk![row]!;
    treated![row] = random.next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    const hazard =
      BASE_HAZARD *
      Math.exp(
        -0.02 * (age![row]! - 40) + 0.2 * male![row]! + 0.15 * prior![row]! - 0.3 * treated![row]! + 0.4 * risk![row]!,
      );
    const until = Math.ceil(-Math.log(random.nextOpen()) / hazard);
    const watched = 180 + random.below(DAYS - 179);
    time![row] = Math.min(until, watched);
    event![row] = until <= watched ? 1 : 0;
  }
  const covariates = [
    { name: 'age', values: age! },
    { name: 'male', values: male! },
    { name: 'prior', values: prior! },
    { name: 'cannabis', values: cannabis! },
    { name: 'risk', values: risk! },
  ];
  return { n, covariates, treated: treated!, time: time!, event: event! };
}
