import { LARGEST_SMALL_COUNT } from './hidden-counts.ts';

interface NearOptions {
  /** Hidden already. */
  readonly hidden: ReadonlySet<string>;
  /** How much a reader needs each count. */
  readonly weights: ReadonlyMap<string, number>;
}

/**
 * Which counts to hide so that no two of one group that are shown differ by 1 to 4: who came so far and who came farther,
 * who was followed for a year and who for two. Whoever subtracts them learns of the few between, whatever the lines are
 * called and however many steps lie between them. Of two, the one that fewer figures need is hidden.
 */
export function nearCounts(
  groups: readonly (readonly (readonly [string, number])[])[],
  { hidden, weights }: NearOptions,
): ReadonlySet<string> {
  const near = new Set<string>();
  for (const group of groups) {
    const counts = [...new Map(group)].filter(([name]) => !hidden.has(name)).sort(([, a], [, b]) => a - b);
    for (const [at, [name, count]] of counts.entries()) {
      for (const [other, larger] of counts.slice(at + 1)) {
        const between = larger - count;
        if (between > LARGEST_SMALL_COUNT) break;
        if (between < 1 || near.has(name) || near.has(other)) continue;
        near.add((weights.get(name) ?? 0) > (weights.get(other) ?? 0) ? other : name);
      }
    }
  }
  return near;
}
