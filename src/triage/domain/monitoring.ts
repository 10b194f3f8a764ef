import { z } from 'zod';

/**
 * The police's 18+1 list of self-defined ethnicity: eighteen groups of the 2011 census, and NS for somebody who was
 * asked and preferred not to say. Chinese is A4 here, O1 in the older 16+1 list.
 */
export const SELF_DEFINED_CODES = [
  'W1',
  'W2',
  'W3',
  'W9',
  'M1',
  'M2',
  'M3',
  'M9',
  'A1',
  'A2',
  'A3',
  'A4',
  'A9',
  'B1',
  'B2',
  'B9',
  'O2',
  'O9',
  'NS',
] as const;

/** The answer of somebody who was asked and would rather not say: not the same as nobody having asked. */
export const PREFERS_NOT_TO_SAY = 'prefer-not-to-say';

export const monitoringSchema = z.strictObject({
  /** Null where the triage had asked it already: it is then among the facts. */
  sex: z.enum(['female', 'male', 'other', PREFERS_NOT_TO_SAY]).nullable(),
  disability: z.enum(['yes', 'no', 'not-sure', PREFERS_NOT_TO_SAY]),
  /** Whether the language was said; which it is stands with the person, whoever wrote it there. */
  language: z.enum(['said', PREFERS_NOT_TO_SAY]),
});

/**
 * What is asked once, after the decision, so that a force can see how a scheme works for different people (Equality Act
 * 2010, section 149). No rule reads it. Self-defined ethnicity stands beside the officer's, in `ethnicity`.
 */
export type Monitoring = Readonly<z.infer<typeof monitoringSchema>>;
export type SelfDefinedCode = (typeof SELF_DEFINED_CODES)[number];
