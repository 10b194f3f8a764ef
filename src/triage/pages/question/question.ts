import type { FactDefinition } from '../../../eligibility/index.ts';
import type { ReferenceWords } from '../../../reference/index.ts';
import type { FormState } from '../../../web/markup/index.ts';
import type { Asked } from './read-answer.ts';

/** What a question is drawn from. */
export interface Question extends FormState, Pick<Asked, 'substances' | 'counted'> {
  readonly fact: FactDefinition;
  readonly words: ReferenceWords;
  /** The officer's own force, offered first where a force is asked for. */
  readonly ownForce: string | null;
  /** Whether the question is the heading of its page, or one field among others. */
  readonly isPageHeading: boolean;
}
