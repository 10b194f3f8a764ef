import { z } from 'zod';
import type { Actor } from '../../access/index.ts';

/**
 * Who acts: the account behind a command, with the organisation and force that it acts for and the rights that it has
 * there. The force is null for a provider, which may work for several.
 */
export type CaseActor = Actor;

export const authorSchema = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  /** What they were then, to be read; nothing is decided by it. */
  role: z.string().min(1),
  organisationId: z.string(),
});

/** Who did something, as an event keeps it. */
export type Author = Readonly<z.infer<typeof authorSchema>>;

/** Who acts, as an event keeps it. */
export function authorOf({ accountId, name, role, organisationId }: CaseActor): Author {
  return { accountId, name, role, organisationId };
}

/** An instant as ISO 8601 in UTC, `2026-03-01T09:30:00.000Z`: two compare with `<` as text does. */
export type Instant = string;
