import { addDays } from '../../shared/calendar-day.ts';
import { GENERATED_PREFIX } from '../domain/cohort/is-generated.ts';
import type { Reoffence, StudyRow } from '../domain/cohort/study-row.ts';
import { courseOf, disposalWithoutScheme, type CourseColumns } from './course.ts';
import type { GeneratedPerson } from './generated-person.ts';
import { isAlwaysTaker, officerOffers } from './uptake.ts';
import { DATA_END_ON } from './world.ts';

export interface GeneratedRow {
  readonly row: StudyRow;
  readonly reoffences: readonly Reoffence[];
}

/** Whether the scheme was in fact offered. */
export function wasOffered(person: GeneratedPerson): boolean {
  if (!person.isRandomised) return officerOffers(person);
  return person.latents.chance.arm < 0.5 || isAlwaysTaker(person);
}

/** The row of a person as the data have it, and what came after. */
export function generatedRow(person: GeneratedPerson): GeneratedRow {
  const { latents, force, indexedOn } = person;
  const name = `${GENERATED_PREFIX}${String(person.number).padStart(6, '0')}`;
  const indexEvent = `${name}-1`;
  const isOffered = wasOffered(person);
  const { columns, life } = courseOf(person, isOffered);
  return {
    row: {
      person: name,
      indexEvent,
      force: force.id,
      scheme: force.scheme,
      indexedOn,
      followedUntil: DATA_END_ON,
      diedOn: life.diedOn,
      age: person.age,
      sex: person.sex,
      ethnicitySelfDefined: person.recorded.ethnicitySelfDefined,
      ethnicityOfficerDefined: person.recorded.ethnicityOfficerDefined,
      offenceGroup: person.offenceGroup,
      drug: person.drug,
      gravityScore: person.gravityScore,
      priorOffences: person.priorOffences,
      priorDrugOffences: person.priorDrugOffences,
      priorTheftOffences: person.priorTheftOffences,
      priorViolentOffences: person.priorViolentOffences,
      priorTreatment: person.recorded.priorTreatment,
      arm: person.isRandomised ? (latents.chance.arm < 0.5 ? 'diversion' : 'usual') : null,
      stratum: person.stratum,
      eligible: person.isEligible,
      ...columns,
      withoutTheScheme: isOffered && latents.chance.recordedDisposal < 0.88 ? disposalWithoutScheme(person) : null,
      treatmentEnteredOn: treatmentEnteredOn(person, columns, life.diedOn),
      ...surveys(person, isOffered),
    },
    reoffences: life.reoffences.map((reoffence) => ({ person: name, indexEvent, ...reoffence })),
  };
}

function treatmentEnteredOn(
  { latents, indexedOn, priorTreatment }: GeneratedPerson,
  { startedOn }: CourseColumns,
  diedOn: StudyRow['diedOn'],
): StudyRow['treatmentEnteredOn'] {
  const chance = 0.04 + (priorTreatment ? 0.12 : 0) + (startedOn === null ? 0 : 0.1);
  if (latents.chance.treatment >= chance) return null;
  const on = addDays(indexedOn, latents.days.treatment);
  return diedOn !== null && diedOn < on ? null : on;
}

type Surveys = Pick<StudyRow, 'personSurveyAsked' | 'personSatisfaction' | 'victimSurveyAsked' | 'victimSatisfaction'>;

function surveys({ latents, isRandomised, offenceGroup }: GeneratedPerson, isOffered: boolean): Surveys {
  const { chance } = latents;
  const personAsked = isOffered || isRandomised;
  const hasVictim = offenceGroup !== 'possession' && offenceGroup !== 'public-order' && chance.hasVictim < 0.8;
  const victimAsked = hasVictim && chance.victimAsked < 0.7;
  return {
    personSurveyAsked: personAsked,
    personSatisfaction:
      personAsked && chance.personAnswers < 0.42 ? scoreOf(chance.personSatisfaction, isOffered) : null,
    victimSurveyAsked: hasVictim ? victimAsked : null,
    victimSatisfaction:
      victimAsked && chance.victimAnswers < 0.35 ? scoreOf(chance.victimSatisfaction, isOffered) : null,
  };
}

/** From 1 to 5, somewhat higher where the scheme was offered. */
function scoreOf(chance: number, isOffered: boolean): number {
  return 1 + [0.08, 0.2, 0.42, 0.75].filter((bound) => chance >= bound - (isOffered ? 0.05 : 0)).length;
}
