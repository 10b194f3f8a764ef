import { requiredChoice, textsOf, type FormBody, type FormError, type FormResult } from '../../../web/markup/index.ts';
import { COUNT_FORMS, type CountForm } from '../../domain/disclosure/rounding.ts';
import type { BoardShare } from '../../domain/lifecycle/stored-evaluation.ts';

interface Chosen {
  readonly boardIds: readonly string[];
  readonly counts: CountForm;
}

/** Which boards were ticked, of those that there are, and the form of counts; or what is missing. */
export function parseShareForm(body: FormBody, boards: readonly BoardShare[]): FormResult<Chosen> {
  const ticked = textsOf(body, 'boards');
  const boardIds = boards.map(({ boardId }) => boardId).filter((id) => ticked.includes(id));
  const counts = requiredChoice(body, 'counts', { of: COUNT_FORMS, missing: 'Select how counts are shown' });
  const none: FormError[] =
    boardIds.length === 0 ? [{ field: 'boards', text: 'Select the boards that may read it' }] : [];
  const errors = [...none, ...(counts.ok ? [] : counts.errors)];
  return errors.length > 0 || !counts.ok
    ? { ok: false, errors }
    : { ok: true, value: { boardIds, counts: counts.value } };
}
