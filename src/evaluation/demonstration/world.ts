import { calendarDayOf } from '../../shared/calendar-day.ts';

/**
 * The world that generated people live in: every number of it is invented, so that an estimate can be held to what is
 * known to be true. Forces have names of their own, lest an invented effect be read as one of a real force.
 */
export interface GeneratedForce {
  readonly id: string;
  /** Share of all people; the shares add up to 1. */
  readonly share: number;
  readonly scheme: string | null;
  /** Whether chance decides whom the scheme is offered to, until the trial ends. */
  readonly hasTrial: boolean;
  /** ln of the hazard ratio of starting the scheme, given the covariates. 0 where there is none. */
  readonly logHazardRatio: number;
  /** Added to the mean age and to the scale of earlier offending: people differ from force to force. */
  readonly older: number;
  readonly moreOffending: number;
  /** The outcome type of people who complete. */
  readonly completedType: string;
}

const NO_SCHEME = { scheme: null, hasTrial: false, logHazardRatio: 0, completedType: '8' } as const;

export const FORCES: readonly GeneratedForce[] = [
  { id: 'demo-north', share: 0.16, scheme: 'demo-north-diversion', hasTrial: true, logHazardRatio: -0.5, older: 0, moreOffending: 0, completedType: '22' }, // prettier-ignore
  { id: 'demo-coast', share: 0.14, scheme: 'demo-coast-diversion', hasTrial: true, logHazardRatio: -0.3, older: 1, moreOffending: 0.3, completedType: '22' }, // prettier-ignore
  { id: 'demo-east', share: 0.12, scheme: 'demo-east-diversion', hasTrial: false, logHazardRatio: -0.2, older: -1, moreOffending: 0.1, completedType: '8' }, // prettier-ignore
  { id: 'demo-vale', share: 0.12, scheme: 'demo-vale-diversion', hasTrial: false, logHazardRatio: -0.4, older: 2, moreOffending: -0.2, completedType: '22' }, // prettier-ignore
  { id: 'demo-fen', share: 0.13, ...NO_SCHEME, older: 0, moreOffending: 0.2 },
  { id: 'demo-moor', share: 0.12, ...NO_SCHEME, older: 2, moreOffending: -0.1 },
  { id: 'demo-south', share: 0.11, ...NO_SCHEME, older: -1, moreOffending: 0 },
  { id: 'demo-west', share: 0.1, ...NO_SCHEME, older: 1, moreOffending: 0.1 },
];

/** Index days are spread evenly over three years; the last ones are not mature when the data end. */
export const FIRST_INDEX_DAY = calendarDayOf('2021-01-01');
export const INDEX_DAYS = 1095;
export const TRIAL_ENDS_ON = calendarDayOf('2023-09-30');
export const DATA_END_ON = calendarDayOf('2024-12-31');

/** A person is eligible who scores no more than this and has no more earlier offences than this. */
export const ELIGIBLE = { gravityScore: 3, priorOffences: 15 } as const;

/** Earlier offences from which on a person is in the higher band of risk, within which chance is drawn apart. */
export const HIGHER_RISK_FROM = 3;

/** Of the people randomised, those who get the scheme whatever chance says. */
export const ALWAYS_TAKERS = 0.04;

/** ln of the yearly hazard of a first proven reoffence: of a woman of 30 with no earlier offence, and what adds to it. */
export const HAZARD = {
  base: Math.log(0.22),
  perYearOfAge: -0.025,
  perPriorOffence: 0.07,
  male: 0.25,
  priorTreatment: 0.3,
  possession: -0.25,
} as const;

/** Offences that are never proven, for each one that is. */
export const UNPROVEN_PER_PROVEN = 0.12;

/** Proof takes 10 to 150 days: never longer than the six months that a mature figure waits. */
export const PROOF_DAYS = { from: 10, to: 150 } as const;

/** ln of the odds that an officer offers the scheme to an eligible person outside the trial. */
export const OFFER = {
  base: 0.9,
  perPriorOffence: -0.12,
  perYearOfAge: 0.015,
  possession: 0.5,
  black: -1.1,
} as const;

/** ln of the odds that a person who is offered the scheme accepts. */
export const ACCEPT = { base: 1.7, perPriorOffence: -0.06, perYearOfAge: 0.01 } as const;

/** Chances of each further step, of those who came to the one before. */
export const STEP = { referred: 0.97, contacted: 0.91, started: 0.9, completed: 0.82 } as const;

/** Nobody dies in the first days, so that whoever is to start the scheme lives to do so. */
export const NO_DEATH_DAYS = 60;

/** Yearly hazard of death after that: at 30, and what a year of age multiplies it by. */
export const DEATH = { at30: 0.008, perYearOfAge: 1.07 } as const;
