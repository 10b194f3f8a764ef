import type { SeededRandom } from '../../shared/seeded-random.ts';

/** One of several things, each as likely as its weight says; one number of the stream. */
export function pick<Thing>(random: SeededRandom, weighted: readonly (readonly [Thing, number])[]): Thing {
  let left = random.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [thing, weight] of weighted) {
    left -= weight;
    if (left < 0) return thing;
  }
  const last = weighted.at(-1);
  if (last === undefined) throw new RangeError('there is nothing to pick from');
  return last[0];
}
