import { z } from 'zod';
import { SETTLED_BY } from '../../../eligibility/index.ts';
import { scenario, scenarioFacts, verdict } from '../scenarios/scenarios-document.ts';
import { clause, DISPOSALS, NATIONS, SCHEME_KINDS, sources, text, wordsWithDashes } from '../document-parts.ts';
import { ruleSchema } from '../rule-schema.ts';

const lawClause = clause
  .extend({
    id: z
      .string()
      .regex(/^LAW-\d+$/)
      .describe('the id of the clause, which no other law document has, as: LAW-1'),
    settledBy: z
      .enum(SETTLED_BY)
      .exactOptional()
      .describe(
        'by when what it reads must be known: the offer, the outcome, or only if it is known; left out: the decision',
      ),
    datedBy: z
      .enum(['offence'])
      .exactOptional()
      .describe('its days are those of the offence; left out: of the decision'),
    refusal: wordsWithDashes
      .exactOptional()
      .describe('the code with which an outcome that does not meet it is refused, as: adults-only'),
    givesWayTo: z
      .array(text)
      .min(1)
      .exactOptional()
      .describe('the clauses that are asked in its place at an outcome whose law has one of them, as: [LAW-46]'),
    settles: z
      .array(text)
      .min(1)
      .exactOptional()
      .describe('the clauses that need not be known at an outcome where this one is met, as: [LAW-20]'),
  })
  .describe('a clause of law: id, says, rule, source, standing, from');

const limit = z
  .strictObject({
    id: z
      .string()
      .regex(/^LIMIT-\d+$/)
      .describe('the id of the limit, as: LIMIT-1'),
    says: text.describe('the limit in plain words'),
    holdsFor: ruleSchema,
    months: z
      .int()
      .min(1)
      .nullable()
      .describe('calendar months from the offence within which a charge must be brought; null where there is no limit'),
    certain: z
      .boolean()
      .describe(
        'false where the last day turns on more than the offence, so that a person must say whether it is past',
      ),
    source: clause.shape.source,
    standing: clause.shape.standing,
    note: clause.shape.note,
  })
  .describe('a time limit: of these the first that holds for the case counts');

const ifNotCompleted = z
  .strictObject({
    then: z
      .enum(['stands', 'may-be-prosecuted'])
      .describe('whether it stands all the same, or the decision to prosecute is taken again'),
    says: text.describe('what follows, in plain words'),
    source: clause.shape.source,
    standing: clause.shape.standing,
    note: clause.shape.note,
  })
  .describe('what follows where it was given and the activity was not completed');

const warning = z
  .strictObject({
    says: text.describe('what somebody who records such an outcome is told'),
    from: clause.shape.from.describe('the first day of an outcome that it is about, as: 2026-02-12'),
    until: clause.shape.until,
    source: clause.shape.source,
    standing: clause.shape.standing,
  })
  .describe('a warning about an outcome of certain days, of which the sources leave something open');

const tellsYouthJustice = z
  .strictObject({
    says: text.describe('whom it concerns, in plain words'),
    source: clause.shape.source,
    standing: clause.shape.standing,
    note: clause.shape.note,
  })
  .describe('that the youth justice service is told where it is given to a child');

/** A law document: what the law asks before any scheme does, in the clauses of schemes. */
export const lawSchema = z
  .strictObject({
    id: wordsWithDashes.describe('the id of the document in small letters and dashes: the name of its file'),
    name: text.describe('what it is about'),
    summary: text.exactOptional().describe('what it settles, in a sentence or two'),
    nation: z.array(z.enum(NATIONS)).min(1).describe('whose law it is, as: [england-and-wales]'),
    applies: z
      .strictObject({
        kinds: z.array(z.enum(SCHEME_KINDS)).min(1).exactOptional().describe('to which kinds of scheme; left out: all'),
        disposals: z
          .array(z.enum(DISPOSALS))
          .min(1)
          .exactOptional()
          .describe('to which ways of ending a case; left out: any'),
        outcomes: z
          .array(text)
          .min(1)
          .exactOptional()
          .describe('the Home Office outcome types that it holds, as: ["8"]'),
      })
      .describe('what it holds: {} for every scheme of its nation'),
    legalBasis: text.exactOptional().describe('what an outcome under it rests on, as it is kept with the case'),
    clauses: z.array(lawClause).describe('all of them must be met'),
    ifNotCompleted: ifNotCompleted.exactOptional(),
    warnings: z.array(warning).min(1).exactOptional(),
    tellsYouthJustice: tellsYouthJustice.exactOptional(),
    limits: z.array(limit).min(1).exactOptional().describe('by when a charge must be brought'),
    base: scenarioFacts.describe('the facts of a person for whom every clause is met, by id'),
    baseExpect: verdict.exactOptional().describe('the verdict on the base where it is not eligible'),
    scenarios: z.array(scenario).describe('what changes, and what the verdict is then'),
    sources,
  })
  .meta({ title: 'Law', description: 'What the law asks of a diversion before any scheme does.' });

/** A law document as its file holds it. */
export type LawDocument = z.infer<typeof lawSchema>;

/** A law document read from a file: `version` is the content hash of the document, `file` where it was read. */
export interface Law extends LawDocument {
  readonly version: string;
  readonly file: string;
}

export type LawClauseDocument = LawDocument['clauses'][number];
export type TimeLimitDocument = NonNullable<LawDocument['limits']>[number];
