import { ok, refuse, type Result } from '../../shared/result.ts';
import { SeededRandom } from '../../shared/seeded-random.ts';
import type { NamedColumn } from '../../statistics/index.ts';
import type { Outcome, Plan } from '../domain/plan/plan-document.ts';
import {
  SENSITIVITIES,
  USUAL_META_ANALYSIS,
  type MetaAnalysisName,
  type SensitivityName,
} from '../domain/plan/plan-words.ts';
import { count, sentence, setNumber, withCapital, type Sentence } from '../domain/disclosure/sentence.ts';
import { covariateOf } from './covariate-columns.ts';
import { divideControls } from './divide-controls.ts';
import { codesOf, rowsAt, type ComparedRows } from './effects/compared-rows.ts';
import { findingFrom, SCALES, type FindingTask } from './effects/outcome-effects.ts';
import type { EffectScale, Finding } from './finding.ts';
import type { ImputedCovariates } from './imputed-covariates.ts';
import { knownPlaces, outcomeValues, type OutcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import { overAllForces, overDiversionForces, type Together } from './force-effects.ts';
import { effectOverImputations } from './pooled-effects.ts';
import type { Work } from './progress.ts';
import type { Subject } from './study-sample.ts';
import { subgroupFindings } from './subgroup-findings.ts';

/** What the two sides are called. */
export const SIDE_NAMES = ['people in forces with a scheme', 'people in comparison forces'] as const;

/** For each comparison force left out everything is fitted again: on so many of the completed data sets. */
const IMPUTATIONS_WHEN_LEFT_OUT = 5;

interface EffectsTask {
  readonly values: OutcomeValues;
  readonly imputed: Result<ImputedCovariates, Sentence>;
  readonly scale?: EffectScale;
  readonly among?: (at: number) => boolean;
  readonly suffix?: string;
}

/** A risk to compare: of having reoffended by this day. */
export interface RiskWithin {
  readonly days: number;
  readonly label: string;
}

interface Effects {
  /** The effect in each diversion force by itself. */
  readonly byForce: () => readonly Finding[];
  readonly together: Together;
  readonly pooled: (role: Finding['role'], label: string, change?: PoolChange) => Finding;
}

interface PoolChange {
  readonly id?: string;
  readonly by?: MetaAnalysisName;
  readonly without?: string;
  readonly notes?: readonly Sentence[];
}

const OF_PEOPLE = sentence`Its interval is of chance among people: what sets this force apart from others is not in it`;

/** Forces with a scheme and without, and the findings among their people. */
export class ComparedForces {
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
    return {
      treated: this.treated,
      value,
      days,
      covariates: [],
      stratum: null,
      cluster: this.#cluster,
      person: this.#cluster,
    };
  }

  /** The effect in each diversion force, and in all together. */
  effects(task: EffectsTask): Effects {
    return this.#effects(task, this.#plan.comparison.spreadOf ?? 'all-forces');
  }

  #effects(task: EffectsTask, spreadOf: NonNullable<Plan['comparison']['spreadOf']>): Effects {
    const { values, imputed, scale = SCALES[values.kind][0], among = () => true, suffix = '' } = task;
    const all = this.#all(values);
    const known = knownPlaces(values).filter(among);
    const base = { outcome: values.outcome, kind: values.kind, scale };
    let found: readonly Finding[] | null = null;
    const byForce = () => (found ??= this.#byForce({ ...task, scale, suffix }, known));
    const together =
      spreadOf === 'diversion-forces'
        ? overDiversionForces(byForce(), scale)
        : overAllForces({
            scale,
            rows: all,
            forceOf: this.#subjects.map(({ row }) => row.force),
            imputed,
            places: known,
            diversionForces: this.#plan.comparison.diversionForces ?? [],
            seed: this.#plan.seed,
          });
    return {
      byForce,
      together,
      pooled: (role, label, { id, by = this.metaAnalysis, without, notes = [] } = {}) => {
        const isLeft = (at: number) =>
          this.#subjects[at]?.row.force === without || (spreadOf === 'diversion-forces' && this.#group[at] === without);
        const own = without === undefined ? known : known.filter((at) => !isLeft(at));
        return findingFrom(
          {
            ...base,
            id: id ?? `${role}:${outcomeInWords(values.outcome)}:${scale}${suffix}`,
            role,
            label,
            rows: rowsAt(all, own),
            names: SIDE_NAMES,
            notes,
          },
          together(by, without),
        );
      },
    };
  }

  #byForce({ values, imputed, scale = SCALES[values.kind][0], suffix = '' }: EffectsTask, known: readonly number[]) {
    const all = this.#all(values);
    const label = outcomeInWords(values.outcome);
    return (this.#plan.comparison.diversionForces ?? []).map((force) => {
      const places = known.filter((at) => this.#isCompared(at, force));
      const task: FindingTask = {
        outcome: values.outcome,
        kind: values.kind,
        scale,
        id: `by-force:${force}:${label}${suffix}`,
        role: 'by-force',
        label: force,
        rows: rowsAt(all, places),
        names: [force, 'comparison people'],
        notes: [OF_PEOPLE],
      };
      if (!imputed.ok) return findingFrom(task, refuse(imputed.refusal));
      return findingFrom(task, effectOverImputations({ scale, rows: all, completed: imputed.value.completed, places }));
    });
  }

  get metaAnalysis(): MetaAnalysisName {
    return this.#plan.comparison.metaAnalysis ?? USUAL_META_ANALYSIS;
  }

  #isCompared(at: number, force: string): boolean {
    const own = this.#subjects[at]?.row.force === force;
    return own || (this.treated[at] === 0 && (this.#group[at] === null || this.#group[at] === force));
  }

  /** The difference in the share who have reoffended by a day, allowing for the covariates. */
  riskAt({ days, label }: RiskWithin, { values, imputed }: EffectsTask): Finding {
    const value = values.value.map((value, at) =>
      Number.isNaN(value) ? value : Number(value === 1 && (values.days[at] ?? 0) <= days),
    );
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
    { main, imputed }: { readonly main: Effects; readonly imputed: Result<ImputedCovariates, Sentence> },
  ): Work<Finding[]> {
    const { primary } = this.#plan.outcomes;
    const label = SENSITIVITIES[name].says;
    const id = `sensitivity:${name}`;
    const values = this.valuesOf(primary);
    switch (name) {
      case 'hartung-knapp':
        return hartungKnapp(main, { id, label });
      case 'permutation-of-forces':
        return [this.#overAll({ values, imputed }).pooled('sensitivity', label, { id, by: 'permutation' })];
      case 'wild-bootstrap':
        return [this.#overAll({ values, imputed }).pooled('sensitivity', label, { id, by: name })];
      case 'diversion-forces-alone': {
        const alone = this.#effects({ values, imputed }, 'diversion-forces');
        return [alone.pooled('sensitivity', label, { id, by: 'reml' })];
      }
      case 'unproven-counted':
        return [this.effects({ values: this.valuesOf(primary, true), imputed }).pooled('sensitivity', label, { id })];
      case 'complete-case':
        return [this.#completeCase({ id, label, imputed })];
      case 'leave-one-force-out':
        return yield* this.#withoutEach({ main, imputed, id });
      default:
        // Of other designs: the plan was checked for it.
        return [];
    }
  }

  #overAll(task: EffectsTask): Effects {
    return this.#effects(task, 'all-forces');
  }

  *#withoutEach({
    main,
    imputed,
    id,
  }: {
    readonly main: Effects;
    readonly imputed: Result<ImputedCovariates, Sentence>;
    readonly id: string;
  }): Work<Finding[]> {
    const { diversionForces = [], comparisonForces = [], spreadOf } = this.#plan.comparison;
    const without = (effects: Effects, force: string, isComparison: boolean, left?: string) =>
      effects.pooled('sensitivity', `Leaving out ${force.replaceAll('-', ' ')}${isComparison ? ' (comparison)' : ''}`, {
        id: `${id}:${force}`,
        ...(left === undefined ? {} : { without: left }),
      });
    const findings = diversionForces.map((force) => without(main, force, false, force));
    if (comparisonForces.length < 2) return findings;
    // Every force is one number by now, so that to leave one out nothing is fitted again.
    if (spreadOf !== 'diversion-forces') {
      return [...findings, ...comparisonForces.map((force) => without(main, force, true, force))];
    }
    const fewer: Result<ImputedCovariates, Sentence> = imputed.ok
      ? ok({ ...imputed.value, completed: imputed.value.completed.slice(0, IMPUTATIONS_WHEN_LEFT_OUT) })
      : imputed;
    const values = this.valuesOf(this.#plan.outcomes.primary);
    for (const force of comparisonForces) {
      yield { doing: `leaving out ${force}`, share: 0.95 };
      const among = (at: number) => this.#subjects[at]?.row.force !== force;
      findings.push(without(this.effects({ values, imputed: fewer, among }), force, true));
    }
    return findings;
  }

  #completeCase(words: {
    readonly id: string;
    readonly label: string;
    readonly imputed: Result<ImputedCovariates, Sentence>;
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
    return effects.pooled('sensitivity', words.label, {
      id: words.id,
      notes: [sentence`${count(left)} people left out`],
    });
  }

  warnings(imputed: Result<ImputedCovariates, Sentence>, all: OutcomeValues): Sentence[] {
    const shared = this.#plan.comparison.comparisonPeople === 'shared';
    return [
      ...(all.immature > 0
        ? [
            sentence`${count(all.immature)} people are left out because their ${setNumber(all.outcome.months ?? 0)} months and the six for proof had not passed when the data end.`,
          ]
        : []),
      ...(imputed.ok
        ? imputed.value.holes.map(({ name, missing }) =>
            withCapital(
              sentence`${name} is not recorded for ${count(missing)} people, and is filled in ${setNumber(imputed.value.completed.length)} times.`,
            ),
          )
        : [imputed.refusal]),
      ...(shared && this.#plan.comparison.spreadOf === 'diversion-forces'
        ? [
            sentence`Every comparison person is counted with every diversion force: the pooled interval is narrower than it should be.`,
          ]
        : []),
    ];
  }
}

/** Where Hartung and Knapp's interval is narrow by luck, the one that never is stands beside it. */
function hartungKnapp({ together, pooled }: Effects, { id, label }: { readonly id: string; readonly label: string }) {
  const plain = pooled('sensitivity', label, { id, by: 'hk' });
  const found = together('hk');
  if (found.ok && !found.value.isNarrowedByLuck) return [plain];
  const modified = `${label}, never narrower than the usual one`;
  return [plain, pooled('sensitivity', modified, { id: `${id}:modified`, by: 'hk-modified' })];
}

function groupsOf({ comparison, seed }: Plan, subjects: readonly Subject[]): (string | null)[] {
  const { diversionForces = [], comparisonPeople = 'divided' } = comparison;
  const group = new Array<string | null>(subjects.length).fill(null);
  if (comparisonPeople === 'shared') return group;
  const without = [...subjects.keys()].filter((at) => !diversionForces.includes(subjects[at]?.row.force ?? ''));
  const divided = divideControls({
    forceOf: without.map((at) => subjects[at]?.row.force ?? ''),
    sizes: diversionForces.map((force) => subjects.filter(({ row }) => row.force === force).length),
    random: SeededRandom.of(`${seed} comparison people`),
  });
  for (const [order, at] of without.entries()) group[at] = diversionForces[divided[order] ?? 0] ?? null;
  return group;
}
