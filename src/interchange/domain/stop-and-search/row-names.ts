import type { StopAndSearchHeader } from './header.ts';

const ROW_NAME = /^\d+$/;

/**
 * Whether the rows begin with a name that has no heading, as R's `write.table` writes them: the first row has a field
 * more than the header, it begins with a number, and after it each field stands where its heading says.
 */
export function hasRowNames(fields: readonly string[], { width, at }: StopAndSearchHeader): boolean {
  const [first = ''] = fields;
  return fields.length === width + 1 && ROW_NAME.test(first.trim()) && /search/i.test(fields[at.type + 1] ?? '');
}
