import type { Finding } from '../../../documents/index.ts';
import type { Outcome, PlanDocument } from './plan-document.ts';
import { DESIGNS, META_ANALYSES, OUTCOMES, SENSITIVITIES, type Design } from './plan-words.ts';
import { keysIn } from '../../../shared/tables.ts';

type Setting = Exclude<keyof PlanDocument['comparison'], 'design'>;

/** The settings of each design: what stands where one is left out, or that it must be written. */
const SETTINGS: { readonly [design in Design]: { readonly [setting in Setting]?: 'needed' | 'optional' } } = {
  randomised: { received: 'optional' },
  'matched-controls': {
    received: 'optional',
    claims: 'optional',
    landmarkDays: 'optional',
    controls: 'optional',
    caliper: 'optional',
    exact: 'optional',
    reuse: 'optional',
  },
  'natural-experiment': {
    diversionForces: 'needed',
    comparisonForces: 'needed',
    comparisonPeople: 'optional',
    imputations: 'optional',
    metaAnalysis: 'optional',
    spreadOf: 'optional',
  },
};

/** What is wrong with the meaning of a plan that has the right shape. */
export function planFindings(plan: PlanDocument): Finding[] {
  return [
    ...cohortFindings(plan),
    ...settingFindings(plan),
    ...claimFindings(plan),
    ...forceFindings(plan),
    ...outcomeFindings(plan),
    ...covariateFindings(plan),
    ...sensitivityFindings(plan),
    ...twiceFindings(plan),
  ];
}

function cohortFindings({ cohort }: PlanDocument): Finding[] {
  const { from, until, age } = cohort;
  const findings: Finding[] = [];
  if (until < from) {
    findings.push({
      path: ['cohort', 'until'],
      problem: `${until} is before ${from}, the day the cohort begins`,
      remedy: 'write the last index day, which comes after the first',
    });
  }
  if (age?.atLeast !== undefined && age.atMost !== undefined && age.atMost < age.atLeast) {
    findings.push({
      path: ['cohort', 'age', 'atMost'],
      problem: `nobody is at least ${age.atLeast} and at most ${age.atMost}`,
      remedy: 'write the higher age under atMost',
    });
  }
  return findings;
}

function settingFindings({ comparison }: PlanDocument): Finding[] {
  const { design, ...settings } = comparison;
  const known = SETTINGS[design];
  const findings: Finding[] = [];
  for (const setting of keysIn(settings)) {
    if (known[setting] !== undefined) continue;
    findings.push({
      path: ['comparison', setting],
      at: 'key',
      problem: `"${setting}" is no setting of ${DESIGNS[design]}`,
      remedy: `take it out, or write one of: ${Object.keys(known).join(', ')}`,
    });
  }
  for (const [setting, need] of Object.entries(known)) {
    if (need !== 'needed' || setting in settings) continue;
    findings.push({
      path: ['comparison', 'design'],
      problem: `${DESIGNS[design]} needs ${setting}`,
      remedy: `add ${setting}: [..] under comparison`,
    });
  }
  return findings;
}

/** Who gets far enough to start or complete has stayed out of trouble meanwhile, and was chosen, or chose, to go on. */
function claimFindings({ comparison }: PlanDocument): Finding[] {
  const { design, received = 'offered', claims = 'effect' } = comparison;
  if (design !== 'matched-controls' || received === 'offered' || claims === 'association') return [];
  return [
    {
      path: ['comparison', 'received'],
      problem: `${received} is what people did after the index day, so that a difference is no effect: nobody who reoffended before could get so far, and those who did were chosen or chose`,
      remedy:
        'write received: offered, which asks what the offer does, or claims: association, which is reported as one beside a landmark analysis',
    },
  ];
}

function forceFindings({ comparison }: PlanDocument): Finding[] {
  return [...onBothSides(comparison), ...resamplingFindings(comparison)];
}

/** Diversion forces alone have nothing to be divided by, or against. */
function resamplingFindings({ metaAnalysis, spreadOf }: PlanDocument['comparison']): Finding[] {
  const isOfAll = metaAnalysis === 'permutation' || metaAnalysis === 'wild-bootstrap';
  if (!isOfAll || spreadOf !== 'diversion-forces') return [];
  const problem = `${META_ANALYSES[metaAnalysis]} sets forces with a scheme against forces without, so the spread of both is in it`;
  return [{ path: ['comparison', 'spreadOf'], problem, remedy: 'write spreadOf: all-forces, or another metaAnalysis' }];
}

function onBothSides({ diversionForces = [], comparisonForces = [] }: PlanDocument['comparison']): Finding[] {
  return comparisonForces.flatMap((force, at) =>
    diversionForces.includes(force)
      ? [
          {
            path: ['comparison', 'comparisonForces', at],
            problem: `${force} is among the diversion forces too`,
            remedy: 'a force either had a scheme or had none: name it once',
          },
        ]
      : [],
  );
}

function outcomeFindings({ outcomes, comparison }: PlanDocument): Finding[] {
  const { primary, secondary = [] } = outcomes;
  const all: readonly [Outcome, readonly (string | number)[]][] = [
    [primary, ['outcomes', 'primary']],
    ...secondary.map((outcome, at): [Outcome, (string | number)[]] => [outcome, ['outcomes', 'secondary', at]]),
  ];
  const findings = all.flatMap(([outcome, path]): Finding[] => monthsFindings(outcome, path));
  const timed = comparison.design === 'natural-experiment' && primary.measure !== 'time-to-reoffence';
  if (timed) {
    findings.push({
      path: ['outcomes', 'primary', 'measure'],
      problem: 'a comparison of forces has time-to-reoffence as its primary outcome, as its model is of time',
      remedy: 'write measure: time-to-reoffence, and this one under secondary',
    });
  }
  return findings;
}

function monthsFindings({ measure, months }: Outcome, path: readonly (string | number)[]): Finding[] {
  const { needsMonths } = OUTCOMES[measure];
  if (needsMonths && months === undefined) {
    return [{ path, problem: `${measure} needs its months`, remedy: `write { measure: ${measure}, months: 12 }` }];
  }
  if (!needsMonths && months !== undefined) {
    const problem = `${measure} is not counted over months`;
    return [{ path: [...path, 'months'], at: 'key', problem, remedy: `write { measure: ${measure} }` }];
  }
  return [];
}

function covariateFindings({ comparison, covariates }: PlanDocument): Finding[] {
  const findings: Finding[] = [];
  const byForce = comparison.design === 'natural-experiment' || comparison.controls === 'other-forces';
  for (const [at, covariate] of covariates.entries()) {
    if (covariate === 'force' && byForce) {
      findings.push({
        path: ['covariates', at],
        problem: 'the force can’t be allowed for where forces are what is compared',
        remedy: 'take force out of the covariates',
      });
    }
    if (covariate === 'age_squared' && !covariates.includes('age')) {
      findings.push({
        path: ['covariates', at],
        problem: 'age_squared stands without age',
        remedy: 'add age to the covariates',
      });
    }
  }
  for (const [at, covariate] of (comparison.exact ?? []).entries()) {
    if (covariate !== 'force' || comparison.controls !== 'other-forces') continue;
    findings.push({
      path: ['comparison', 'exact', at],
      problem: 'a control from another force can’t be of the same force',
      remedy: 'take force out of exact, or write controls: same-forces',
    });
  }
  if (comparison.design === 'matched-controls' && covariates.length === 0) {
    findings.push({
      path: ['covariates'],
      problem: 'people can’t be matched on nothing',
      remedy: 'name what was known before the index event, as: [age, sex, prior_offences]',
    });
  }
  return findings;
}

function sensitivityFindings({ comparison, sensitivity = [], outcomes }: PlanDocument): Finding[] {
  return sensitivity.flatMap((name, at): Finding[] => {
    const designs: readonly Design[] = SENSITIVITIES[name].designs;
    const path = ['sensitivity', at];
    if (!designs.includes(comparison.design)) {
      const here = Object.entries(SENSITIVITIES).filter(([, { designs }]) =>
        (designs as readonly Design[]).includes(comparison.design),
      );
      const problem = `${name} is no analysis of ${DESIGNS[comparison.design]}`;
      return [{ path, problem, remedy: `write one of: ${here.map(([known]) => known).join(', ')}` }];
    }
    const ofChance = name === 'complier-effect' || name === 'doubly-robust';
    if (ofChance && outcomes.primary.measure === 'time-to-reoffence') {
      const problem = `${name} is of a difference, and time-to-reoffence has none`;
      return [{ path, problem, remedy: 'make reoffended the primary outcome, or take this out' }];
    }
    return [];
  });
}

/** A list in which the same thing stands twice would count it twice. */
function twiceFindings({ covariates, subgroups = [], sensitivity = [], outcomes }: PlanDocument): Finding[] {
  const written = ({ measure, months }: Outcome) => `${measure}${months === undefined ? '' : ` at ${months} months`}`;
  const primary = written(outcomes.primary);
  const lists: readonly [readonly string[], readonly string[]][] = [
    [covariates, ['covariates']],
    [subgroups, ['subgroups']],
    [sensitivity, ['sensitivity']],
  ];
  const findings = lists.flatMap(([list, path]) =>
    list.flatMap((name, at): Finding[] =>
      list.indexOf(name) < at
        ? [{ path: [...path, at], problem: `${name} is named twice`, remedy: 'name it once' }]
        : [],
    ),
  );
  const secondary = (outcomes.secondary ?? []).map(written);
  for (const [at, name] of secondary.entries()) {
    if (name !== primary && secondary.indexOf(name) === at) continue;
    const problem = name === primary ? `${name} is the primary outcome` : `${name} is named twice`;
    findings.push({ path: ['outcomes', 'secondary', at], problem, remedy: 'take it out of secondary' });
  }
  return findings;
}
