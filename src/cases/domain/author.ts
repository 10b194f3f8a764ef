import { z } from 'zod';

const ROLES = ['officer', 'supervisor', 'coordinator', 'provider'] as const;

/** What somebody who signs in may be. A supervisor is a sergeant or above, and may do what an officer may. */
export type Role = (typeof ROLES)[number];

/** Who acts: the account behind a command, with the organisation and force it acts for. */
export interface CaseActor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  /** The force whose area it works in; null for a provider that works for several. */
  readonly force: string | null;
}

export const authorSchema = z.strictObject({
  accountId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
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
