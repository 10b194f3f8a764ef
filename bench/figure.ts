/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export interface BenchReport {
  readonly figures: readonly Figure[];
  /** What was done and checked, in sentences: sizes, rounds, what a peer could not express. */
  readonly notes: readonly string[];
}

/** Runs a bench; `say` tells progress, `size` is that of a bench that has one. */
export type Bench = (say: (line: string) => void, options?: { readonly size?: number }) => Promise<BenchReport>;

export interface Contender {
  readonly name: string;
  /** How many are done by one run. */
  readonly count: number;
  readonly run: () => void | Promise<void>;
}

/**
 * Rates per second, the median over `rounds`. The contenders take turns in every round, so that a machine that slows
 * down slows all of them; the first round of each warms up and is not counted.
 */
export async function ratesOf(
  contenders: readonly Contender[],
  rounds: number,
  say: (line: string) => void,
): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, count, run } of contenders) {
      const began = process.hrtime.bigint();
      await run();
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      if (round > 0) rates.get(name)!.push(count / seconds);
    }
    say(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }
  return new Map([...rates].map(([name, list]) => [name, median(list)]));
}

/** The middle of the values, or the mean of the two in the middle. */
export function median(list: readonly number[]): number {
  const ordered = list.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
}
