import type { GeneratedPerson } from './generated-person.ts';
import { ACCEPT, ALWAYS_TAKERS, OFFER, STEP } from './world.ts';

/** How far a person would go if the scheme were offered to them. */
export interface Uptake {
  readonly accepts: boolean;
  readonly isReferred: boolean;
  readonly isContacted: boolean;
  readonly starts: boolean;
  readonly completes: boolean;
}

/** Whether a person of the trial gets the scheme whatever chance says. */
export function isAlwaysTaker({ isRandomised, latents }: GeneratedPerson): boolean {
  return isRandomised && latents.chance.always < ALWAYS_TAKERS;
}

/** Whether an officer offers the scheme where it is in reach and chance does not decide. */
export function officerOffers(person: GeneratedPerson): boolean {
  const { priorOffences, age, offenceGroup, ethnicity, latents } = person;
  const logOdds =
    OFFER.base +
    OFFER.perPriorOffence * priorOffences +
    OFFER.perYearOfAge * (age - 30) +
    (offenceGroup === 'possession' ? OFFER.possession : 0) +
    (ethnicity.startsWith('B') ? OFFER.black : 0);
  return person.isEligible && person.force.scheme !== null && latents.chance.offer < chanceOf(logOdds);
}

/** What would follow an offer. It depends on nothing unseen that reoffending depends on too. */
export function uptakeOf(person: GeneratedPerson): Uptake {
  const { chance } = person.latents;
  const always = isAlwaysTaker(person);
  const logOdds = ACCEPT.base + ACCEPT.perPriorOffence * person.priorOffences + ACCEPT.perYearOfAge * (person.age - 30);
  const accepts = always || chance.accept < chanceOf(logOdds);
  const isReferred = accepts && (always || chance.referred < STEP.referred);
  const isContacted = isReferred && (always || chance.contacted < STEP.contacted);
  const starts = isContacted && (always || chance.started < STEP.started);
  return { accepts, isReferred, isContacted, starts, completes: starts && chance.completed < STEP.completed };
}

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
