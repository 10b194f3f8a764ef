import { z } from 'zod';
import type { LawRules } from '../../eligibility/index.ts';
import type { Law } from './law/law-document.ts';
import {
  clause,
  day,
  DISPOSALS,
  NATIONS,
  note,
  SCHEME_KINDS,
  source,
  sources,
  sourceStanding,
  text,
  wordsWithDashes,
} from './document-parts.ts';

/** What a scheme is on a day. Only a live one can be offered; all can be compared. */
const SCHEME_STANDINGS = ['proposed', 'developing', 'approved', 'live', 'paused', 'ended'] as const;

const duration = z
  .string()
  .regex(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?)?$/)
  .describe('a length of time in ISO 8601, as: P4M (4 months), P3D (3 days) or PT1H (1 hour)');
const count = z.int().min(0);
const standingEntry = z
  .strictObject({
    from: day,
    is: z.enum(SCHEME_STANDINGS).describe('what the scheme is from that day on'),
    source,
    note,
  })
  .describe('what the scheme is from a day on, as: { from: 2015-04-01, is: live, source: S-DUR }');

const step = z
  .strictObject({
    id: wordsWithDashes.describe('the id of the step in small letters and dashes, as: first-meeting'),
    kind: wordsWithDashes.describe('what happens, as: assessment, session, course, workshop, residential, aftercare'),
    count: count.min(1).exactOptional().describe('how many times, as: 3'),
    within: duration.exactOptional(),
    length: duration.exactOptional(),
    note,
  })
  .describe('a step, as: { id: sessions, kind: session, count: 3, length: PT1H }');

const fee = z
  .strictObject({
    pence: count.describe('whole pence, as: 4000'),
    paidBy: z.enum(['person']).describe('who pays'),
    insteadOf: z
      .strictObject({ penaltyNoticePence: count.describe('whole pence, as: 8000') })
      .exactOptional()
      .describe('what the fee stands in for, as: { penaltyNoticePence: 8000 }'),
    note,
  })
  .describe('a fee, as: { pence: 4000, paidBy: person }, or null where there is none');

const agreement = z
  .strictObject({
    length: duration.nullable(),
    mustInclude: z.array(wordsWithDashes).describe('conditions that every agreement holds, as: [no-reoffending]'),
    conditionsAtMost: count.nullable().describe('a whole number, or null where no limit is set'),
    note,
  })
  .describe('the agreement, as: { length: P4M, mustInclude: [no-reoffending], conditionsAtMost: 5 }, or null');

const pathway = z
  .strictObject({
    admission: z
      .enum(['required', 'not-required', 'admits-or-no-reply', 'admission-or-evidence'])
      .describe('what the person must have said'),
    agreement: agreement.nullable(),
    steps: z.array(step).describe('what the person does, in order'),
    fee: fee.nullable(),
    repeats: z
      .strictObject({
        atMost: count.nullable().describe('a whole number of times, or null where no limit is set'),
        note,
      })
      .describe('how often a person may take part, as: { atMost: 1 } or { atMost: null, note: not found }'),
    breachLadder: z
      .array(wordsWithDashes)
      .min(1)
      .exactOptional()
      .describe('what follows a breach, each rung once and in order, as: [reminder, warning, final-warning]'),
    source: source.exactOptional(),
    standing: sourceStanding.exactOptional(),
    note,
  })
  .describe('what the person agrees to and does: admission, agreement, steps, fee, repeats');

const outcome = z
  .strictObject({
    completed: z
      .strictObject({
        type: text.nullable().describe('a Home Office outcome type in quotes, as: "22", or null where none applies'),
        note,
      })
      .describe('what is recorded when the person completes, as: { type: "22" }'),
    notCompleted: z
      .strictObject({
        then: z
          .enum(['prosecute', 'summons', 'pay-penalty', 'not-offered-again', 'no-consequence'])
          .describe('what follows'),
        note,
      })
      .describe('what follows when the person does not complete, as: { then: prosecute }'),
    source: source.exactOptional(),
    standing: sourceStanding.exactOptional(),
    note,
  })
  .describe('what is recorded at the end: completed and notCompleted');

/** A scheme document as `scheme-language.md` sets it out: what editors complete from and what loading validates. */
export const schemeSchema = z
  .strictObject({
    id: wordsWithDashes.describe('the id of the scheme in small letters and dashes: the name of its folder'),
    name: text.describe('what the scheme is called'),
    summary: text.exactOptional().describe('what happens instead of prosecution, in a sentence or two'),
    forces: z.array(text).describe('the ids of the forces that run it, as: [durham]; [] where none is named'),
    kind: z.enum(SCHEME_KINDS).describe('what kind of scheme it is'),
    nation: z
      .enum(NATIONS)
      .exactOptional()
      .describe('whose law it rests on, where it names no force that says so; left out: England and Wales'),
    disposals: z
      .array(z.enum(DISPOSALS))
      .min(1)
      .exactOptional()
      .describe('the ways of ending the case that it may lead to, where its outcome type does not say so'),
    restsOn: z
      .array(wordsWithDashes)
      .min(1)
      .exactOptional()
      .describe('further law documents that it rests on, by id, as: [recorded-police-warning]'),
    standing: z.array(standingEntry).min(1).describe('dated, in order; never edited, only added to'),
    eligibility: z.array(clause).min(1).describe('who may enter: every clause must be met'),
    pathway,
    outcome,
    sources,
  })
  .meta({ title: 'Scheme', description: 'A diversion scheme: who may enter, what they agree to, what follows.' });

/** A scheme as its document holds it. */
export type SchemeDocument = z.infer<typeof schemeSchema>;

/** A scheme read from a file: `version` is the content hash of the document, `file` where it was read. */
export interface Scheme extends SchemeDocument {
  readonly version: string;
  readonly file: string;
  /** The law that it rests on, as the engine takes it; no part of the document. */
  readonly law?: readonly LawRules[];
  /** The same as its documents hold it. */
  readonly laws?: readonly Law[];
}

/** One or several source keys, as a list. */
export function sourceKeys(source: string | readonly string[] | undefined): readonly string[] {
  return source === undefined ? [] : typeof source === 'string' ? [source] : source;
}
