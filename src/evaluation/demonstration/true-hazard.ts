import type { GeneratedPerson } from './generated-person.ts';
import { DEATH, HAZARD, NO_DEATH_DAYS } from './world.ts';

const DAYS_PER_YEAR = 365.25;

/** The hazard of a proven reoffence, a day, with the scheme started or not. It does not change with time. */
export function reoffenceHazard(person: GeneratedPerson, hasStarted: boolean): number {
  const { age, sex, priorOffences, priorTreatment, offenceGroup, force } = person;
  const logOfYear =
    HAZARD.base +
    HAZARD.perYearOfAge * (age - 30) +
    HAZARD.perPriorOffence * priorOffences +
    (sex === 'male' ? HAZARD.male : 0) +
    (priorTreatment ? HAZARD.priorTreatment : 0) +
    (offenceGroup === 'possession' ? HAZARD.possession : 0) +
    (hasStarted ? force.logHazardRatio : 0);
  return Math.exp(logOfYear) / DAYS_PER_YEAR;
}

/** The hazard of death, a day, once `NO_DEATH_DAYS` have passed. */
export function deathHazard({ age }: GeneratedPerson): number {
  return (DEATH.at30 * DEATH.perYearOfAge ** (age - 30)) / DAYS_PER_YEAR;
}

/**
 * The chance of a first proven reoffence within so many days, where death may come first:
 *
 *   1 − e^(−λg)  +  e^(−λg) λ/(λ + δ) (1 − e^(−(λ + δ)(t − g))),     g = the days in which nobody dies
 */
export function trueRisk(person: GeneratedPerson, hasStarted: boolean, days: number): number {
  const rate = reoffenceHazard(person, hasStarted);
  const death = deathHazard(person);
  const safe = Math.min(days, NO_DEATH_DAYS);
  const before = -Math.expm1(-rate * safe);
  return before + (1 - before) * (rate / (rate + death)) * -Math.expm1(-(rate + death) * (days - safe));
}

/** How many proven reoffences are to be expected within so many days, none after death. */
export function trueFrequency(person: GeneratedPerson, hasStarted: boolean, days: number): number {
  const death = deathHazard(person);
  const safe = Math.min(days, NO_DEATH_DAYS);
  return reoffenceHazard(person, hasStarted) * (safe - Math.expm1(-death * (days - safe)) / death);
}
