import type { FormResult } from '../../../web/markup/index.ts';
import type { TreatmentNote } from '../../use-cases/requested-command.ts';

/** The values of a form as the data of its command, with a provider's own note and what the next page says, if anything. */
export function asData<Value, Data>(
  read: FormResult<Value>,
  dataOf: (value: Value) => Data,
  noteOf?: (value: Value) => TreatmentNote,
  saysOf?: (value: Value) => string | undefined,
): FormResult<{ readonly data: Data; readonly note?: TreatmentNote; readonly says?: string | undefined }> {
  if (!read.ok) return read;
  const data = dataOf(read.value);
  const says = saysOf?.(read.value);
  const rest = says === undefined ? {} : { says };
  return { ok: true, value: noteOf ? { data, note: noteOf(read.value), ...rest } : { data, ...rest } };
}
