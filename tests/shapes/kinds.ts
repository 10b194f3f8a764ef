import { auditDetailsKind } from '../../src/audit/index.ts';
import { caseEventKind } from '../../src/cases/store/shapes/case-event-kind.ts';
import { handOverKind } from '../../src/cases/store/shapes/hand-over-kind.ts';
import { lawDocumentKind } from '../../src/cases/store/shapes/law-document-kind.ts';
import { personKind } from '../../src/cases/store/shapes/person-kind.ts';
import { proposerKind } from '../../src/cases/store/shapes/proposer-kind.ts';
import { schemeDocumentKind } from '../../src/cases/store/shapes/scheme-document-kind.ts';
import { triageDraftKind } from '../../src/triage/store/shapes/triage-draft-kind.ts';
import { vocabularyDocumentKind } from '../../src/cases/store/shapes/vocabulary-document-kind.ts';
import { resultsKind } from '../../src/evaluation/report/results-kind.ts';
import type { StoredKind } from '../../src/stored/index.ts';
import {
  auditDetails,
  caseEvents,
  drafts,
  evaluationResults,
  handOvers,
  lawDocuments,
  people,
  proposers,
  schemeDocuments,
  vocabularyDocuments,
} from './samples.ts';

/** Every kind of thing that is stored as JSON, with made-up ones in the present shape. */
export const kinds: readonly { readonly kind: StoredKind<unknown>; readonly samples: object }[] = [
  { kind: caseEventKind, samples: caseEvents },
  { kind: personKind, samples: people },
  { kind: handOverKind, samples: handOvers },
  { kind: triageDraftKind, samples: drafts },
  { kind: proposerKind, samples: proposers },
  { kind: schemeDocumentKind, samples: schemeDocuments },
  { kind: lawDocumentKind, samples: lawDocuments },
  { kind: vocabularyDocumentKind, samples: vocabularyDocuments },
  { kind: resultsKind, samples: evaluationResults },
  { kind: auditDetailsKind, samples: auditDetails },
];
