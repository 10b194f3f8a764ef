import { eValue, riskRatioOfHazards } from '../../../statistics/index.ts';
import { outcomeInWords } from '../../designs/outcome-words.ts';
import { COVARIATES, DESIGNS, SENSITIVITIES, SUBGROUPS } from '../../domain/plan/plan-words.ts';
import type { Evaluation, ReportedFinding } from '../evaluation.ts';
import { count, effectWords, listed, placeWords, pValue, SCALE_WORDS, signed } from '../words/numbers.ts';
import type { Answer } from './answer.ts';
import { absoluteOf, fewestOf, howManyMoreOf, powerOf } from './enough-people.ts';

/** What a plan, its data and this report can say to the lines of a checklist; null where none of them does. */
export type Answers = { readonly [name in keyof ReturnType<typeof answersOf>]: Answer | null };

export function answersOf(evaluation: Evaluation) {
  const { plan, result, command, earlier, planHash, history } = evaluation;
  const { cohort, comparison, outcomes, covariates, subgroups = [], sensitivity = [] } = plan;
  const primary = result.findings.find(({ role }) => role === 'primary');
  const ofPlan = (says: string): Answer => ({ says, from: 'plan' });
  const ofData = (says: string): Answer => ({ says, from: 'data' });
  const ofReport = (says: string): Answer => ({ says, from: 'report' });
  const forces = cohort.forces ?? [...(comparison.diversionForces ?? []), ...(comparison.comparisonForces ?? [])];
  const narrowed = [
    ...(cohort.age === undefined ? [] : [`aged ${cohort.age.atLeast ?? 0} to ${cohort.age.atMost ?? 'any age'}`]),
    ...(cohort.offenceGroups === undefined ? [] : [`offences: ${cohort.offenceGroups.join(', ')}`]),
    ...(cohort.schemes === undefined ? [] : [`schemes: ${cohort.schemes.join(', ')}`]),
  ];
  const changed = new Set([planHash, ...earlier.map((one) => one.planHash)]).size - 1;
  return {
    title: ofPlan(plan.title),
    question: ofPlan(plan.question),
    design: ofPlan(`${DESIGNS[comparison.design]}, named in the report’s first lines`),
    setting: forces.length === 0 ? null : ofPlan(listed(forces.map(placeWords))),
    dates: ofPlan(`index days from ${cohort.from} to ${cohort.until}`),
    followUp:
      result.record === null
        ? null
        : ofData(
            `index days from ${result.record.indexedFrom} to ${result.record.indexedUntil}; watching ended from ${result.record.followedUntil[0]} to ${result.record.followedUntil[1]}`,
          ),
    eligibility:
      narrowed.length === 0
        ? ofPlan('everybody in the data with an index event in the period')
        : ofPlan(narrowed.join('; ')),
    received:
      comparison.received === undefined
        ? null
        : ofPlan(`a person counts as having had the scheme when it was ${comparison.received}`),
    outcomes: ofPlan(
      [
        `primary: ${outcomeInWords(outcomes.primary).toLowerCase()}`,
        ...(outcomes.secondary ?? []).map((one) => `secondary: ${outcomeInWords(one).toLowerCase()}`),
      ].join('; '),
    ),
    allowedFor: ofPlan(
      covariates.length === 0 ? 'nothing is allowed for' : listed(covariates.map((name) => COVARIATES[name].says)),
    ),
    methods: primary === undefined || primary.method === '' ? null : ofReport(primary.method),
    otherAnalyses: ofPlan(
      listed([
        ...subgroups.map((name) => `by ${SUBGROUPS[name]}`),
        ...sensitivity.map((name) => SENSITIVITIES[name].says.toLowerCase()),
      ]) || 'none',
    ),
    multiplicity: ofPlan(plan.multiplicity === 'holm' ? 'Holm’s method' : 'Benjamini and Hochberg’s method'),
    flow: ofData(
      `${count(result.flow.inData)} in the data, ${count(result.flow.studied)} studied; ${listed(result.flow.sides.map(({ name, compared }) => `${count(compared)} ${name} compared`))}`,
    ),
    baseline: ofReport('the table of what people were like before, of those who are compared'),
    balance: balanceOf(evaluation),
    missing: missingOf(evaluation),
    harms: harmsOf(evaluation),
    estimate:
      primary === undefined || primary.estimate === null
        ? null
        : ofData(
            `${SCALE_WORDS[primary.scale].name} ${effectWords(primary.estimate, primary.scale)}, p ${pValue(primary.estimate.p)}`,
          ),
    absolute: absoluteOf(primary),
    power: powerOf(primary),
    unmeasured: unmeasuredOf(primary, comparison.design === 'randomised'),
    limits: ofReport('the section “What this study can’t show”'),
    planFirst: ofReport(`the plan’s hash was taken before the data were opened: ${planHash.slice(0, 12)}`),
    protocolChanges: ofReport(
      changed === 0 && history === null
        ? 'no result under another plan was found beside this one'
        : changed === 0
          ? 'see the history of the plan in this report'
          : `${changed} other ${changed === 1 ? 'plan was' : 'plans were'} carried out before this one`,
    ),
    again: ofReport(`${command}; every number is in results.json`),
    frequency: frequencyOf(evaluation),
    rate: rateOf(primary),
    toFirst: timeOf(evaluation),
    fewest: fewestOf(primary),
    howManyMore: howManyMoreOf(primary),
  };
}

function balanceOf({ result }: Evaluation): Answer | null {
  const { balance } = result;
  if (balance === null || balance.length === 0) return null;
  const size = ({ before, after }: (typeof balance)[number]) => Math.abs(after ?? before ?? 0);
  const worst = Math.max(...balance.map(size));
  return { says: `the largest standardised difference of ${balance.length} is ${signed(worst, 2)}`, from: 'data' };
}

function missingOf({ result: { record } }: Evaluation): Answer | null {
  if (record === null) return null;
  const holes = record.missing.filter(({ counts }) => counts[0] + counts[1] > 0);
  const says =
    holes.length === 0
      ? 'nothing is missing in what is allowed for'
      : holes
          .map(({ name, counts }) => `${name}: ${count(counts[0])} with the scheme, ${count(counts[1])} without`)
          .join('; ');
  return { says, from: 'data' };
}

function harmsOf({ result: { record } }: Evaluation): Answer | null {
  if (record === null) return null;
  const [one, other] = record.deaths;
  return {
    says: `died while watched: ${count(one)} with the scheme, ${count(other)} without; no other harm is in the data`,
    from: 'data',
  };
}

function unmeasuredOf(primary: ReportedFinding | undefined, isTrial: boolean): Answer | null {
  if (isTrial) return { says: 'chance allocated, so what was not measured is alike on average', from: 'report' };
  const ratio = ratioOf(primary);
  const found = ratio === null ? null : eValue(ratio);
  if (found === null || !found.ok) return null;
  const { ofEstimate, ofInterval } = found.value;
  const interval =
    ofInterval === 1
      ? 'the interval holds no difference already'
      : `${signed(ofInterval, 2)} for the end of the interval`;
  return {
    says: `E-value ${signed(ofEstimate, 2)} (${interval}): something not measured would have to go with both the scheme and the outcome by that risk ratio to make the whole effect`,
    from: 'data',
  };
}

function ratioOf(primary: ReportedFinding | undefined) {
  if (primary?.estimate === null || primary === undefined) return null;
  const { value, low, high } = primary.estimate;
  if (primary.scale === 'risk-ratio' || primary.scale === 'rate-ratio') return { ratio: value, low, high };
  if (primary.scale === 'hazard-ratio') {
    return { ratio: riskRatioOfHazards(value), low: riskRatioOfHazards(low), high: riskRatioOfHazards(high) };
  }
  const without = primary.groups[1].value;
  if (primary.scale !== 'risk-difference' || without === null || without <= 0 || without + value <= 0) return null;
  return {
    ratio: (without + value) / without,
    low: Math.max(0, without + low) / without,
    high: (without + high) / without,
  };
}

function rateOf(primary: ReportedFinding | undefined): Answer | null {
  if (
    primary === undefined ||
    (primary.outcome.measure !== 'reoffended' && primary.outcome.measure !== 'time-to-reoffence')
  )
    return null;
  return absoluteOf(primary);
}

function frequencyOf({ result, plan }: Evaluation): Answer | null {
  const named = result.findings.find(({ outcome, role }) => outcome.measure === 'reoffences' && role !== 'sensitivity');
  if (named === undefined || named.estimate === null) return null;
  const { primary } = plan.outcomes;
  const beside = primary.measure === 'reoffences' ? '' : ' beside the rate';
  return {
    says: `reoffences for each person${beside}, ${SCALE_WORDS[named.scale].name}: ${effectWords(named.estimate, named.scale)}`,
    from: 'data',
  };
}

function timeOf({ result }: Evaluation): Answer | null {
  const named = result.findings.find(({ scale, estimate }) => scale === 'hazard-ratio' && estimate !== null);
  if (named === undefined) return null;
  return { says: `hazard ratio ${effectWords(named.estimate, named.scale)}`, from: 'data' };
}
