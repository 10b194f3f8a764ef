import { z } from 'zod';
import { calendarDaySchema } from '../../../shared/calendar-day-schema.ts';

const day = calendarDaySchema.describe('a day, as: 2018-03-31');
const VERDICTS = ['eligible', 'ineligible', 'needs-information', 'needs-discretion'] as const;
export const verdict = z.enum(VERDICTS).describe('the verdict');
export const scenarioFacts = z.record(z.string(), z.unknown());

export const scenario = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .describe('a sentence that begins with the id of a clause, as: DUR-1 seventeen on the day'),
    with: scenarioFacts
      .exactOptional()
      .describe('facts added to or put in place of those of the base, as: { age: 17 }'),
    without: z.array(z.string()).min(1).exactOptional().describe('facts of the base that are not known, as: [age]'),
    asOf: day.exactOptional().describe('the day of the decision, as: 2018-03-31'),
    expect: verdict,
    because: z.array(z.string()).min(1).exactOptional().describe('the clauses that keep the person out, as: [DUR-1]'),
    missing: z.array(z.string()).exactOptional().describe('the facts still to be found out, as: [age]'),
  })
  .describe('a scenario, as: { name: DUR-1 eighteen that day, with: { age: 18 }, expect: eligible }');

/** People who get in, people who do not, and why: the executable half of a scheme. */
export const scenariosSchema = z
  .strictObject({
    base: scenarioFacts.describe('the facts of a person who gets in, by id'),
    baseExpect: verdict.exactOptional().describe('the verdict on the base where it is not eligible: needs-discretion'),
    asOf: day.exactOptional().describe('the day of every decision that does not give its own'),
    scenarios: z.array(scenario).min(1).describe('what changes, and what the verdict is then'),
  })
  .meta({ title: 'Scenarios', description: 'Executable scenarios of a diversion scheme.' });

export type ScenariosDocument = z.infer<typeof scenariosSchema>;
export type ExpectedVerdict = (typeof VERDICTS)[number];
