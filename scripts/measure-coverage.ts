import { writeFileSync } from 'node:fs';
import { demonstrationCohort } from '../src/evaluation/demonstration/demonstration-cohort.ts';
import { evaluatePlan } from '../src/evaluation/designs/evaluate-plan.ts';
import { parsePlan } from '../src/evaluation/domain/plan/parse-plan.ts';
import type { Plan } from '../src/evaluation/domain/plan/plan-document.ts';

/**
 * How often the 95% interval of a trial and of a comparison with matched controls holds the truth, on generated cohorts
 * whose true effects are known. Writes src/evaluation/designs/error-rates/designs.json, from which reports take what they
 * say of errors.
 *
 *   npm run coverage [-- COHORTS]      400 cohorts where left out; some minutes
 */
const PEOPLE = 1200;
const FIRST_SEED = 5001;

const REST = `title: A study
question: Does it help?
subgroups: []
multiplicity: holm
seed: 1
audience: evaluator
`;

const TRIAL = `${REST}
cohort: { from: 2021-01-01, until: 2023-12-31, indexEvent: first }
comparison: { design: randomised }
outcomes:
  primary: { measure: reoffended, months: 12 }
  secondary: [{ measure: reoffences, months: 12 }, { measure: police-minutes }]
covariates: []
`;

const MATCHED = `${REST}
cohort:
  from: 2021-01-01
  until: 2023-06-30
  indexEvent: first
  forces: [demo-east, demo-vale, demo-fen, demo-moor, demo-south, demo-west]
comparison: { design: matched-controls, controls: other-forces, reuse: 2 }
outcomes: { primary: { measure: reoffended, months: 12 } }
covariates: [age, sex, prior_offences, offence_group, ethnicity]
`;

const STUDIES = [
  {
    plan: TRIAL,
    design: 'randomised',
    measure: 'reoffended',
    says: 'who reoffended within 12 months',
    id: 'primary:Reoffended within 12 months:risk-difference',
    truth: 'trial.assignment.risk-difference.12',
  },
  {
    plan: TRIAL,
    design: 'randomised',
    measure: 'reoffences',
    says: 'reoffences within 12 months',
    id: 'secondary:Reoffences for each person within 12 months:mean-difference',
    truth: 'trial.assignment.frequency-difference.12',
  },
  {
    plan: TRIAL,
    design: 'randomised',
    measure: 'police-minutes',
    says: 'minutes of police time',
    id: 'secondary:Minutes of police time:mean-difference',
    truth: 'trial.assignment.police-minutes-difference',
  },
  {
    plan: MATCHED,
    design: 'matched-controls',
    measure: 'reoffended',
    says: 'who reoffended within 12 months',
    id: 'primary:Reoffended within 12 months:risk-difference',
    truth: 'officers-choice.offered.risk-difference.12',
  },
] as const;

function planOf(text: string): Plan {
  const plan = parsePlan(text, 'plan.yaml');
  if (!plan.ok) throw new Error(plan.refusal.map(({ problem, remedy }) => `${problem}; ${remedy}`).join('\n'));
  return plan.value;
}

const cohorts = Number(process.argv[2] ?? 400);
const plans = new Map([TRIAL, MATCHED].map((text) => [text, planOf(text)]));
const tallies = STUDIES.map(() => ({ answered: 0, held: 0 }));
for (let at = 0; at < cohorts; at += 1) {
  const { cohort, effects } = demonstrationCohort({ people: PEOPLE, seed: FIRST_SEED + at });
  const results = new Map(
    [...plans].map(([text, plan]) => {
      const work = evaluatePlan(plan, cohort);
      let step = work.next();
      while (step.done !== true) step = work.next();
      return [text, step.value] as const;
    }),
  );
  for (const [place, { plan, id, truth }] of STUDIES.entries()) {
    const estimate = results.get(plan)?.findings.find((finding) => finding.id === id)?.estimate;
    const value = effects[truth]?.value;
    const tally = tallies[place];
    if (estimate === null || estimate === undefined || typeof value !== 'number' || tally === undefined) continue;
    tally.answered += 1;
    tally.held += Number(estimate.low <= value && value <= estimate.high);
  }
}
const studies = STUDIES.map(({ design, measure, says }, at) => ({ design, measure, says, ...tallies[at] }));
const file = { command: `npm run coverage -- ${cohorts}`, firstSeed: FIRST_SEED, people: PEOPLE, cohorts, studies };
const path = new URL('../src/evaluation/designs/error-rates/designs.json', import.meta.url);
writeFileSync(path, `${JSON.stringify(file, null, 1)}\n`);
