import { ok, refuse, type Result } from '../../shared/result.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import type { NamedColumn } from '../../statistics/index.ts';
import type { Outcome, Plan } from '../domain/plan/plan-document.ts';
import { SENSITIVITIES, type SensitivityName } from '../domain/plan/plan-words.ts';
import { balanceRows, baselineTable } from './baseline.ts';
import { covariateOf } from './covariate-columns.ts';
import { curvesOf } from './curves.ts';
import { dealtControls } from './dealt-controls.ts';
import type { DesignResult, Pooling } from './design-result.ts';
import { codesOf, rowsAt, type ComparedRows } from './effects/compared-rows.ts';
import { findingFrom, SCALES, type FindingTask } from './effects/outcome-effects.ts';
import type { EffectScale, Finding } from './finding.ts';
import { flowSide } from './flow-side.ts';
import { imputedCovariates, type ImputedCovariates } from './imputed-covariates.ts';
import { isOfReoffending, knownPlaces, outcomeValues, type OutcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import { effectOverImputations, pooledOverForces, type MetaAnalysisName } from './pooled-effects.ts';
import type { Work } from './progress.ts';
import type { StudySample, Subject } from './study-sample.ts';
import { subgroupFindings } from './subgroup-findings.ts';

const NAMES = ['people in forces with a scheme', 'people in comparison forces'] as const;

/** When risks are compared beside the hazard ratio: as the national evaluation did [S-PDD]. */
const RISK_DAYS = [30, 365] as const;

/** For each comparison force left out everything is fitted again: on so many of the completed data sets. */
const IMPUTATIONS_WHEN_LEFT_OUT = 5;

const LIMITS = [
  'Forces were not allocated a scheme by chance. Forces that took one up may differ from the others in policing, recording, courts and local services, and any of these could make the difference.',
  'Everybody in a force with a scheme counts, diverted or not: it is the effect of having the scheme in reach, which is smaller than the effect on those who took part.',
  'There are only so many forces. People tell much about each force, and little about forces in general; the comparison forces’ own peculiarities stay in the answer.',
  'It sees offences that were found out and proven. If forces with a scheme record or prove offences differently, that looks like an effect.',
  'It does not say which part of the scheme worked, nor what the same scheme would do in a force unlike these.',
] as const;

/**
 * Forces with a scheme against forces without, as the national evaluation had it [S-PDD]: in each diversion force Cox's
 * model of time to the first reoffence on "in a diversion force", with covariates, against people of the comparison
 * forces; what is missing filled in by chained equations; forces put together by a random-effects meta-analysis.
 * Choice: each comparison person is dealt to one diversion force, as pooling takes forces to be independent.
 */
export function* naturalExperiment(plan: Plan, sample: StudySample): Work<DesignResult> {
  const { primary, secondary = [] } = plan.outcomes;
  const inScheme = new Set(plan.comparison.diversionForces);
  const everybody = sample.subjects;
  const all = outcomeValues(everybody, primary);
  const subjects = knownPlaces(all).flatMap((at) => everybody[at] ?? []);
  const study = new Forces(plan, subjects);
  const imputed = yield* imputedCovariates({ plan, subjects, values: outcomeValues(subjects, primary) });

  yield { doing: 'the primary outcome, force by force', share: 0.55 };
  const values = study.valuesOf(primary);
  const main = study.effects({ values, imputed });
  const findings: Finding[] = [main.pooled('primary', outcomeInWords(primary)), ...main.byForce];
  for (const [at, days] of RISK_DAYS.entries()) {
    yield { doing: `risks at ${days} days`, share: 0.62 + 0.03 * at };
    findings.push(study.riskAt(days, { values, imputed }));
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
    names: NAMES,
    flow: {
      inData: sample.inData,
      excluded: sample.excluded,
      studied: everybody.length,
      sides: [
        flowSide(NAMES[0], { places: places(true), subjects: everybody, values: all }),
        flowSide(NAMES[1], { places: places(false), subjects: everybody, values: all }),
      ],
    },
    baseline: baselineTable(subjects, treated, { covariates: plan.covariates }),
    findings,
    subgroupTests: groups.tests,
    curves:
      timed === undefined
        ? null
        : curvesOf({ outcome: timed, rows: study.rowsOf(study.valuesOf(timed)), names: NAMES, isSimple: true }),
    balance: balanceRows(subjects, {
      treated,
      weights: new Float64Array(subjects.length).fill(1),
      covariates: plan.covariates,
    }).map((row) => ({ ...row, after: null })),
    pooling: main.pooling,
    warnings: study.warnings(imputed, all),
    limits: LIMITS,
  };
}

interface EffectsTask {
  readonly values: OutcomeValues;
  readonly imputed: Result<ImputedCovariates, string>;
  readonly scale?: EffectScale;
  readonly among?: (at: number) => boolean;
  readonly suffix?: string;
}

interface Effects {
  readonly byForce: readonly Finding[];
  readonly pooling: Pooling | null;
  readonly pooled: (role: Finding['role'], label: string, change?: PoolChange) => Finding;
}

interface PoolChange {
  readonly id?: string;
  readonly by?: MetaAnalysisName;
  readonly without?: string;
  readonly notes?: readonly string[];
}

class Forces {
  readonly #plan: Plan;
  readonly #subjects: readonly Subject[];
  readonly treated: Uint8Array;
  readonly #cluster: Int32Array | null;
  /** The diversion force by which each person is compared; shared people are compared by all. */
  readonly #group: readonly (string | null)[];

  constructor(plan: Plan, subjects: readonly Subject[]) {
    this.#plan = plan;
    this.#subjects = subjects;
    const forces = plan.comparison.diversionForces ?? [];
    this.treated = Uint8Array.from(subjects, ({ row }) => Number(forces.includes(row.force)));
    this.#cluster = plan.cohort.indexEvent === 'every' ? codesOf(subjects.map(({ row }) => row.person)) : null;
    this.#group = groupsOf(plan, subjects);
  }

  valuesOf(outcome: Outcome, countUnproven = false): OutcomeValues {
    return outcomeValues(this.#subjects, outcome, { countUnproven });
  }

  rowsOf(values: OutcomeValues): ComparedRows {
    return rowsAt(this.#all(values), knownPlaces(values));
  }

  #all({ value, days }: OutcomeValues): ComparedRows {
    return { treated: this.treated, value, days, covariates: [], stratum: null, cluster: this.#cluster };
  }

  /** The effect in each diversion force, and how to put them together. */
  effects({ values, imputed, scale = SCALES[values.kind][0], among = () => true, suffix = '' }: EffectsTask): Effects {
    const all = this.#all(values);
    const known = knownPlaces(values).filter(among);
    const label = outcomeInWords(values.outcome);
    const base = { outcome: values.outcome, kind: values.kind, scale };
    const byForce = (this.#plan.comparison.diversionForces ?? []).map((force) => {
      const places = known.filter((at) => this.#isCompared(at, force));
      const task: FindingTask = {
        ...base,
        id: `by-force:${force}:${label}${suffix}`,
        role: 'by-force',
        label: force,
        rows: rowsAt(all, places),
        names: [force, 'comparison people'],
      };
      if (!imputed.ok) return findingFrom(task, refuse(imputed.refusal));
      return findingFrom(task, effectOverImputations({ scale, rows: all, completed: imputed.value.completed, places }));
    });
    const first = pooledOverForces(byForce, scale, this.#metaAnalysis);
    return {
      byForce,
      pooling: first.ok ? first.value.pooling : null,
      pooled: (role, label, { id, by = this.#metaAnalysis, without, notes = [] } = {}) => {
        const kept = byForce.filter((finding) => finding.label !== without);
        const pooled = pooledOverForces(kept, scale, by);
        const refused = kept.filter(({ estimate }) => estimate === null);
        const own = known.filter((at) => without === undefined || !this.#isOnlyOf(at, without));
        const said = refused.map((finding) => `${finding.label} is not in it: ${finding.refusal ?? ''}`);
        const found = pooled.ok
          ? ok({
              estimate: pooled.value.estimate,
              method: `${kept.find(({ estimate }) => estimate !== null)?.method ?? ''}; ${pooled.value.method}`,
              notes: said,
            })
          : refuse([pooled.refusal, ...said].join(' '));
        return findingFrom(
          {
            ...base,
            id: id ?? `${role}:${outcomeInWords(values.outcome)}:${scale}${suffix}`,
            role,
            label,
            rows: rowsAt(all, own),
            names: NAMES,
            notes,
          },
          found,
        );
      },
    };
  }

  get #metaAnalysis(): MetaAnalysisName {
    return this.#plan.comparison.metaAnalysis ?? 'reml';
  }

  #isCompared(at: number, force: string): boolean {
    const own = this.#subjects[at]?.row.force === force;
    return own || (this.treated[at] === 0 && (this.#group[at] === null || this.#group[at] === force));
  }

  #isOnlyOf(at: number, force: string): boolean {
    return this.#subjects[at]?.row.force === force || this.#group[at] === force;
  }

  /** The difference in the share who have reoffended by a day, allowing for the covariates. */
  riskAt(days: number, { values, imputed }: EffectsTask): Finding {
    const value = values.value.map((value, at) =>
      Number.isNaN(value) ? value : Number(value === 1 && (values.days[at] ?? 0) <= days),
    );
    const label = `Reoffended within ${days} days`;
    const early: OutcomeValues = { ...values, value };
    return this.effects({ values: early, imputed, scale: 'risk-difference', suffix: `:${days}-days` }).pooled(
      'supporting',
      label,
    );
  }

  subgroups({ values, imputed }: EffectsTask) {
    const [scale] = SCALES[values.kind];
    const known = knownPlaces(values);
    return subgroupFindings({
      subjects: known.flatMap((at) => this.#subjects[at] ?? []),
      subgroups: this.#plan.subgroups ?? [],
      outcome: values.outcome,
      scale,
      findingAmong: (own, { id, label }) => {
        const among = new Set(own.map((at) => known[at]));
        return this.effects({ values, imputed, among: (at) => among.has(at) }).pooled('subgroup', label, { id });
      },
    });
  }

  *sensitivity(
    name: SensitivityName,
    { main, imputed }: { readonly main: Effects; readonly imputed: Result<ImputedCovariates, string> },
  ): Work<Finding[]> {
    const { primary } = this.#plan.outcomes;
    const label = SENSITIVITIES[name].says;
    const id = `sensitivity:${name}`;
    if (name === 'hartung-knapp') return [main.pooled('sensitivity', label, { id, by: 'hk' })];
    if (name === 'unproven-counted') {
      return [this.effects({ values: this.valuesOf(primary, true), imputed }).pooled('sensitivity', label, { id })];
    }
    if (name === 'complete-case') return [this.#completeCase({ id, label, imputed })];
    const findings = main.byForce.map((finding) =>
      main.pooled('sensitivity', `Leaving out ${finding.label.replaceAll('-', ' ')}`, {
        id: `${id}:${finding.label}`,
        without: finding.label,
      }),
    );
    const fewer: Result<ImputedCovariates, string> = imputed.ok
      ? ok({ ...imputed.value, completed: imputed.value.completed.slice(0, IMPUTATIONS_WHEN_LEFT_OUT) })
      : imputed;
    const others = this.#plan.comparison.comparisonForces ?? [];
    if (others.length < 2) return findings;
    const values = this.valuesOf(primary);
    for (const force of others) {
      yield { doing: `leaving out ${force}`, share: 0.95 };
      const among = (at: number) => this.#subjects[at]?.row.force !== force;
      const effects = this.effects({ values, imputed: fewer, among });
      findings.push(
        effects.pooled('sensitivity', `Leaving out ${force.replaceAll('-', ' ')} (comparison)`, {
          id: `${id}:${force}`,
        }),
      );
    }
    return findings;
  }

  #completeCase(words: {
    readonly id: string;
    readonly label: string;
    readonly imputed: Result<ImputedCovariates, string>;
  }): Finding {
    const complete = this.#subjects.map((subject) =>
      this.#plan.covariates.every((name) => covariateOf(subject, name) !== null),
    );
    const left = complete.filter((is) => !is).length;
    // Where nothing is missing, every completed data set is the same.
    const first: readonly (readonly NamedColumn[])[] = words.imputed.ok
      ? words.imputed.value.completed.slice(0, 1)
      : [];
    const only = words.imputed.ok ? ok({ completed: first, holes: [] }) : words.imputed;
    const effects = this.effects({
      values: this.valuesOf(this.#plan.outcomes.primary),
      imputed: only,
      among: (at) => complete[at] === true,
    });
    return effects.pooled('sensitivity', words.label, { id: words.id, notes: [`${left} people left out`] });
  }

  warnings(imputed: Result<ImputedCovariates, string>, all: OutcomeValues): string[] {
    const shared = this.#plan.comparison.comparisonPeople === 'shared';
    return [
      ...(all.immature > 0
        ? [
            `${all.immature} people are left out because their ${all.outcome.months} months and the six for proof had not passed when the data end.`,
          ]
        : []),
      ...(imputed.ok
        ? imputed.value.holes.map(
            ({ name, missing }) =>
              `${name.charAt(0).toUpperCase()}${name.slice(1)} is not recorded for ${missing} people, and is filled in ${imputed.value.completed.length} times.`,
          )
        : [imputed.refusal]),
      ...(shared
        ? [
            'Every comparison person is counted with every diversion force: the pooled interval is narrower than it should be.',
          ]
        : []),
    ];
  }
}

function groupsOf({ comparison, seed }: Plan, subjects: readonly Subject[]): (string | null)[] {
  const { diversionForces = [], comparisonPeople = 'divided' } = comparison;
  const group = new Array<string | null>(subjects.length).fill(null);
  if (comparisonPeople === 'shared') return group;
  const without = [...subjects.keys()].filter((at) => !diversionForces.includes(subjects[at]?.row.force ?? ''));
  const dealt = dealtControls({
    forceOf: without.map((at) => subjects[at]?.row.force ?? ''),
    sizes: diversionForces.map((force) => subjects.filter(({ row }) => row.force === force).length),
    random: SeededRandom.of(`${seed} comparison people`),
  });
  for (const [order, at] of without.entries()) group[at] = diversionForces[dealt[order] ?? 0] ?? null;
  return group;
}
