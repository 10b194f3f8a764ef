import { ok, refuse, type Result } from '../../shared/result.ts';
import { complierEffect } from '../../statistics/index.ts';
import type { Outcome, Plan } from '../domain/plan/plan-document.ts';
import { SENSITIVITIES } from '../domain/plan/plan-words.ts';
import { refusalInWords } from '../domain/disclosure/refusal-in-words.ts';
import { count, sentence, setNumber, withCapital, type Sentence } from '../domain/disclosure/sentence.ts';
import { covariateColumns } from './covariate-columns.ts';
import { codesOf, rowsAt, type ComparedRows, type FoundEffect } from './effects/compared-rows.ts';
import { findingFrom, findingOn, SCALES } from './effects/outcome-effects.ts';
import { stratumColumns } from './effects/usable-columns.ts';
import type { Finding, FindingRole } from './finding.ts';
import { knownPlaces, outcomeValues, type OutcomeValues } from './outcome-values.ts';
import { outcomeInWords } from './outcome-words.ts';
import type { Subject } from './study-sample.ts';

/** What the two arms are called. */
export const ARM_NAMES = ['people allocated to diversion', 'people allocated to the usual process'] as const;

/** F of allocation on taking part, below which the effect on those moved by it misleads (Staiger and Stock 1997). */
const STRONG_ENOUGH = 10;

/** A trial's people and arms, and the findings among them. */
export class Trial {
  readonly #plan: Plan;
  readonly #subjects: readonly Subject[];
  readonly treated: Uint8Array;
  readonly #stratum: Int32Array | null;
  readonly #cluster: Int32Array | null;

  constructor(plan: Plan, subjects: readonly Subject[]) {
    this.#plan = plan;
    this.#subjects = subjects;
    this.treated = Uint8Array.from(subjects, ({ row }) => Number(row.arm === 'diversion'));
    const strata = codesOf(subjects.map(({ row }) => row.stratum ?? 'not recorded'));
    this.#stratum = strata.some((code) => code > 0) ? strata : null;
    this.#cluster = plan.cohort.indexEvent === 'every' ? codesOf(subjects.map(({ row }) => row.person)) : null;
  }

  valuesOf(outcome: Outcome, countUnproven = false): OutcomeValues {
    return outcomeValues(this.#subjects, outcome, { countUnproven });
  }

  /** Those whose outcome is known, as they are compared; with the plan's covariates where they are allowed for. */
  rowsOf(values: OutcomeValues, among: (at: number) => boolean = () => true, adjusted = false): ComparedRows {
    const { columns } = adjusted ? covariateColumns(this.#subjects, this.#plan.covariates) : { columns: [] };
    const complete = (at: number) => columns.every(({ values }) => !Number.isNaN(values[at]));
    const all: ComparedRows = {
      treated: this.treated,
      value: values.value,
      days: values.days,
      covariates: columns,
      stratum: this.#stratum,
      cluster: this.#cluster,
      person: this.#cluster,
    };
    return rowsAt(
      all,
      knownPlaces(values).filter((at) => among(at) && complete(at)),
    );
  }

  findingsOf(outcome: Outcome, role: 'primary' | 'secondary'): Finding[] {
    const values = this.valuesOf(outcome);
    const rows = this.rowsOf(values);
    const timed = outcome.measure === 'reoffended' ? (['hazard-ratio'] as const) : [];
    const [main, ...beside] = [...SCALES[values.kind], ...timed];
    const scales = role === 'primary' ? [main, ...beside] : [main];
    return scales.map((scale) =>
      findingOn({
        id: `${scale === main ? role : 'supporting'}:${outcomeInWords(outcome)}:${scale}`,
        role: scale === main ? role : 'supporting',
        label: outcomeInWords(outcome),
        outcome,
        kind: values.kind,
        scale,
        rows,
        names: ARM_NAMES,
      }),
    );
  }

  sensitivity(values: OutcomeValues): Finding[] {
    const { outcome, kind } = values;
    const [scale] = SCALES[kind];
    const task = (name: keyof typeof SENSITIVITIES, rows: ComparedRows) => ({
      id: `sensitivity:${name}`,
      role: 'sensitivity' as FindingRole,
      label: SENSITIVITIES[name].says,
      outcome,
      kind,
      scale,
      rows,
      names: ARM_NAMES,
    });
    return (this.#plan.sensitivity ?? []).flatMap((name): Finding[] => {
      if (name === 'complier-effect')
        return [findingFrom(task(name, this.rowsOf(values)), this.#complierEffect(values))];
      if (name === 'per-protocol') {
        const note = sentence`People who did not follow their allocation differ from those who did: this undoes the chance`;
        const rows = this.rowsOf(values, (at) => this.#received(at) === (this.treated[at] === 1));
        return [findingOn({ ...task(name, rows), notes: [note] })];
      }
      if (name === 'unproven-counted') {
        return [findingOn(task(name, this.rowsOf(this.valuesOf(outcome, true))))];
      }
      if (name === 'adjusted-for-covariates') {
        const rows = this.rowsOf(values, undefined, true);
        const left = knownPlaces(values).length - rows.treated.length;
        const notes = left === 0 ? [] : [sentence`${count(left)} left out, in whom a covariate is not recorded`];
        const found = findingOn({ ...task(name, rows), notes });
        return [found];
      }
      return [];
    });
  }

  #received(at: number): boolean {
    const row = this.#subjects[at]?.row;
    return row !== undefined && row[`${this.#plan.comparison.received ?? 'started'}On`] !== null;
  }

  #complierEffect(values: OutcomeValues): Result<FoundEffect, Sentence> {
    const places = knownPlaces(values);
    const rows = this.rowsOf(values);
    if (rows.cluster !== null) return refuse(sentence`Not worked out where a person may have several index events.`);
    const found = complierEffect({
      outcome: rows.value,
      received: Float64Array.from(places, (at) => Number(this.#received(at))),
      assigned: rows.treated,
      covariates: stratumColumns(rows.stratum),
    });
    if (!found.ok) return refuse(refusalInWords(found.refusal));
    const { effect, compliance, complianceF } = found.value;
    if (complianceF < STRONG_ENOUGH) {
      return refuse(sentence`Allocation moved too few people to say what it did to those whom it moved.`);
    }
    const { coefficient: value, low, high, standardError, p } = effect;
    const step = this.#plan.comparison.received ?? 'started';
    const share = Math.round(compliance.coefficient * 100);
    const moved = { counts: [share], written: `${share} in 100`, forBoards: 'people' };
    return ok({
      estimate: { value, low, high, standardError, p },
      method: sentence`Two-stage least squares, allocation as the instrument for having ${step}; HC1 robust errors`,
      notes: [
        sentence`About the ${moved} who ${step} because they were allocated to; it holds if allocation acts through that alone`,
      ],
    });
  }

  warnings({ immature, notRecorded, outcome }: OutcomeValues): Sentence[] {
    const warnings: Sentence[] = [];
    if (immature > 0) {
      warnings.push(
        sentence`${count(immature)} people are left out because their ${setNumber(outcome.months ?? 0)} months and the six for proof had not passed when the data end.`,
      );
    }
    if (notRecorded > 0)
      warnings.push(sentence`${count(notRecorded)} people are left out because the outcome was not recorded.`);
    const usual = this.#subjects.filter((_, at) => this.treated[at] === 0 && this.#received(at)).length;
    if (usual > 0)
      warnings.push(sentence`${count(usual)} people allocated to the usual process had the scheme all the same.`);
    const { notes } = covariateColumns(this.#subjects, this.#plan.covariates);
    return [...warnings, ...notes.map((note) => sentence`${withCapital(note)}.`)];
  }
}
