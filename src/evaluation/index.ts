/**
 * Whether it worked: a study's data, the measures of it, the designs that compare, and the reports that say what was
 * found. Each line is given by the file that it names.
 */
export type { CohortFault } from './domain/cohort/cohort-fault.ts';
export { parseCohort, type CohortTexts } from './domain/cohort/parse-cohort.ts';
export { writeCohort, type WrittenCohort } from './domain/cohort/write-cohort.ts';
export { isGenerated } from './domain/cohort/is-generated.ts';
export { isMature, MONTHS_FOR_PROOF } from './domain/cohort/maturity.ts';
export type { Arm, Reoffence, StudyCohort, StudyRow, WithoutTheScheme } from './domain/cohort/study-row.ts';
export { EVERYBODY, NOT_RECORDED, type Figure, type Measured, type MeasureHeader } from './domain/measured.ts';
