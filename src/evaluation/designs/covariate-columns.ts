import type { CovariateName } from '../domain/plan/plan-words.ts';
import { COVARIATES } from '../domain/plan/plan-words.ts';
import { groupOf } from '../domain/disproportionality/ethnic-group.ts';
import { sentence, type Sentence } from '../domain/disclosure/sentence.ts';
import type { Subject } from './study-sample.ts';

/** A column of a model, and which covariate of the plan it stands for. */
export interface CovariateColumn {
  readonly name: string;
  readonly term: CovariateName;
  readonly values: Float64Array;
}

export interface CovariateColumns {
  readonly columns: readonly CovariateColumn[];
  /** What was done that a reader would not expect. */
  readonly notes: readonly Sentence[];
}

/** Levels that fewer have go together as one, so that a model is not asked for the effect of a handful of people. */
const FEWEST_IN_A_LEVEL = 5;

/** A covariate as the data have it: a number, a word, or null where it is not recorded. */
export function covariateOf({ row }: Subject, name: CovariateName): number | string | null {
  switch (name) {
    case 'age':
      return row.age;
    case 'age_squared':
      return row.age === null ? null : row.age ** 2;
    case 'sex':
      return row.sex;
    case 'ethnicity':
      return groupOf(row.ethnicitySelfDefined, row.ethnicityOfficerDefined);
    case 'offence_group':
      return row.offenceGroup;
    case 'drug':
      return row.drug;
    case 'gravity_score':
      return row.gravityScore;
    case 'prior_offences':
      return row.priorOffences;
    case 'prior_drug_offences':
      return row.priorDrugOffences;
    case 'prior_theft_offences':
      return row.priorTheftOffences;
    case 'prior_violent_offences':
      return row.priorViolentOffences;
    case 'prior_treatment':
      return row.priorTreatment === null ? null : row.priorTreatment ? 'yes' : 'no';
    case 'force':
      return row.force;
  }
}

/** Whether a covariate is a number for which nothing can stand where it is not recorded. */
export function isNumber(name: CovariateName): boolean {
  return COVARIATES[name].kind === 'number';
}

/**
 * The covariates as columns of numbers for a model. A category becomes a column of 0 and 1 for each level but the
 * commonest; "not recorded" is a level of its own. A number that is not recorded is NaN: leave such rows out or impute.
 * A covariate with one value for everybody is left out, and a note says so.
 */
export function covariateColumns(subjects: readonly Subject[], names: readonly CovariateName[]): CovariateColumns {
  const notes: Sentence[] = [];
  const columns = names.flatMap((name): CovariateColumn[] => {
    if (isNumber(name)) {
      const values = Float64Array.from(subjects, (subject) => Number(covariateOf(subject, name) ?? Number.NaN));
      const seen = new Set([...values].filter((value) => !Number.isNaN(value)));
      if (seen.size > 1) return [{ name, term: name, values }];
      notes.push(sentence`${COVARIATES[name].says} has one value for everybody, and is left out`);
      return [];
    }
    const words = subjects.map((subject) => String(covariateOf(subject, name) ?? 'not recorded'));
    const levels = levelsOf(words);
    if (levels.used.length < 2)
      notes.push(sentence`${COVARIATES[name].says} is the same for everybody, and is left out`);
    return levels.used.slice(1).map((level) => ({
      name: `${name}: ${level}`,
      term: name,
      values: Float64Array.from(words, (word) => Number(levels.nameOf(word) === level)),
    }));
  });
  return { columns, notes };
}

/** Levels from the commonest on; the rare ones as one, which joins the commonest where even together they are few. */
function levelsOf(words: readonly string[]): { used: readonly string[]; nameOf: (word: string) => string } {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const common = sorted.filter(([, n]) => n >= FEWEST_IN_A_LEVEL).map(([word]) => word);
  const rare = sorted.filter(([, n]) => n < FEWEST_IN_A_LEVEL);
  const rareTogether = rare.reduce((sum, [, n]) => sum + n, 0);
  const others = 'all others';
  const fallback = rareTogether >= FEWEST_IN_A_LEVEL ? others : (common[0] ?? others);
  const used = fallback === others ? [...common, others] : common;
  return { used, nameOf: (word) => (common.includes(word) ? word : fallback) };
}
