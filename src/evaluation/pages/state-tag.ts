import { govukTag, type Html } from '../../web/markup/index.ts';
import type { EvaluationState } from '../domain/lifecycle/stored-evaluation.ts';

const STATES: { readonly [state in EvaluationState]: { readonly text: string; readonly colour: string } } = {
  queued: { text: 'Waiting', colour: 'grey' },
  running: { text: 'Running', colour: 'blue' },
  done: { text: 'Done', colour: 'green' },
  failed: { text: 'Failed', colour: 'red' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
};

export function stateTag(state: EvaluationState): Html {
  const { text, colour } = STATES[state];
  return govukTag({ text, classes: `govuk-tag--${colour}` });
}
