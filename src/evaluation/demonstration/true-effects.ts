import { daysBetween } from '../../shared/calendar-day.ts';
import { proofEnd, windowEnd } from '../domain/cohort/maturity.ts';
import { courseOf, disposalWithoutScheme } from './course.ts';
import { wasOffered } from './generated-row.ts';
import type { GeneratedPerson } from './generated-person.ts';
import { trueFrequency, trueRisk } from './true-hazard.ts';
import { isAlwaysTaker, uptakeOf } from './uptake.ts';
import { DATA_END_ON, FORCES } from './world.ts';

/** How a true effect was come by. */
export type HowKnown =
  /** Worked out from the hazards of each person drawn, on average over what chance could do to them. */
  | 'formula'
  /** As `formula`, for a model that the hazards do not follow exactly. */
  | 'formula, approximate'
  /** Both courses of each person drawn, of which only one is in the data. */
  | 'potential outcomes'
  /** A number of the world that the people were drawn from. */
  | 'by construction';

export interface TrueEffect {
  readonly what: string;
  readonly of: string;
  /** How many people it is about. */
  readonly n: number;
  readonly value: number | null;
  readonly how: HowKnown;
}

export type TrueEffects = Readonly<Record<string, TrueEffect>>;

const WINDOWS = [6, 12, 24] as const;

/** The true effects for the people drawn. */
export function trueEffects(people: readonly GeneratedPerson[]): TrueEffects {
  return {
    ...hazardRatios(people),
    ...ofTheTrial(people),
    ...ofOfficersChoice(people),
    ...ofForces(people),
    ...ofNets(people),
  };
}

type Reading = (person: GeneratedPerson, days: number) => number;

/** The mean over people whose window is mature when the data end. */
function effect(people: readonly GeneratedPerson[], months: number, reading: Reading) {
  const mature = people.filter(({ indexedOn }) => proofEnd(indexedOn, months) <= DATA_END_ON);
  const value = mean(
    mature.map((person) => reading(person, daysBetween(person.indexedOn, windowEnd(person.indexedOn, months)))),
  );
  return { n: mature.length, value };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** By how much starting would change a person's chance of a proven reoffence. */
const riskOfStarting: Reading = (person, days) => trueRisk(person, true, days) - trueRisk(person, false, days);

/** The same, of the offer: nothing where the person would not start. */
const riskOfOffer: Reading = (person, days) => (uptakeOf(person).starts ? riskOfStarting(person, days) : 0);

const frequencyOfStarting: Reading = (person, days) =>
  trueFrequency(person, true, days) - trueFrequency(person, false, days);

function hazardRatios(people: readonly GeneratedPerson[]): TrueEffects {
  const adjusted = 'given age, sex, prior_offences, prior_treatment and offence_group';
  const schemes = FORCES.filter(({ scheme }) => scheme !== null);
  const entries = schemes.map((force): readonly [string, TrueEffect] => {
    const n = people.filter((person) => person.force === force).length;
    return [
      `hazard-ratio.started.${force.id}`,
      {
        what: `hazard ratio of a proven reoffence of starting the scheme, ${adjusted}`,
        of: `everybody in ${force.id}`,
        n,
        value: Math.exp(force.logHazardRatio),
        how: 'by construction',
      },
    ];
  });
  const middle = mean(schemes.map(({ logHazardRatio }) => logHazardRatio)) ?? 0;
  const pooled: TrueEffect = {
    what: `hazard ratio of starting, ${adjusted}: the middle of the forces on the log scale`,
    of: 'the forces with a scheme, each counted once',
    n: schemes.length,
    value: Math.exp(middle),
    how: 'by construction',
  };
  return { ...Object.fromEntries(entries), 'hazard-ratio.started.middle-of-forces': pooled };
}

function ofTheTrial(people: readonly GeneratedPerson[]): TrueEffects {
  const randomised = people.filter(({ isRandomised }) => isRandomised);
  const compliers = randomised.filter((person) => !isAlwaysTaker(person) && uptakeOf(person).starts);
  const ofAssignment =
    (reading: Reading): Reading =>
    (person, days) =>
      isAlwaysTaker(person) ? 0 : reading(person, days);
  const entries = WINDOWS.flatMap((months): readonly (readonly [string, TrueEffect])[] => {
    const window = `within ${months} months, of mature rows`;
    const how = 'formula' as const;
    return [
      [
        `trial.assignment.risk-difference.${months}`,
        {
          what: `difference in the risk of a proven reoffence ${window}: assigned to diversion less assigned to usual`,
          of: 'everybody randomised',
          ...effect(randomised, months, ofAssignment(riskOfOffer)),
          how,
        },
      ],
      [
        `trial.compliers.risk-difference.${months}`,
        {
          what: `difference in that risk ${window}: starting less not starting`,
          of: 'those randomised who start if and only if assigned to diversion',
          ...effect(compliers, months, riskOfStarting),
          how,
        },
      ],
      [
        `trial.assignment.frequency-difference.${months}`,
        {
          what: `difference in proven reoffences per person ${window}`,
          of: 'everybody randomised',
          ...effect(
            randomised,
            months,
            ofAssignment((person, days) => (uptakeOf(person).starts ? frequencyOfStarting(person, days) : 0)),
          ),
          how,
        },
      ],
    ];
  });
  const forces = FORCES.filter(({ hasTrial }) => hasTrial).map((force): readonly [string, TrueEffect] => [
    `trial.assignment.risk-difference.12.${force.id}`,
    {
      what: 'difference in the risk of a proven reoffence within 12 months, of mature rows',
      of: `everybody randomised in ${force.id}`,
      ...effect(
        randomised.filter((person) => person.force === force),
        12,
        ofAssignment(riskOfOffer),
      ),
      how: 'formula',
    },
  ]);
  const courses = randomised.map((person) => ({
    with: courseOf(person, true),
    without: courseOf(person, isAlwaysTaker(person)),
  }));
  const closed = courses.filter(
    (course) => course.with.columns.appearedInCourt !== null && course.without.columns.appearedInCourt !== null,
  );
  return {
    ...Object.fromEntries([...entries, ...forces]),
    'trial.compliers.share': {
      what: 'share who start if and only if assigned to diversion',
      of: 'everybody randomised',
      n: randomised.length,
      value: randomised.length === 0 ? null : compliers.length / randomised.length,
      how: 'potential outcomes',
    },
    'trial.assignment.court-difference': {
      what: 'difference in the share who appear in court',
      of: 'those randomised whose offence is finished either way',
      n: closed.length,
      value: mean(
        closed.map(
          (course) => Number(course.with.columns.appearedInCourt) - Number(course.without.columns.appearedInCourt),
        ),
      ),
      how: 'potential outcomes',
    },
    'trial.assignment.police-minutes-difference': {
      what: 'difference in minutes of police time',
      of: 'everybody randomised',
      n: courses.length,
      value: mean(courses.map((course) => course.with.minutes - course.without.minutes)),
      how: 'potential outcomes',
    },
  };
}

function ofOfficersChoice(people: readonly GeneratedPerson[]): TrueEffects {
  const chosen = people.filter((person) => !person.isRandomised && wasOffered(person));
  const started = chosen.filter((person) => uptakeOf(person).starts);
  const what = 'difference in the risk of a proven reoffence within 12 months, of mature rows';
  return {
    'officers-choice.offered.risk-difference.12': {
      what: `${what}: offered less not offered`,
      of: 'those offered the scheme by choice of an officer',
      ...effect(chosen, 12, riskOfOffer),
      how: 'formula',
    },
    'officers-choice.started.risk-difference.12': {
      what: `${what}: started less not offered`,
      of: 'those who started after an offer by choice of an officer',
      ...effect(started, 12, riskOfStarting),
      how: 'formula',
    },
  };
}

function ofForces(people: readonly GeneratedPerson[]): TrueEffects {
  const entries = FORCES.filter(({ scheme }) => scheme !== null).flatMap((force) => {
    const here = people.filter((person) => person.force === force);
    const starts = (person: GeneratedPerson) => wasOffered(person) && uptakeOf(person).starts;
    const of = `everybody in ${force.id}`;
    const expected =
      (hasScheme: boolean): Reading =>
      (person, days) =>
        trueFrequency(person, hasScheme && starts(person), days);
    const withScheme = effect(here, 12, expected(true));
    const without = effect(here, 12, expected(false));
    const ratio =
      withScheme.value === null || without.value === null || without.value === 0
        ? null
        : withScheme.value / without.value;
    return [
      [
        `force.${force.id}.having-a-scheme.risk-difference.12`,
        {
          what: 'difference in the risk of a proven reoffence within 12 months, of mature rows: as the force is, less had it had no scheme',
          of,
          ...effect(here, 12, (person, days) => (starts(person) ? riskOfStarting(person, days) : 0)),
          how: 'formula',
        },
      ],
      [
        `force.${force.id}.having-a-scheme.hazard-ratio`,
        {
          what: 'ratio of the proven reoffences to be expected in 12 months, of mature rows, as the force is, to those had it had no scheme: near what a Cox model of the force would find',
          of,
          n: withScheme.n,
          value: ratio,
          how: 'formula, approximate',
        },
      ],
    ] as readonly (readonly [string, TrueEffect])[];
  });
  const ratios = entries.flatMap(([id, { value }]) =>
    id.endsWith('hazard-ratio') && value !== null ? [Math.log(value)] : [],
  );
  const middle = mean(ratios);
  const pooled: TrueEffect = {
    what: 'the middle of these ratios on the log scale: near what a random-effects meta-analysis of the forces would find',
    of: 'the forces with a scheme, each counted once',
    n: ratios.length,
    value: middle === null ? null : Math.exp(middle),
    how: 'formula, approximate',
  };
  return { ...Object.fromEntries(entries), 'force.middle-of-forces.having-a-scheme.hazard-ratio': pooled };
}

function ofNets(people: readonly GeneratedPerson[]): TrueEffects {
  const diverted = people.filter((person) => wasOffered(person) && uptakeOf(person).starts);
  const spared = diverted.map((person) => Number(disposalWithoutScheme(person) === 'no-further-action'));
  return {
    'net-widening.started': {
      what: 'share against whom nothing would have been done without the scheme',
      of: 'those who started',
      n: diverted.length,
      value: mean(spared),
      how: 'potential outcomes',
    },
  };
}
