/**
 * Who is asking. Row-level security shows each actor only what their role, organisation and force may see.
 * A supervisor is a sergeant or above. A provider's people belong to no force: `force` is null for them.
 */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly force: string | null;
}

export type Role = (typeof roles)[number];

export const roles = ['officer', 'supervisor', 'coordinator', 'provider'] as const;
