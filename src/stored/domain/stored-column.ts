import type { z } from 'zod';
import { StoredFault, type StoredPlace } from './stored-fault.ts';
import { storedProblem } from './stored-problem.ts';

/**
 * What one column of a row holds, where the program knows more of it than the database. Without a shape of the row it is
 * read as in shape 1: a word that was ever written stays readable. Throws a StoredFault as `readStored` does.
 */
export function readColumn<Value>(
  schema: z.ZodType<Value>,
  { column, ...place }: Omit<StoredPlace, 'shape'> & { readonly column: string; readonly shape?: number },
  value: unknown,
): Value {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => storedProblem(issue, column));
  throw new StoredFault(`column ${column}`, { shape: 1, ...place }, problems);
}
