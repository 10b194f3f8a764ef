import type { Plan } from '../domain/plan/plan-document.ts';
import { SENSITIVITIES } from '../domain/plan/plan-words.ts';
import { count, sentence } from '../domain/disclosure/sentence.ts';
import { covariateColumns } from './covariate-columns.ts';
import type { DesignResult } from './design-result.ts';
import type { Finding } from './finding.ts';
import { flowSide } from './flow-side.ts';
import { isOfReoffending, knownPlaces, outcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import type { Work } from './progress.ts';
import type { StudySample, Subject } from './study-sample.ts';
import { landmarkFindings } from './landmark.ts';
import { MatchedStudy } from './matched-study.ts';

const LIMITS = [
  'Nobody was allocated by chance. People are made alike in what was recorded and can still differ in what was not: motivation, family, how serious the case looked to the officer.',
  'The effect is among people who had the scheme and found somebody like them. Of those left out without a match it says nothing.',
  'If officers offered the scheme to people whom they expected to do well, part of any difference is that choice, and not the scheme.',
  'It sees offences that were found out and proven. If people in one group were watched more closely than in the other, more of theirs would be found.',
  'It does not say which part of the scheme worked.',
] as const;

/** Said at the top of an association and among its bounds. */
const ASSOCIATION =
  'This is an association, and no effect of the scheme. People are sorted by what they did after the index day: nobody who reoffended before could get so far (immortal time), and who went on was chosen, or chose (selection). The landmark analysis beside it does away with the first, and not with the second.';

/**
 * People who had the scheme, each beside one like them who had not. The answer is the effect among those with the
 * scheme; errors go by control, so that a control who stands for several people does not count as several.
 */
export function* matchedControls(plan: Plan, sample: StudySample): Work<DesignResult> {
  const step = plan.comparison.received ?? 'offered';
  const names = [
    step === 'offered' ? 'people offered diversion' : `people who ${step} diversion`,
    'matched controls',
  ] as const;
  const { primary, secondary = [] } = plan.outcomes;
  const pool = poolOf(plan, sample);
  const values = outcomeValues(pool.subjects, primary);
  // Matching comes after the immature are out, so that a pair is not lost with half of it.
  const known = new Set(knownPlaces(values));
  const { columns } = covariateColumns(pool.subjects, plan.covariates);
  const places = [...known].filter((at) => columns.every((column) => !Number.isNaN(column.values[at])));
  const isComplete = new Set(places);
  const incomplete = known.size - places.length;
  const study = new MatchedStudy(plan, { subjects: pool.subjects, places, names });

  yield { doing: 'finding people alike', share: 0.1 };
  const pairs = study.pairs();
  yield { doing: 'the primary outcome', share: 0.4 };
  const findings: Finding[] = study.findingsOf(primary, 'primary', pairs);
  const isAssociation = plan.comparison.claims === 'association';
  if (isAssociation) findings.push(...landmarkFindings(plan, sample.subjects));
  for (const [at, outcome] of secondary.entries()) {
    yield { doing: outcomeInWords(outcome), share: 0.45 + (0.2 * at) / secondary.length };
    findings.push(...study.findingsOf(outcome, 'secondary', pairs));
  }
  yield { doing: 'groups fixed in advance', share: 0.65 };
  const groups = study.subgroups(primary, pairs);
  findings.push(...groups.findings);
  for (const [at, name] of (plan.sensitivity ?? []).entries()) {
    yield { doing: SENSITIVITIES[name].says, share: 0.75 + (0.2 * at) / (plan.sensitivity?.length ?? 1) };
    findings.push(...study.sensitivity(name, pairs));
  }
  const timed = [primary, ...secondary].find(isOfReoffending);
  const excluded = [...sample.excluded, ...pool.excluded];
  const side = (arm: 0 | 1, name: string) => {
    const own = [...pool.subjects.keys()].filter((at) => pool.treated[at] === arm);
    const side = flowSide(name, { places: own, subjects: pool.subjects, values });
    const used = pairs.ok ? (arm === 1 ? pairs.value.treated.length : new Set(pairs.value.controls).size) : 0;
    const short = own.filter((at) => known.has(at) && !isComplete.has(at)).length;
    const candidates = (side.compared ?? 0) - short;
    return {
      ...side,
      lost: [
        ...side.lost,
        ...(short > 0 ? [{ why: 'a covariate that people are matched on not recorded', n: short }] : []),
        ...(candidates > used
          ? [{ why: arm === 1 ? 'nobody near enough to match' : 'not needed as a match', n: candidates - used }]
          : []),
      ],
      compared: used,
    };
  };
  return {
    names,
    flow: {
      inData: sample.inData,
      excluded,
      studied: pool.subjects.length,
      sides: [side(1, names[0]), side(0, 'people not offered diversion')],
    },
    baseline: study.baseline(pairs),
    record: study.record(pairs),
    findings,
    subgroupTests: groups.tests,
    curves: timed === undefined || !pairs.ok ? null : study.curves(timed, pairs.value),
    balance: pairs.ok ? study.balance(pairs.value) : null,
    pooling: null,
    warnings: [
      ...(isAssociation ? [sentence`${ASSOCIATION}`] : []),
      ...(incomplete > 0
        ? [sentence`${count(incomplete)} people are left out because a covariate is not recorded for them.`]
        : []),
      ...study.warnings(pairs),
    ],
    limits: isAssociation ? [ASSOCIATION, ...LIMITS] : LIMITS,
  };
}

interface Pool {
  readonly subjects: readonly Subject[];
  readonly treated: Uint8Array;
  readonly excluded: readonly { readonly why: string; readonly n: number }[];
}

/** Those who had the scheme, and those who may be their controls. */
function poolOf({ comparison }: Plan, { subjects }: StudySample): Pool {
  const { received = 'offered', controls = 'any' } = comparison;
  const had = ({ row }: Subject) => row[`${received}On`] !== null;
  const untouched = ({ row }: Subject) => row.offeredOn === null && row.startedOn === null;
  const forces = new Set(subjects.filter(had).map(({ row }) => row.force));
  const mayBeControl = ({ row }: Subject) =>
    controls === 'any' || forces.has(row.force) === (controls === 'same-forces');
  const between = subjects.filter((subject) => !had(subject) && !untouched(subject));
  const elsewhere = subjects.filter((subject) => untouched(subject) && !mayBeControl(subject));
  const included = subjects.filter((subject) => had(subject) || (untouched(subject) && mayBeControl(subject)));
  const where =
    controls === 'same-forces' ? 'not in a force that offered diversion' : 'in a force that offered diversion';
  return {
    subjects: included,
    treated: Uint8Array.from(included, (subject) => Number(had(subject))),
    excluded: [
      { why: `offered diversion but not ${received}`, n: between.length },
      { why: `not offered diversion, and ${where}`, n: elsewhere.length },
    ].filter(({ n }) => n > 0),
  };
}
