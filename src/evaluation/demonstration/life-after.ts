import { addDays, daysBetween, type CalendarDay } from '../../shared/calendar-day.ts';
import type { Reoffence } from '../domain/cohort/study-row.ts';
import type { GeneratedPerson } from './generated-person.ts';
import { deathHazard, reoffenceHazard } from './true-hazard.ts';
import { DATA_END_ON, NO_DEATH_DAYS, PROOF_DAYS, UNPROVEN_PER_PROVEN } from './world.ts';

export interface LifeAfter {
  /** Null where the person lives longer than the data. */
  readonly diedOn: CalendarDay | null;
  readonly reoffences: readonly Omit<Reoffence, 'person' | 'indexEvent'>[];
}

/** Codes of what people are found to have done again: those of drugs are the Home Office's, the others made up. */
const CODES = [
  ['09261', 0.4],
  ['09250', 0.12],
  ['09281', 0.06],
  ['DEMO-SHOPLIFTING', 0.2],
  ['DEMO-ASSAULT', 0.12],
  ['DEMO-DAMAGE', 0.08],
  ['DEMO-UNWEIGHTED', 0.02],
] as const;

/** What the person does until the data end, with the scheme started or not: two readings of the same chances. */
export function lifeAfter(person: GeneratedPerson, hasStarted: boolean): LifeAfter {
  const { latents, indexedOn } = person;
  const lastDay = daysBetween(indexedOn, DATA_END_ON);
  const deathDay = NO_DEATH_DAYS + Math.max(1, Math.ceil(latents.death / deathHazard(person)));
  const rate = reoffenceHazard(person, hasStarted) * (1 + UNPROVEN_PER_PROVEN);
  const seenTo = Math.min(lastDay, deathDay);
  const reoffences: LifeAfter['reoffences'][number][] = [];
  if (latents.chance.sameDay < 0.004) {
    reoffences.push({ committedOn: indexedOn, provenOn: addDays(indexedOn, 40), offenceCode: '09261' });
  }
  let at = 0;
  for (const { gap, isProven, proofDays, code } of latents.reoffences) {
    at += gap / rate;
    // What is committed within a day is of that day: 0.2 days after the index day is its first.
    const on = Math.ceil(at);
    if (on > seenTo) break;
    const proofDay = on + PROOF_DAYS.from + Math.floor(proofDays * (PROOF_DAYS.to - PROOF_DAYS.from + 1));
    const isSeenProven = isProven < 1 / (1 + UNPROVEN_PER_PROVEN) && proofDay <= lastDay;
    reoffences.push({
      committedOn: addDays(indexedOn, on),
      provenOn: isSeenProven ? addDays(indexedOn, proofDay) : null,
      offenceCode: codeAt(code),
    });
  }
  return { diedOn: deathDay <= lastDay ? addDays(indexedOn, deathDay) : null, reoffences };
}

function codeAt(chance: number): string {
  let left = chance;
  for (const [code, share] of CODES) {
    left -= share;
    if (left < 0) return code;
  }
  return CODES[0][0];
}
