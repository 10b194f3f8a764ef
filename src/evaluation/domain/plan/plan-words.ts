import { keysIn } from '../../../shared/tables.ts';

/** The closed lists of words that a plan may use, each with what it means for a reader. */

/** How those with the scheme are compared with those without. */
export const DESIGNS = {
  randomised: 'a randomised trial',
  'matched-controls': 'a comparison with matched controls',
  'natural-experiment': 'a comparison of forces with and without a scheme',
} as const;
export type Design = keyof typeof DESIGNS;

/** What is counted of each person. `kind` decides how it is compared. */
export const OUTCOMES = {
  reoffended: { says: 'reoffended', kind: 'happened', needsMonths: true, isGood: false },
  'time-to-reoffence': { says: 'reoffended', kind: 'time', needsMonths: true, isGood: false },
  reoffences: { says: 'reoffences for each person', kind: 'count', needsMonths: true, isGood: false },
  'appeared-in-court': { says: 'appeared in court', kind: 'happened', needsMonths: false, isGood: false },
  'entered-treatment': { says: 'entered drug treatment', kind: 'happened', needsMonths: true, isGood: true },
  'police-minutes': { says: 'minutes of police time', kind: 'amount', needsMonths: false, isGood: false },
  'person-satisfaction': { says: 'satisfaction from 1 to 5', kind: 'amount', needsMonths: false, isGood: true },
} as const;

/** What was known of a person before the index event, and may be allowed for. Names are the data's own headings. */
export const COVARIATES = {
  age: { says: 'age', kind: 'number' },
  age_squared: { says: 'age, squared', kind: 'number' },
  sex: { says: 'sex', kind: 'category' },
  ethnicity: { says: 'ethnicity', kind: 'category' },
  offence_group: { says: 'offence group', kind: 'category' },
  drug: { says: 'drug', kind: 'category' },
  gravity_score: { says: 'gravity score', kind: 'number' },
  prior_offences: { says: 'offences in five years before', kind: 'number' },
  prior_drug_offences: { says: 'drug offences in five years before', kind: 'number' },
  prior_theft_offences: { says: 'thefts in five years before', kind: 'number' },
  prior_violent_offences: { says: 'violent offences in five years before', kind: 'number' },
  prior_treatment: { says: 'drug treatment in five years before', kind: 'category' },
  force: { says: 'force', kind: 'category' },
} as const;
export type CovariateName = keyof typeof COVARIATES;

/** Groups in which the effect is looked at by itself. */
export const SUBGROUPS = {
  sex: 'sex',
  age_band: 'age',
  ethnicity: 'ethnicity',
  offence_group: 'offence group',
  drug: 'drug',
  prior_offending: 'earlier offending',
  prior_treatment: 'earlier drug treatment',
  force: 'force',
  stratum: 'stratum',
} as const;
export type SubgroupName = keyof typeof SUBGROUPS;

/** Analyses beside the main one, which show how far the answer hangs on a choice, and the designs that have them. */
export const SENSITIVITIES = {
  'adjusted-for-covariates': {
    says: 'Allowing for the covariates by regression',
    designs: ['randomised', 'matched-controls'],
  },
  'complier-effect': { says: 'Effect among those who took part because they were allocated', designs: ['randomised'] },
  'per-protocol': { says: 'Only people who got what they were allocated', designs: ['randomised'] },
  'doubly-robust': { says: 'Doubly robust estimate without matching', designs: ['matched-controls'] },
  'narrower-caliper': { says: 'Half the caliper', designs: ['matched-controls'] },
  'wider-caliper': { says: 'Twice the caliper', designs: ['matched-controls'] },
  'complete-case': { says: 'Only people with nothing missing', designs: ['natural-experiment'] },
  'leave-one-force-out': { says: 'Leaving out one force at a time', designs: ['natural-experiment'] },
  'hartung-knapp': { says: 'Hartung and Knapp’s interval for the forces', designs: ['natural-experiment'] },
  'permutation-of-forces': { says: 'A permutation test over the forces', designs: ['natural-experiment'] },
  'wild-bootstrap': { says: 'A wild bootstrap over the forces', designs: ['natural-experiment'] },
  'diversion-forces-alone': {
    says: 'Taking comparison forces to be alike, as the national evaluation did',
    designs: ['natural-experiment'],
  },
  'unproven-counted': {
    says: 'Counting offences that are not proven, or too late',
    designs: ['randomised', 'matched-controls', 'natural-experiment'],
  },
} as const;
export type SensitivityName = keyof typeof SENSITIVITIES;

/** How forces are put together. What each does to errors is measured: see `docs/evaluation/how-to-plan.md`. */
export const META_ANALYSES = {
  'hk-modified': 'Hartung and Knapp’s interval, its variance never below the usual one',
  hk: 'Hartung and Knapp’s interval',
  permutation: 'a permutation test over the forces',
  'wild-bootstrap': 'a wild bootstrap over the forces',
  reml: 'REML with a normal interval',
  dl: 'DerSimonian and Laird with a normal interval',
} as const;
export type MetaAnalysisName = keyof typeof META_ANALYSES;

/** What stands where a plan names none: the way whose error rate held in every setting that was simulated. */
export const USUAL_META_ANALYSIS: MetaAnalysisName = 'hk-modified';

/** The names of a table, as zod wants a closed list. */
export function namesOf<Name extends string>(table: { readonly [name in Name]: unknown }): [Name, ...Name[]] {
  const [first, ...rest] = keysIn(table);
  if (first === undefined) throw new Error('A table of nothing names nothing');
  return [first, ...rest];
}
