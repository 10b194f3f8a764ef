import type { SeededRandom } from '../../shared/seeded-random.ts';

export interface ControlsToDivide {
  /** The force of each comparison person, by place. */
  readonly forceOf: readonly string[];
  /** How many people each diversion force has. */
  readonly sizes: readonly number[];
  readonly random: SeededRandom;
}

/**
 * Divides comparison people among the diversion forces, each to one, in proportion to the people of those forces and
 * evenly from each comparison force, so that nobody is counted twice when forces are pooled. The answer is, for each
 * comparison person, the place of their diversion force.
 */
export function divideControls({ forceOf, sizes, random }: ControlsToDivide): Int32Array {
  const divided = new Int32Array(forceOf.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const assigned = sizes.map(() => 0);
  const byForce = Map.groupBy(forceOf.keys(), (place) => forceOf[place] ?? '');
  let turn = 0;
  for (const force of [...byForce.keys()].sort()) {
    const places = byForce.get(force) ?? [];
    random.shuffle(places);
    for (const place of places) {
      turn += 1;
      // To the force that is furthest below its share.
      const behind = sizes.map((size, at) => (size / total) * turn - (assigned[at] ?? 0));
      const next = behind.indexOf(Math.max(...behind));
      assigned[next] = (assigned[next] ?? 0) + 1;
      divided[place] = next;
    }
  }
  return divided;
}
