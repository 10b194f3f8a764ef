/** Limits that are only to end what hangs: shared machines have been seen ten times slower than their best. */
export const MACHINE_IS_SLOW_MS = 120_000;
export const BROWSER_IS_SLOWER_MS = 240_000;
