/** The parts that scheme and law documents share, as schemas. */
import { z } from 'zod';
import { calendarDaySchema } from '../../shared/calendar-day-schema.ts';
import { ruleSchema } from './rule-schema.ts';

/** What kind of thing a scheme does with the person: decides which pages and outcomes make sense for it. */
export const SCHEME_KINDS = [
  'deflection',
  'deferred-prosecution',
  'education-course',
  'arrest-referral',
  'treatment',
  'support',
  'registration',
  // Another country's rules, to compare with: decided, never offered.
  'comparator',
] as const;

/** The nations whose law a scheme may rest on. */
export const NATIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** The ways of ending a case that the law has rules for. */
export const DISPOSALS = [
  'charge',
  'youth-caution',
  'youth-conditional-caution',
  'simple-caution',
  'conditional-caution',
  'penalty-notice',
  'cannabis-warning',
  'community-resolution',
  'diversionary-activity',
  'deferred-prosecution-of-a-child',
  'recorded-police-warning',
] as const;
export type Disposal = (typeof DISPOSALS)[number];

/** How well a statement is sourced: read in a source, sources disagree, or nobody says and we chose. */
const SOURCE_STANDINGS = ['sourced', 'conflicting', 'assumed'] as const;

export const text = z.string().trim().min(1);
export const day = calendarDaySchema.describe('a day, as: 2015-04-01');
export const wordsWithDashes = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const source = z
  .union([text, z.array(text).min(1)])
  .describe('the key of a source, as: S-DUR, or a list of keys, as: [S-DUR, S-G20]');
export const sourceStanding = z.enum(SOURCE_STANDINGS).describe('how well this is sourced');
export const note = text.exactOptional().describe('one sentence for the reader, as: how the source was read');

export const clause = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Z][A-Z0-9]*-\d+$/)
      .describe('the id of the clause: capitals, a dash and a number, as: DUR-1'),
    says: text.describe('the clause in plain words, as: Aged 18 or over on the day of the offence'),
    rule: ruleSchema,
    source,
    standing: sourceStanding,
    from: day.describe('the first day on which the clause is in force, as: 2015-04-01'),
    until: day.exactOptional().describe('the last day on which the clause is in force, as: 2018-03-31'),
    note,
  })
  .describe('a clause: id, says, rule, source, standing, from');

const sourceEntry = z
  .strictObject({
    title: text.describe('what the source is called'),
    publisher: text.describe('who published it'),
    address: text.exactOptional().describe('where it was read'),
    note,
  })
  .describe('a source, as: { title: Checkpoint, publisher: Durham Constabulary }');

export const sources = z.record(z.string().min(1), sourceEntry).describe('where each statement comes from, by key');
