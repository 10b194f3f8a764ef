import type { AuditOfForce } from '../use-cases/read-audit.ts';
import type { AccessWork } from '../use-cases/access-work.ts';

/** What the pages of signing in and out are given. */
export interface AccessPages {
  readonly work: AccessWork;
  readonly audit: AuditOfForce;
  /** Whether the sign-in page says where the demonstration accounts are to be found. */
  readonly hasDemonstration: boolean;
}
