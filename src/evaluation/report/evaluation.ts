import type { DesignResult } from '../designs/design-result.ts';
import type { DisproportionalityPicture } from '../designs/disproportionality-picture.ts';
import type { Measured } from '../domain/measured.ts';
import type { Audience, Plan } from '../domain/plan/plan-document.ts';

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

/** An evaluation with everything that a report says: what `results.json` holds. */
export interface Evaluation {
  readonly program: { readonly name: string; readonly version: string };
  readonly plan: Plan;
  readonly planHash: string;
  readonly data: readonly DataFile[];
  /** Whether the data are generated, and say nothing of anybody. */
  readonly isGenerated: boolean;
  /** What makes the same again. */
  readonly command: string;
  readonly audience: Audience;
  readonly earlier: readonly EarlierEvaluation[];
  readonly result: DesignResult;
  readonly measures: readonly Measured[];
  readonly disproportionality: DisproportionalityPicture | null;
}
