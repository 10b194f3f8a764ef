import { addDays, type CalendarDay } from '../../shared/calendar-day.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { gammaVariate } from '../../statistics/index.ts';
import type { StudyRow } from '../domain/cohort/study-row.ts';
import { drawEthnicity } from './draw-ethnicity.ts';
import { drawLatents, type Latents } from './latents.ts';
import { pick } from './pick.ts';
import {
  ELIGIBLE,
  FIRST_INDEX_DAY,
  FORCES,
  HIGHER_RISK_FROM,
  INDEX_DAYS,
  TRIAL_ENDS_ON,
  type GeneratedForce,
} from './world.ts';

/** A generated person as they are on the index day, and all that chance holds for them whatever is done. */
export interface GeneratedPerson {
  readonly number: number;
  readonly force: GeneratedForce;
  readonly indexedOn: CalendarDay;
  readonly age: number;
  readonly sex: NonNullable<StudyRow['sex']>;
  /** As the person would say it, whether recorded or not. */
  readonly ethnicity: string;
  readonly recorded: Pick<StudyRow, 'ethnicitySelfDefined' | 'ethnicityOfficerDefined' | 'priorTreatment'>;
  readonly offenceGroup: string;
  readonly drug: string | null;
  readonly gravityScore: number;
  readonly priorOffences: number;
  readonly priorDrugOffences: number;
  readonly priorTheftOffences: number;
  readonly priorViolentOffences: number;
  readonly priorTreatment: boolean;
  readonly isEligible: boolean;
  readonly isRandomised: boolean;
  readonly stratum: string | null;
  readonly latents: Latents;
}

/** The person of a number: the same for a seed, however many are generated. */
export function generatedPerson(seed: number, number: number): GeneratedPerson {
  const random = SeededRandom.of(`waymark demonstration ${seed} person ${number}`);
  const force = pick(
    random,
    FORCES.map((force) => [force, force.share] as const),
  );
  const indexedOn = addDays(FIRST_INDEX_DAY, random.below(INDEX_DAYS));
  const age = Math.min(75, Math.floor(18 + force.older / 2 + gammaVariate(random, 1.6) * (8 + force.older / 2)));
  const sex = pick(random, [
    ['male', 0.8],
    ['female', 0.195],
    ['other', 0.005],
  ] as const);
  const ethnicity = drawEthnicity(random);
  const offenceGroup = pick(random, OFFENCE_GROUPS);
  const drug = offenceGroup === 'possession' ? pick(random, DRUGS) : null;
  const gravityScore = pick(random, [
    [1, 0.2],
    [2, 0.4],
    [3, 0.32],
    [4, 0.08],
  ] as const);
  const priorOffences = Math.min(25, Math.floor(gammaVariate(random, 0.8) * (3.4 + force.moreOffending)));
  const priorDrugOffences = partOf(random, priorOffences, 0.3);
  const priorTheftOffences = partOf(random, priorOffences - priorDrugOffences, 0.4);
  const priorViolentOffences = partOf(random, priorOffences - priorDrugOffences - priorTheftOffences, 0.4);
  const priorTreatment = random.next() < 0.12 + 0.012 * priorOffences;
  const isEligible = gravityScore <= ELIGIBLE.gravityScore && priorOffences <= ELIGIBLE.priorOffences;
  const isRandomised = isEligible && force.hasTrial && indexedOn <= TRIAL_ENDS_ON;
  const band = priorOffences >= HIGHER_RISK_FROM ? 'higher-risk' : 'lower-risk';
  return {
    number,
    force,
    indexedOn,
    age,
    sex,
    ethnicity: ethnicity.code,
    recorded: {
      ethnicitySelfDefined: ethnicity.selfDefined,
      ethnicityOfficerDefined: ethnicity.officerDefined,
      priorTreatment: random.next() < 0.06 ? null : priorTreatment,
    },
    offenceGroup,
    drug,
    gravityScore,
    priorOffences,
    priorDrugOffences,
    priorTheftOffences,
    priorViolentOffences,
    priorTreatment,
    isEligible,
    isRandomised,
    stratum: isRandomised ? `${force.id} ${band}` : null,
    latents: drawLatents(random),
  };
}

const OFFENCE_GROUPS = [
  ['possession', 0.6],
  ['shoplifting', 0.15],
  ['theft', 0.05],
  ['common-assault', 0.08],
  ['criminal-damage', 0.06],
  ['public-order', 0.06],
] as const;

const DRUGS = [
  ['cannabis', 0.68],
  ['cocaine', 0.18],
  ['heroin', 0.04],
  ['crack', 0.03],
  ['mdma', 0.03],
  ['ketamine', 0.04],
] as const;

function partOf(random: SeededRandom, whole: number, share: number): number {
  let part = 0;
  for (let one = 0; one < whole; one += 1) if (random.next() < share) part += 1;
  return part;
}
