import type { SeededRandom } from '../../shared/seeded-random.ts';

export interface Deal {
  /** The force of each comparison person, by place. */
  readonly forceOf: readonly string[];
  /** How many people each diversion force has. */
  readonly sizes: readonly number[];
  readonly random: SeededRandom;
}

/**
 * Deals comparison people out to diversion forces, each to one, in proportion to the people of those forces and evenly
 * from each comparison force, so that no person speaks twice when forces are put together. Answers, for each comparison
 * person, the place of their diversion force.
 */
export function dealtControls({ forceOf, sizes, random }: Deal): Int32Array {
  const dealt = new Int32Array(forceOf.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const given = sizes.map(() => 0);
  const byForce = Map.groupBy(forceOf.keys(), (place) => forceOf[place] ?? '');
  let turn = 0;
  for (const force of [...byForce.keys()].sort()) {
    const places = byForce.get(force) ?? [];
    random.shuffle(places);
    for (const place of places) {
      turn += 1;
      // To whoever is furthest behind their share.
      const behind = sizes.map((size, at) => (size / total) * turn - (given[at] ?? 0));
      const next = behind.indexOf(Math.max(...behind));
      given[next] = (given[next] ?? 0) + 1;
      dealt[place] = next;
    }
  }
  return dealt;
}
