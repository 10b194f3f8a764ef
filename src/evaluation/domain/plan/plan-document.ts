import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';
import { COVARIATES, DESIGNS, META_ANALYSES, namesOf, OUTCOMES, SENSITIVITIES, SUBGROUPS } from './plan-words.ts';

const text = z.string().trim().min(1);
const day = calendarDaySchema.describe('a day, as: 2021-10-01');
const wordsWithDashes = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .describe('an id in small letters and dashes, as: west-midlands');
const ids = z.array(wordsWithDashes).min(1).describe('a list of ids, as: [durham, west-midlands]');

export const outcomeSchema = z
  .strictObject({
    measure: z.enum(namesOf(OUTCOMES)).describe(`what is counted: ${namesOf(OUTCOMES).join(', ')}`),
    months: z.int().min(1).max(120).exactOptional().describe('months after the index day, as: 12'),
  })
  .describe('a measure and its months, as: { measure: reoffended, months: 12 }');

const cohort = z
  .strictObject({
    from: day.describe('the first index day that counts, as: 2021-10-01'),
    until: day.describe('the last index day that counts, as: 2022-09-30'),
    age: z
      .strictObject({
        atLeast: z.int().min(0).exactOptional().describe('years, as: 18'),
        atMost: z.int().min(0).exactOptional().describe('years, as: 24'),
      })
      .exactOptional()
      .describe('years on the index day, as: { atLeast: 18 }'),
    forces: ids.exactOptional().describe('the forces whose people count, as: [durham, west-midlands]; all if left out'),
    schemes: ids.exactOptional().describe('the schemes in reach, as: [durham-checkpoint]; all if left out'),
    offenceGroups: ids.exactOptional().describe('offence groups, as: [drug-possession]; all if left out'),
    indexEvent: z
      .enum(['first', 'every'])
      .describe('which index event of a person counts: first, or every (errors then go by person)'),
  })
  .describe('who is studied: from, until, indexEvent, and what narrows them');

const comparison = z
  .strictObject({
    design: z.enum(namesOf(DESIGNS)).describe(`the design: ${namesOf(DESIGNS).join(', ')}`),
    received: z
      .enum(['offered', 'accepted', 'started', 'completed'])
      .exactOptional()
      .describe('which step counts as having had the scheme: offered, accepted, started or completed'),
    claims: z
      .enum(['effect', 'association'])
      .exactOptional()
      .describe(
        'what a plan of matched controls claims: effect, or association where people are sorted by what they did',
      ),
    landmarkDays: z
      .int()
      .min(1)
      .max(730)
      .exactOptional()
      .describe('days after the index day at which an association sorts people, as: 90'),
    controls: z
      .enum(['same-forces', 'other-forces', 'any'])
      .exactOptional()
      .describe('where controls come from: same-forces, other-forces or any'),
    caliper: z.number().positive().exactOptional().describe('standard deviations of the logit of the score, as: 0.2'),
    exact: z
      .array(z.enum(namesOf(COVARIATES)))
      .exactOptional()
      .describe('covariates in which a control must be the same, as: [sex, offence_group]'),
    reuse: z.int().min(1).max(100).exactOptional().describe('how many people may share a control, as: 1'),
    diversionForces: ids.exactOptional().describe('forces that had a scheme, as: [durham, thames-valley]'),
    comparisonForces: ids.exactOptional().describe('forces that had none, as: [humberside, hampshire]'),
    comparisonPeople: z
      .enum(['divided', 'shared'])
      .exactOptional()
      .describe('whether each comparison person is counted with one diversion force (divided) or with all (shared)'),
    imputations: z.int().min(2).max(100).exactOptional().describe('completed data sets, as: 20'),
    metaAnalysis: z
      .enum(namesOf(META_ANALYSES))
      .exactOptional()
      .describe(`how forces are put together: ${namesOf(META_ANALYSES).join(', ')}`),
    spreadOf: z
      .enum(['all-forces', 'diversion-forces'])
      .exactOptional()
      .describe(
        'whose spread is in the error: all-forces, or diversion-forces (which takes comparison forces to be alike)',
      ),
  })
  .describe('the design and its settings, as: { design: randomised }');

/** The shape of a plan of evaluation. What it means is checked in plan-checks.ts. */
export const planSchema = z.strictObject({
  title: text.max(160).describe('what the study is called'),
  question: text
    .max(600)
    .describe('the question in one sentence, as: Does the offer of Checkpoint reduce reoffending?'),
  cohort,
  comparison,
  outcomes: z
    .strictObject({
      primary: outcomeSchema,
      secondary: z
        .array(outcomeSchema)
        .max(12)
        .exactOptional()
        .describe('a list of outcomes, each with measure and months'),
    })
    .describe('primary: one outcome; secondary: a list of others'),
  covariates: z
    .array(z.enum(namesOf(COVARIATES)))
    .describe(`what is allowed for, from: ${namesOf(COVARIATES).join(', ')}; [] for nothing`),
  subgroups: z
    .array(z.enum(namesOf(SUBGROUPS)))
    .max(8)
    .exactOptional()
    .describe(`groups fixed in advance, from: ${namesOf(SUBGROUPS).join(', ')}`),
  sensitivity: z
    .array(z.enum(namesOf(SENSITIVITIES)))
    .exactOptional()
    .describe(`analyses beside the main one, from: ${namesOf(SENSITIVITIES).join(', ')}`),
  multiplicity: z
    .enum(['holm', 'benjamini-hochberg'])
    .describe('how p values are adjusted: holm or benjamini-hochberg'),
  seed: z.int().min(0).describe('a whole number that starts every random draw, as: 20260101'),
  audience: z.enum(['evaluator', 'board']).describe('who reads the report: evaluator, or board (small counts hidden)'),
});

export type PlanDocument = z.infer<typeof planSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;

/** A plan that was read: with every setting said, and the hash of its file. */
export interface Plan extends PlanDocument {
  /** SHA-256 of the file, as `sha256sum` prints it; taken before any data are opened. */
  readonly hash: string;
}
