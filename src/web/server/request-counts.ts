interface Counted {
  count: number;
  readonly until: number;
}

interface CountedSoFar {
  readonly current: number;
  /** Milliseconds until counting begins anew. */
  readonly ttl: number;
}

const REMEMBERED_AT_MOST = 10_000;

/**
 * How many requests each has made, for the limit on them. The plugin's own counts by the clock of the machine: set back by
 * a day, it would keep everybody out for a day who had once come to the limit.
 */
export class RequestCounts {
  readonly #counted = new Map<string, Counted>();
  readonly #elapsedMs: () => number;

  /** @param settings those of the plugin, which makes one of these for all routes and one for each with a limit of its own. */
  constructor(_settings: unknown = {}, elapsedMs: () => number = () => performance.now()) {
    this.#elapsedMs = elapsedMs;
  }

  incr(key: string, answer: (fault: Error | null, counted?: CountedSoFar) => void, windowMs: number): void {
    const now = this.#elapsedMs();
    const seen = this.#counted.get(key);
    const counted = seen !== undefined && seen.until > now ? seen : { count: 0, until: now + windowMs };
    counted.count += 1;
    this.#counted.delete(key);
    this.#counted.set(key, counted);
    for (const oldest of this.#counted.keys()) {
      if (this.#counted.size <= REMEMBERED_AT_MOST) break;
      this.#counted.delete(oldest);
    }
    answer(null, { current: counted.count, ttl: counted.until - now });
  }

  child(): RequestCounts {
    return new RequestCounts({}, this.#elapsedMs);
  }
}
