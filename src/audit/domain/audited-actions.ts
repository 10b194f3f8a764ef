import { z } from 'zod';

const nothing = z.strictObject({});
/** Where the case's log then stood, or what was added to it. */
const onCase = z.strictObject({ sequence: z.number() });
const proposal = z.strictObject({ proposalId: z.string() });
const fromAddress = z.strictObject({ address: z.string() });
const evaluationSeen = z.strictObject({ as: z.string(), suppressed: z.boolean() });
const by = z.string();
const place = { by, role: z.string(), organisation: z.string() };
const sessionsEnded = z.number();

/**
 * Everything that is entered in the audit record, and what each entry says beside who did what to which. An entry is
 * written and read by its line. A line is never changed, so that what was entered stays readable: a new member is
 * optional (`exactOptional`), and what means something else has another name.
 */
export const auditedActions = {
  // Looks at a case, and what is done beside its log.
  'case-viewed': onCase,
  'decision-replayed': z.strictObject({ differing: z.array(z.string()) }),
  'person-corrected': z.strictObject({ corrected: z.array(z.string()) }),
  'condition-variation-proposed': proposal,
  'condition-variation-declined': proposal,

  // The events of a case, each entered as it is added to the log.
  'person-triaged': onCase,
  'decision-overridden': onCase,
  'scheme-offered': onCase,
  'offer-declined': onCase,
  'offer-accepted': onCase,
  'agreement-signed': onCase,
  'person-referred': onCase,
  'place-booked': onCase,
  'referral-rejected': onCase,
  'referral-accepted': onCase,
  'contact-attempted': onCase,
  'appointment-booked': onCase,
  'appointment-moved': onCase,
  'appointment-kept': onCase,
  'appointment-late': onCase,
  'appointment-missed': onCase,
  'condition-varied': onCase,
  'breach-recorded': onCase,
  'activity-completed': onCase,
  'activity-not-completed': onCase,
  'outcome-given': onCase,
  'outcome-corrected': onCase,
  'closed-with-outcome': onCase,
  'youth-justice-told': onCase,
  'outcome-recorded': onCase,
  'returned-for-prosecution': onCase,
  'no-further-consequence': onCase,
  'case-withdrawn': onCase,
  'case-reopened': onCase,
  'fact-amended': onCase,
  'birthday-corrected': onCase,
  'decided-again': onCase,
  'verdict-confirmed': onCase,
  'attendance-corrected': onCase,
  'appointment-cancelled': onCase,

  // Services and their places.
  'service-published': nothing,
  'times-published': z.strictObject({ times: z.number(), takes: z.number(), firstAt: z.string(), lastAt: z.string() }),
  'day-closed': z.strictObject({ day: z.string() }),
  'day-opened-again': z.strictObject({ day: z.string() }),
  'places-viewed': nothing,

  // Evaluations, and the data of a study.
  'evaluation-begun': z.strictObject({ planHash: z.string() }),
  'evaluation-done': z.strictObject({ dataHash: z.string() }),
  'evaluation-failed': z.strictObject({ by: by.exactOptional(), problem: z.string() }),
  'evaluation-cancelled': nothing,
  'evaluation-viewed': evaluationSeen,
  'evaluation-downloaded': evaluationSeen,
  // With every board until there was one to choose.
  'evaluation-shared': z.strictObject({
    boards: z.array(z.string()).exactOptional(),
    counts: z.enum(['hidden', 'rounded']).exactOptional(),
  }),
  'evaluation-withdrawn': nothing,
  'study-cohort-exported': z.strictObject({ by, force: z.string().nullable(), cases: z.number() }),

  // Pages shown and refused, and forms sent, where nothing above says it already. No name that was searched for.
  'page-shown': z.strictObject({
    method: z.string(),
    page: z.string(),
    status: z.number(),
    list: z.string().exactOptional(),
    number: z.number().exactOptional(),
    searched: z.enum(['reference', 'words']).exactOptional(),
    reference: z.string().exactOptional(),
    listed: z.array(z.string()).exactOptional(),
    narrowedBy: z.array(z.string()).exactOptional(),
  }),
  'page-refused': z.strictObject({ method: z.string(), page: z.string(), status: z.number() }),
  'form-sent': z.strictObject({ page: z.string(), status: z.number() }),
  'triage-begun': nothing,

  // Signing in and out.
  'signed-in': fromAddress,
  'sign-in-failed': fromAddress,
  'sign-in-throttled': z.strictObject({ address: z.string(), by: z.string().exactOptional() }),
  'membership-chosen': z.strictObject({ membership: z.string() }),
  'signed-out': nothing,
  'password-proved': z.strictObject({ page: z.string() }),
  'password-not-proved': z.strictObject({ page: z.string() }),
  'password-changed': z.strictObject({ sessionsEnded }),
  'session-ended': z.strictObject({ session: z.string() }),
  'sessions-ended': z.strictObject({ sessionsEnded }),

  // Organisations and accounts, managed from the command line.
  'organisation-added': z.strictObject({ by, kind: z.string(), name: z.string(), force: z.string().nullable() }),
  'service-added': z.strictObject({
    by,
    service: z.string(),
    scheme: z.string(),
    force: z.string(),
    name: z.string(),
  }),
  'account-added': z.strictObject(place),
  'membership-added': z.strictObject(place),
  'membership-ended': z.strictObject({ ...place, sessionsEnded }),
  'accounts-listed': z.strictObject({ by, accounts: z.number() }),
  'password-set': z.strictObject({ by, sessionsEnded }),
  'account-closed': z.strictObject({ by, sessionsEnded }),

  // Everything that is held, copied by the command line.
  'backup-begun': z.strictObject({ by, encrypted: z.boolean() }),
  'backup-made': z.strictObject({ by, encrypted: z.boolean(), sha256: z.string() }),
} as const satisfies { readonly [action: string]: z.ZodType<Readonly<Record<string, unknown>>> };

/** Past tense, kebab-case. */
export type AuditedAction = keyof typeof auditedActions;

/** Every action, in alphabetical order. */
export const auditedActionNames: readonly string[] = Object.keys(auditedActions).toSorted();

/** The schema of what an entry says; null for an action that this version does not know. */
export function detailsSchemaOf(action: string): z.ZodType<Readonly<Record<string, unknown>>> | null {
  return Object.entries(auditedActions).find(([known]) => known === action)?.[1] ?? null;
}
