/** The pseudonymised views of cases that a study is made from. Read under the purpose `export-cohort` alone. */
export interface StudyTables {
  study_cases: StudyCasesView;
  study_events: StudyEventsView;
}

interface StudyCasesView {
  force: string;
  index_event: string;
  person: string;
  is_demonstration: boolean;
  ethnicity_self_defined: string | null;
  ethnicity_officer_defined: string | null;
}

interface StudyEventsView {
  index_event: string;
  sequence: number;
  type: string;
  /** The day in London, YYYY-MM-DD. */
  happened_on: string;
  data: unknown;
}
