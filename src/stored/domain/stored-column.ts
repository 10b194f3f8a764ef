import type { z } from 'zod';
import { StoredFault } from './stored-fault.ts';
import { storedProblem } from './stored-problem.ts';

/**
 * What a plain column holds, where the program knows a closed list and the database any text. A column has no shape: a
 * word that was ever written stays readable. Throws a StoredFault as `readStored` does.
 */
export function readColumn<Value>(
  schema: z.ZodType<Value>,
  { table, id, column }: { readonly table: string; readonly id: string; readonly column: string },
  value: unknown,
): Value {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => storedProblem(issue, column));
  throw new StoredFault(`column ${column}`, { table, id, shape: 1 }, problems);
}
