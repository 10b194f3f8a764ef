import type { StudyRow } from '../domain/cohort/study-row.ts';
import type { Plan } from '../domain/plan/plan-document.ts';
import { studyRecord } from './study-record.ts';
import { baselineTable } from './baseline.ts';
import { curvesOf } from './curves.ts';
import type { DesignResult, Flow, FlowSide } from './design-result.ts';
import { flowSide } from './flow-side.ts';
import { rowsAt } from './effects/compared-rows.ts';
import { findingOn, SCALES } from './effects/outcome-effects.ts';
import type { Finding } from './finding.ts';
import { isOfReoffending, knownPlaces, type OutcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import type { Work } from './progress.ts';
import type { StudySample, Subject } from './study-sample.ts';
import { subgroupFindings } from './subgroup-findings.ts';
import { ARM_NAMES, Trial } from './trial.ts';

const LIMITS = [
  'It says what an offer of diversion did to the people who were allocated, whatever they took up. The effect on those who took part is a different number, and needs assumptions of its own.',
  'It holds for people who would have been let into this trial, dealt with as they were there and then. Other forces, offences and years may differ.',
  'Chance makes the groups alike on average, and not in every trial; the table of what people were like shows how alike they came out.',
  'It sees offences that were found out and proven. If people in one group were watched more closely than in the other, more of theirs would be found.',
  'It does not say which part of the scheme worked.',
] as const;

/**
 * A randomised trial, allocated elsewhere. Everybody is compared as allocated (intention to treat), whatever they got.
 * Where chance was drawn within strata, strata are allowed for, because shares allocated may differ between them.
 * People with no arm recorded are left out and counted.
 */
export function* randomised(plan: Plan, sample: StudySample): Work<DesignResult> {
  const subjects = sample.subjects.filter(({ row }) => row.arm !== null);
  const notAllocated = sample.subjects.length - subjects.length;
  const excluded = [
    ...sample.excluded,
    ...(notAllocated > 0 ? [{ why: 'no arm of the trial recorded', n: notAllocated }] : []),
  ];
  const trial = new Trial(plan, subjects);
  const { primary, secondary = [] } = plan.outcomes;

  yield { doing: 'the primary outcome', share: 0.1 };
  const values = trial.valuesOf(primary);
  const rows = trial.rowsOf(values);
  const findings: Finding[] = trial.findingsOf(primary, 'primary');
  for (const [at, outcome] of secondary.entries()) {
    yield { doing: outcomeInWords(outcome), share: 0.2 + (0.3 * at) / secondary.length };
    findings.push(...trial.findingsOf(outcome, 'secondary'));
  }
  yield { doing: 'groups fixed in advance', share: 0.5 };
  const [scale] = SCALES[values.kind];
  const known = knownPlaces(values);
  const groups = subgroupFindings({
    subjects: known.map((place) => subjects[place]).filter((subject) => subject !== undefined),
    subgroups: plan.subgroups ?? [],
    outcome: primary,
    scale,
    findingAmong: (places, words) =>
      findingOn({
        ...words,
        role: 'subgroup',
        outcome: primary,
        kind: values.kind,
        scale,
        rows: rowsAt(rows, places),
        names: ARM_NAMES,
      }),
  });
  yield { doing: 'analyses of how far it holds', share: 0.75 };
  findings.push(...groups.findings, ...trial.sensitivity(values));
  const timed = [primary, ...secondary].find(isOfReoffending);
  const hasCluster = rows.cluster !== null;
  return {
    names: ARM_NAMES,
    flow: flowOf({ sample: { ...sample, excluded }, subjects, values }),
    baseline: baselineTable(subjects, trial.treated, { covariates: plan.covariates }),
    record: studyRecord(subjects, trial.treated, plan.covariates),
    findings,
    subgroupTests: groups.tests,
    curves:
      timed === undefined
        ? null
        : curvesOf({
            outcome: timed,
            rows: trial.rowsOf(trial.valuesOf(timed)),
            names: ARM_NAMES,
            isSimple: !hasCluster,
          }),
    balance: null,
    pooling: null,
    warnings: trial.warnings(values),
    limits: LIMITS,
  };
}

interface FlowTask {
  readonly sample: StudySample;
  readonly subjects: readonly Subject[];
  readonly values: OutcomeValues;
}

function flowOf({ sample, subjects, values }: FlowTask): Flow {
  const side = (arm: StudyRow['arm'], name: string): FlowSide => {
    const places = [...subjects.keys()].filter((at) => subjects[at]?.row.arm === arm);
    return flowSide(name, { places, subjects, values });
  };
  return {
    inData: sample.inData,
    excluded: sample.excluded,
    studied: subjects.length,
    sides: [side('diversion', ARM_NAMES[0]), side('usual', ARM_NAMES[1])],
  };
}
