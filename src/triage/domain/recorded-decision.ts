import { z } from 'zod';
import { JUDGES, SETTLED_BY } from '../../eligibility/index.ts';
import { calendarDaySchema } from '../../shared/calendar-day-schema.ts';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';

const numberRange = z.strictObject({ from: z.number().exactOptional(), to: z.number().exactOptional() });
export const knownNumberSchema = z.union([z.number(), numberRange, z.strictObject({ oneOf: z.array(z.number()) })]);
const choice = z.union([z.string(), z.boolean()]);
const knownChoice = z.union([choice, z.strictObject({ oneOf: z.array(choice) })]);
const members = z.array(z.string());
const knownSet = z.union([members, z.strictObject({ oneOf: z.array(members) })]);
const knownAmounts = z.record(z.string(), knownNumberSchema);

/** One value of a fact as it was written down: known, a range, one of several, or an amount for each substance. */
export const recordedFactValueSchema = z.union([knownNumberSchema, knownChoice, knownSet, knownAmounts]);
export type RecordedFactValue = DeepReadonly<z.infer<typeof recordedFactValueSchema>>;

/** What was known about the person and the offence, by the ids of `reference/facts.yaml`. Left out = not known. */
export const recordedFactsSchema = z.record(z.string(), recordedFactValueSchema);
export type RecordedFacts = DeepReadonly<z.infer<typeof recordedFactsSchema>>;

export const verdictSchema = z.enum(['eligible', 'ineligible', 'needs-information', 'needs-discretion']);
export type Verdict = z.infer<typeof verdictSchema>;

const clauseAnswer = z.strictObject({
  id: z.string(),
  result: z.enum(['met', 'not-met', 'not-known', 'for-discretion']),
  says: z.string(),
  source: z.array(z.string()),
  standing: z.enum(['sourced', 'conflicting', 'assumed']),
  reads: z.array(z.string()),
  /** The law document that it stands in; left out for a scheme's own. */
  law: z.string().exactOptional(),
  settledBy: z.enum(SETTLED_BY).exactOptional(),
  note: z.string().exactOptional(),
});

export const recordedDecisionSchema = z.strictObject({
  scheme: z.string(),
  asOf: calendarDaySchema,
  standing: z.enum(['not-started', 'proposed', 'developing', 'approved', 'live', 'paused', 'ended']),
  verdict: verdictSchema,
  clauses: z.array(clauseAnswer),
  missing: z.array(z.string()),
  discretions: z.array(z.strictObject({ clause: z.string(), question: z.string(), by: z.enum(JUDGES) })),
  schemeVersion: z.string(),
  /** Null where it was not recorded: decisions of before vocabularies were kept. */
  vocabularyVersion: z.string().nullable(),
  /** The law documents answered, by id and hash; none in decisions of before the law was written down. */
  law: z.array(z.strictObject({ id: z.string(), version: z.string() })),
});

/**
 * What the engine answered for one scheme, as it is kept with the case. It can be worked out again from
 * (`schemeVersion`, `vocabularyVersion`, `law`, the facts, `asOf`) and must come out the same.
 */
export type RecordedDecision = DeepReadonly<z.infer<typeof recordedDecisionSchema>>;
