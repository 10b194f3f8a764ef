import { ok, refuse, type Result } from '../../shared/result.ts';
import { doublyRobustEffect, effectiveSampleSize, type NamedColumn } from '../../statistics/index.ts';
import type { StudyRow } from '../domain/cohort/study-row.ts';
import type { Outcome, Plan } from '../domain/plan/plan-document.ts';
import { SENSITIVITIES, type SensitivityName } from '../domain/plan/plan-words.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { countOf, forEvaluators, sentence, withCapital, type Sentence } from '../domain/disclosure/sentence.ts';
import { balanceRows, baselineTable } from './baseline.ts';
import { covariateColumns } from './covariate-columns.ts';
import { curvesOf } from './curves.ts';
import { codesOf, rowsAt, type ComparedRows, type FoundEffect } from './effects/compared-rows.ts';
import { findingFrom, findingOn, SCALES } from './effects/outcome-effects.ts';
import { usableColumns, type UsableColumns } from './effects/usable-columns.ts';
import type { EffectScale, Finding, FindingRole } from './finding.ts';
import { matchedPairs, type MatchedPairs } from './matched-pairs.ts';
import { knownPlaces, outcomeValues, type OutcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import { studyRecord } from './study-record.ts';
import type { Subject } from './study-sample.ts';
import { subgroupFindings } from './subgroup-findings.ts';

/** A difference in standard deviations that is worth attention (Austin 2009). */
const BALANCED_BELOW = 0.1;

export interface MatchedPeople {
  readonly subjects: readonly Subject[];
  /** Of subjects: those who can be matched. */
  readonly places: readonly number[];
  readonly names: readonly [string, string];
}

/** People with the scheme and people like them, and the findings among them. */
export class MatchedStudy {
  readonly #plan: Plan;
  readonly #subjects: readonly Subject[];
  readonly #treated: Uint8Array;
  readonly #names: readonly [string, string];

  constructor(plan: Plan, { subjects, places, names }: MatchedPeople) {
    this.#plan = plan;
    this.#subjects = places.flatMap((at) => subjects[at] ?? []);
    const step: keyof StudyRow = `${plan.comparison.received ?? 'offered'}On`;
    this.#treated = Uint8Array.from(this.#subjects, ({ row }) => Number(row[step] !== null));
    this.#names = names;
  }

  pairs(caliperTimes = 1): Result<MatchedPairs, Sentence> {
    return matchedPairs({ plan: this.#plan, subjects: this.#subjects, treated: this.#treated, caliperTimes });
  }

  /** Pair beside pair, each person as often as they are in one; those of pairs that share a control go together. */
  #rowsOf(values: OutcomeValues, pairs: MatchedPairs, adjusted = false): ComparedRows {
    const { columns } = adjusted ? covariateColumns(this.#subjects, this.#plan.covariates) : { columns: [] };
    const isKnown = (at: number) => !Number.isNaN(values.value[at]);
    const both = [...pairs.treated.keys()].filter(
      (pair) => isKnown(pairs.treated[pair] ?? -1) && isKnown(pairs.controls[pair] ?? -1),
    );
    const order = both.flatMap((pair) => [pairs.treated[pair] ?? 0, pairs.controls[pair] ?? 0]);
    const cluster = this.#clusters(pairs);
    const all: ComparedRows = {
      treated: this.#treated,
      value: values.value,
      days: values.days,
      covariates: columns,
      stratum: null,
      cluster: null,
    };
    const rows = rowsAt(all, order);
    const person = codesOf(this.#subjects.map(({ row }) => row.person));
    const of = (codes: Int32Array) => Int32Array.from(order, (place) => codes[place] ?? 0);
    return { ...rows, cluster: of(cluster), person: of(person) };
  }

  /** People who share a control, or are one person, in one cluster. */
  #clusters({ treated, controls }: MatchedPairs): Int32Array {
    const parent = Int32Array.from(this.#subjects.keys());
    const rootOf = (place: number): number => {
      let root = place;
      while (parent[root] !== root) root = parent[root] ?? root;
      parent[place] = root;
      return root;
    };
    const join = (a: number, b: number) => {
      parent[rootOf(a)] = rootOf(b);
    };
    for (const [pair, place] of treated.entries()) join(place, controls[pair] ?? place);
    if (this.#plan.cohort.indexEvent === 'every') {
      const first = new Map<string, number>();
      for (const [place, { row }] of this.#subjects.entries()) {
        join(place, first.get(row.person) ?? place);
        if (!first.has(row.person)) first.set(row.person, place);
      }
    }
    return parent.map((_, place) => rootOf(place));
  }

  findingsOf(outcome: Outcome, role: 'primary' | 'secondary', pairs: Result<MatchedPairs, Sentence>): Finding[] {
    const values = outcomeValues(this.#subjects, outcome);
    const [main, ...beside] = SCALES[values.kind];
    const timed: readonly EffectScale[] = outcome.measure === 'reoffended' ? ['hazard-ratio'] : [];
    const scales = role === 'primary' ? [main, ...beside, ...timed] : [main];
    return scales.map((scale) =>
      this.#finding(
        {
          id: `${scale === main ? role : 'supporting'}:${outcomeInWords(outcome)}:${scale}`,
          role: scale === main ? role : 'supporting',
          label: outcomeInWords(outcome),
          scale,
        },
        { values, pairs },
      ),
    );
  }

  #finding(
    words: { readonly id: string; readonly role: FindingRole; readonly label: string; readonly scale: EffectScale },
    { values, pairs, adjusted = false }: PairedValues,
  ): Finding {
    const base = { ...words, outcome: values.outcome, kind: values.kind, names: this.#names };
    if (!pairs.ok) return findingFrom({ ...base, rows: NOBODY }, refuse(pairs.refusal));
    const finding = findingOn({ ...base, rows: this.#rowsOf(values, pairs.value, adjusted) });
    return finding.estimate === null ? finding : { ...finding, method: sentence`Matched pairs; ${finding.method}` };
  }

  subgroups(outcome: Outcome, pairs: Result<MatchedPairs, Sentence>) {
    const values = outcomeValues(this.#subjects, outcome);
    const [scale] = SCALES[values.kind];
    if (!pairs.ok) return { findings: [], tests: [] };
    // A pair belongs to the group of its person with the scheme.
    const rows = this.#rowsOf(values, pairs.value);
    const { treated } = pairs.value;
    return subgroupFindings({
      subjects: [...treated].flatMap((at) => this.#subjects[at] ?? []),
      subgroups: this.#plan.subgroups ?? [],
      outcome,
      scale,
      findingAmong: (own, words) =>
        findingOn({
          ...words,
          role: 'subgroup',
          outcome,
          kind: values.kind,
          scale,
          rows: rowsAt(
            rows,
            own.flatMap((pair) => [2 * pair, 2 * pair + 1]),
          ),
          names: this.#names,
        }),
    });
  }

  sensitivity(name: SensitivityName, pairs: Result<MatchedPairs, Sentence>): Finding[] {
    const { primary } = this.#plan.outcomes;
    const countUnproven = name === 'unproven-counted';
    const values = outcomeValues(this.#subjects, primary, { countUnproven });
    const [scale] = SCALES[values.kind];
    const words = { id: `sensitivity:${name}`, role: 'sensitivity' as const, label: SENSITIVITIES[name].says, scale };
    if (name === 'narrower-caliper') return [this.#finding(words, { values, pairs: this.pairs(0.5) })];
    if (name === 'wider-caliper') return [this.#finding(words, { values, pairs: this.pairs(2) })];
    if (name === 'doubly-robust') {
      const rows = this.#everybody(values);
      const task = { ...words, outcome: primary, kind: values.kind, rows, names: this.#names };
      return [findingFrom(task, this.#doublyRobust(values))];
    }
    return [this.#finding(words, { values, pairs, adjusted: name === 'adjusted-for-covariates' })];
  }

  #everybody(values: OutcomeValues): ComparedRows {
    const all = { treated: this.#treated, value: values.value, days: values.days };
    return rowsAt({ ...all, covariates: [], stratum: null, cluster: null }, knownPlaces(values));
  }

  #doublyRobust(values: OutcomeValues): Result<FoundEffect, Sentence> {
    const { columns } = covariateColumns(this.#subjects, this.#plan.covariates);
    const usable = this.#modelled(columns, values);
    const found = doublyRobustEffect({
      outcome: values.value,
      treated: this.#treated,
      covariates: usable.columns,
      outcomeModel: values.kind === 'happened' ? 'logistic' : 'linear',
      estimand: 'treated',
    });
    if (!found.ok) return refuse(refusalInWords(found.refusal));
    const { coefficient: value, low, high, standardError, p } = found.value.effect;
    return ok({
      estimate: { value, low, high, standardError, p },
      method: sentence`Augmented inverse-probability weighting among those with the scheme, sandwich errors`,
      notes: usable.notes,
    });
  }

  /** The columns that both models can carry: of having had the scheme, and of the outcome among controls. */
  #modelled(columns: readonly NamedColumn[], { value }: OutcomeValues): UsableColumns {
    const controls = [...this.#treated.keys()].filter((at) => this.#treated[at] === 0);
    const among = columns.map(({ name, values }) => ({ name, values: controls.map((at) => values[at] ?? Number.NaN) }));
    const ofOutcome = usableColumns(
      among,
      controls.map((at) => value[at] ?? 0),
    );
    const names = new Set(ofOutcome.columns.map(({ name }) => name));
    const both = usableColumns(
      columns.filter(({ name }) => names.has(name)),
      this.#treated,
    );
    return { columns: both.columns, notes: [...ofOutcome.notes, ...both.notes] };
  }

  /** Those who are compared, each once. */
  record(pairs: Result<MatchedPairs, Sentence>) {
    const places = pairs.ok
      ? [...new Set([...pairs.value.treated, ...pairs.value.controls])]
      : [...this.#subjects.keys()];
    return studyRecord(
      places.flatMap((at) => this.#subjects[at] ?? []),
      places.map((at) => this.#treated[at] ?? 0),
      this.#plan.covariates,
    );
  }

  baseline(pairs: Result<MatchedPairs, Sentence>) {
    const places = pairs.ok ? [...pairs.value.treated, ...pairs.value.controls] : [...this.#subjects.keys()];
    return baselineTable(
      places.flatMap((at) => this.#subjects[at] ?? []),
      Uint8Array.from(places, (at) => this.#treated[at] ?? 0),
      {
        covariates: this.#plan.covariates,
        ...(pairs.ok
          ? { pool: { subjects: this.#subjects, treated: this.#treated, weights: pairs.value.weights } }
          : {}),
      },
    );
  }

  balance({ weights }: MatchedPairs) {
    return balanceRows(this.#subjects, { treated: this.#treated, weights, covariates: this.#plan.covariates });
  }

  curves(outcome: Outcome, pairs: MatchedPairs) {
    const rows = this.#rowsOf(outcomeValues(this.#subjects, outcome), pairs);
    return curvesOf({ outcome, rows, names: this.#names, isSimple: false });
  }

  warnings(pairs: Result<MatchedPairs, Sentence>): Sentence[] {
    if (!pairs.ok) return [];
    const { controls, unmatched, treated, weights, notes } = pairs.value;
    const distinct = new Set(controls).size;
    const apart = this.balance(pairs.value).filter(({ after }) => after === null || Math.abs(after) >= BALANCED_BELOW);
    return [
      ...(unmatched > 0
        ? [
            sentence`${countOf(unmatched, unmatched + treated.length)} people with the scheme had nobody near enough, and are left out.`,
          ]
        : []),
      ...(distinct < controls.length
        ? [
            sentence`${forEvaluators`${controls.length} matches are made of ${distinct} controls, who tell as much as ${Math.round(effectiveSampleSize(controlWeights(controls, weights)))} who stand for one person each.`}`,
          ]
        : []),
      ...(apart.length > 0
        ? [
            sentence`After matching the groups still differ by a tenth of a standard deviation or more in: ${apart.map(({ name }) => name).join('; ')}.`,
          ]
        : []),
      ...notes.map((note) => sentence`${withCapital(note)}.`),
    ];
  }
}

interface PairedValues {
  readonly values: OutcomeValues;
  readonly pairs: Result<MatchedPairs, Sentence>;
  readonly adjusted?: boolean;
}

const NOBODY: ComparedRows = {
  treated: new Uint8Array(0),
  value: new Float64Array(0),
  days: new Float64Array(0),
  covariates: [],
  stratum: null,
  cluster: null,
};

function controlWeights(controls: Int32Array, weights: Float64Array): number[] {
  return [...new Set(controls)].map((place) => weights[place] ?? 0);
}
