import type { Instant } from '../domain/author.ts';

/** A moment as the driver takes it. */
export function momentOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** A moment as this room writes it. */
export function instantOrNull(moment: Date | null): Instant | null {
  return moment?.toISOString() ?? null;
}
