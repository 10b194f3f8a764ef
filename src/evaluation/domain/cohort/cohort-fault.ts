/** Something in a study's files that keeps them from being used, with what would put it right. */
export interface CohortFault {
  readonly file: 'cohort.csv' | 'reoffences.csv';
  /** As a spreadsheet shows it: the headings are row 1. */
  readonly row: number;
  /** The heading, or several joined by " and ". Empty where the whole row or file is meant. */
  readonly column: string;
  readonly problem: string;
  readonly remedy: string;
}
