import type { Result } from '../../shared/result.ts';
import { daysOfWindow } from '../domain/cohort/maturity.ts';
import type { Sentence } from '../domain/disclosure/sentence.ts';
import type { Outcome, Plan } from '../domain/plan/plan-document.ts';
import { SENSITIVITIES } from '../domain/plan/plan-words.ts';
import { balanceRows, baselineTable } from './baseline.ts';
import { curvesOf } from './curves.ts';
import type { DesignResult, Pooling } from './design-result.ts';
import type { Finding } from './finding.ts';
import type { TogetherEffect } from './force-effects.ts';
import { flowSide } from './flow-side.ts';
import { imputedCovariates } from './imputed-covariates.ts';
import { isOfReoffending, knownPlaces, outcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import type { Work } from './progress.ts';
import { studyRecord } from './study-record.ts';
import type { StudySample } from './study-sample.ts';
import { ComparedForces, SIDE_NAMES, type RiskWithin } from './compared-forces.ts';

/** How early the first risk is read that is compared beside the hazard ratio: as the national evaluation did. */
const EARLY_DAYS = 30;

const LIMITS = [
  'Forces were not allocated a scheme by chance. Forces that took one up may differ from the others in policing, recording, courts and local services, and any of these could make the difference.',
  'Everybody in a force with a scheme counts, diverted or not: it is the effect of having the scheme in reach, which is smaller than the effect on those who took part.',
  'There are only so many forces. People tell much about each force, and little about forces in general.',
  'It sees offences that were found out and proven. If forces with a scheme record or prove offences differently, that looks like an effect.',
  'It does not say which part of the scheme worked, nor what the same scheme would do in a force unlike these.',
] as const;

/**
 * Forces with a scheme against forces without: one model of time to the first reoffence with a term for each force and
 * the covariates, what is missing filled in by chained equations; then forces with a scheme against forces without, each
 * force one observation, so that what sets forces apart from each other is in the error.
 * As the national evaluation had it (`spreadOf: diversion-forces`): in each diversion force Cox's model of time on "in a
 * diversion force" against people of the comparison forces, put together by a random-effects meta-analysis. Comparison
 * forces are then taken to be alike. Choice: each comparison person is assigned to one diversion force, because pooling
 * takes forces to be independent.
 */
export function* naturalExperiment(plan: Plan, sample: StudySample): Work<DesignResult> {
  const { primary, secondary = [] } = plan.outcomes;
  const inScheme = new Set(plan.comparison.diversionForces);
  const everybody = sample.subjects;
  const all = outcomeValues(everybody, primary);
  const subjects = knownPlaces(all).flatMap((at) => everybody[at] ?? []);
  const study = new ComparedForces(plan, subjects);
  const imputed = yield* imputedCovariates({ plan, subjects, values: outcomeValues(subjects, primary) });

  yield { doing: 'the primary outcome, force by force', share: 0.55 };
  const values = study.valuesOf(primary);
  const main = study.effects({ values, imputed });
  const findings: Finding[] = [main.pooled('primary', outcomeInWords(primary)), ...main.byForce()];
  for (const [at, risk] of risksOf(primary).entries()) {
    yield { doing: risk.label.toLowerCase(), share: 0.62 + 0.03 * at };
    findings.push(study.riskAt(risk, { values, imputed }));
  }
  for (const [at, outcome] of secondary.entries()) {
    yield { doing: outcomeInWords(outcome), share: 0.68 + (0.08 * at) / secondary.length };
    findings.push(
      study.effects({ values: study.valuesOf(outcome), imputed }).pooled('secondary', outcomeInWords(outcome)),
    );
  }
  yield { doing: 'groups fixed in advance', share: 0.76 };
  const groups = study.subgroups({ values, imputed });
  findings.push(...groups.findings);
  for (const [at, name] of (plan.sensitivity ?? []).entries()) {
    yield { doing: SENSITIVITIES[name].says, share: 0.84 + (0.15 * at) / (plan.sensitivity?.length ?? 1) };
    findings.push(...(yield* study.sensitivity(name, { main, imputed })));
  }
  const treated = study.treated;
  const places = (has: boolean) =>
    [...everybody.keys()].filter((at) => inScheme.has(everybody[at]?.row.force ?? '') === has);
  const timed = [primary, ...secondary].find(isOfReoffending);
  return {
    names: SIDE_NAMES,
    flow: {
      inData: sample.inData,
      excluded: sample.excluded,
      studied: everybody.length,
      sides: [
        flowSide(SIDE_NAMES[0], { places: places(true), subjects: everybody, values: all }),
        flowSide(SIDE_NAMES[1], { places: places(false), subjects: everybody, values: all }),
      ],
    },
    baseline: baselineTable(subjects, treated, { covariates: plan.covariates }),
    record: studyRecord(subjects, treated, plan.covariates),
    findings,
    subgroupTests: groups.tests,
    curves:
      timed === undefined
        ? null
        : curvesOf({ outcome: timed, rows: study.rowsOf(study.valuesOf(timed)), names: SIDE_NAMES, isSimple: true }),
    balance: balanceRows(subjects, {
      treated,
      weights: new Float64Array(subjects.length).fill(1),
      covariates: plan.covariates,
    }).map((row) => ({ ...row, after: null })),
    pooling: poolingOf(main.together(study.metaAnalysis)),
    warnings: study.warnings(imputed, all),
    limits: LIMITS,
  };
}

function poolingOf(found: Result<TogetherEffect, Sentence>): Pooling | null {
  return found.ok ? found.value.pooling : null;
}

/** The early risk and that of the plan's own window; none of an outcome that is no reoffending. */
function risksOf(primary: Outcome): RiskWithin[] {
  if (!isOfReoffending(primary)) return [];
  const { months = 12 } = primary;
  const days = daysOfWindow(months);
  return [
    ...(EARLY_DAYS < days ? [{ days: EARLY_DAYS, label: `Reoffended within ${EARLY_DAYS} days` }] : []),
    { days, label: `Reoffended within ${months} ${months === 1 ? 'month' : 'months'}` },
  ];
}
