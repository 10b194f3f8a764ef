import { z } from 'zod';
import { StoredFault, type StoredPlace } from './stored-fault.ts';
import { storedProblem } from './stored-problem.ts';

/** One step: what was stored in one shape, made into the next. Throws zod's error where it can't take what it is given. */
export type Upcaster = (value: unknown) => unknown;

/** One kind of thing that is stored as JSON: its present shape, and how to get there from each earlier one. */
export interface StoredKind<Value> {
  readonly name: string;
  /** The number that rows are written with now. */
  readonly shape: number;
  readonly schema: z.ZodType<Value>;
  readonly upcasters: readonly Upcaster[];
}

/**
 * A kind of thing that is stored. `upcasters` are the steps from each earlier shape to the next, the first from 1 to 2:
 * their number gives the present shape. A change of the schema is a new shape, with a step that leads to it.
 */
export function storedKind<Value>(kind: Omit<StoredKind<Value>, 'shape'>): StoredKind<Value> {
  return { ...kind, shape: kind.upcasters.length + 1 };
}

/**
 * What is stored, in its present shape. Throws a StoredFault, which names the row and the part and never a value, where
 * it does not fit: a row that this program can't understand must not be guessed at.
 */
export function readStored<Value>(kind: StoredKind<Value>, place: StoredPlace, value: unknown): Value {
  const { shape } = place;
  if (!Number.isInteger(shape) || shape < 1 || shape > kind.shape) {
    const problem = `shape ${shape} is not one that this version knows (1 to ${kind.shape})`;
    throw new StoredFault(kind.name, place, [{ path: 'shape', problem }]);
  }
  const read = presentOf(kind, shape, value);
  if (read.success) return read.data;
  throw new StoredFault(
    kind.name,
    place,
    read.error.issues.map((issue) => storedProblem(issue)),
  );
}

/** A step that meets what it can't take has found a fault of the row, as the schema would. */
function presentOf<Value>({ schema, upcasters }: StoredKind<Value>, shape: number, value: unknown) {
  try {
    return schema.safeParse(upcasters.slice(shape - 1).reduce((older, upcast) => upcast(older), value));
  } catch (fault) {
    if (!(fault instanceof z.ZodError)) throw fault;
    return { success: false, error: fault } as const;
  }
}
