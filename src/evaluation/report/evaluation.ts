import type { DesignResult } from '../designs/design-result.ts';
import type { Finding } from '../designs/finding.ts';
import type { DisproportionalityPicture } from '../designs/disproportionality-picture.ts';
import type { AllDisclosed } from '../domain/disclosure/disclosed.ts';
import type { CountForm } from '../domain/disclosure/rounding.ts';
import type { Audience, Sentence } from '../domain/disclosure/sentence.ts';
import type { Measured } from '../domain/measured.ts';
import type { PlanHistory } from '../domain/register/plan-history.ts';
import type { Plan } from '../domain/plan/plan-document.ts';

/** A file of data as it was read. */
export interface DataFile {
  readonly name: string;
  /** SHA-256 of its bytes, as sha256sum prints it. */
  readonly sha256: string;
}

/** An evaluation made before under the same folder. */
export interface EarlierEvaluation {
  readonly planHash: string;
  readonly data: readonly DataFile[];
}

/** An evaluation with everything that a report says, its sentences being data or words, its counts known or perhaps not. */
export interface EvaluationOf<Words, Count extends number | null> {
  readonly program: { readonly name: string; readonly version: string };
  readonly plan: Plan;
  readonly planHash: string;
  readonly data: readonly DataFile[];
  /** Whether the data are generated, and say nothing of anybody. */
  readonly isGenerated: boolean;
  /** What makes the same again. */
  readonly command: string;
  readonly audience: Audience;
  /** How a board has its counts; null for evaluators, who have every one. */
  readonly counts: CountForm | null;
  readonly earlier: readonly EarlierEvaluation[];
  /** What the register of plans says; null where there is none. */
  readonly history: PlanHistory<Words> | null;
  readonly result: DesignResult<Words, Count>;
  readonly measures: readonly Measured<Words, Count>[];
  readonly disproportionality: DisproportionalityPicture<NonNullable<Count>> | null;
}

/** As it was found: every count known, every sentence still data. It is shown to nobody before it is disclosed. */
export type FoundEvaluation = EvaluationOf<Sentence, number>;

/** As somebody reads it, and `results.json` holds it. */
export type Evaluation = EvaluationOf<string, number | null>;

/** A finding as somebody reads it. */
export type ReportedFinding = Finding<string, number | null>;

/** What of an evaluation was found in the data, and not set by the plan or the program. */
type Found = 'result' | 'measures' | 'disproportionality';

/** As a board may read it: every number rounded to a stated precision, or none where it is hidden. */
export type BoardEvaluation = Omit<Evaluation, Found> & AllDisclosed<Pick<Evaluation, Found>>;
