import type { FormResult } from '../../../web/markup/index.ts';
import type { TreatmentNote } from '../../use-cases/requested-command.ts';

/** The values of a form as the data of its command, with a provider's own note where there is one. */
export function asData<Value, Data>(
  read: FormResult<Value>,
  dataOf: (value: Value) => Data,
  noteOf?: (value: Value) => TreatmentNote,
): FormResult<{ readonly data: Data; readonly note?: TreatmentNote }> {
  if (!read.ok) return read;
  const data = dataOf(read.value);
  return { ok: true, value: noteOf ? { data, note: noteOf(read.value) } : { data } };
}
