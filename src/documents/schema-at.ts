import type { z } from 'zod';
import type { DocumentPath } from './document-fault.ts';

/** The part of a zod schema's definition that leads to its parts. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly shape?: { readonly [key: string]: z.ZodType };
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
}

/**
 * The schema of one part of a document, by the path to that part, so that a fault there can be explained in the
 * schema's own words. Null below a place that the schema does not have.
 */
export function schemaAt(schema: z.ZodType, path: DocumentPath): z.ZodType | null {
  let part: z.ZodType | null = schema;
  for (const step of path) {
    const definition: Definition = definitionOf(unwrapped(part));
    if (definition.type === 'object') part = definition.shape?.[String(step)] ?? null;
    else if (definition.type === 'array') part = definition.element ?? null;
    else if (definition.type === 'record') part = definition.valueType ?? null;
    else if (definition.type === 'tuple') part = definition.items?.[Number(step)] ?? null;
    else part = null;
    if (part === null) return null;
  }
  return part;
}

/** The schema without its "may be left out" and "may be null". */
export function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, getter } = definitionOf(schema);
  const inner = innerType ?? getter?.();
  return inner === undefined ? schema : unwrapped(inner);
}

/** What the schema says of itself, from the outermost wrapper that says anything. */
export function descriptionOf(schema: z.ZodType | null): string | null {
  if (schema === null) return null;
  if (schema.description !== undefined) return schema.description;
  const { innerType, getter } = definitionOf(schema);
  const inner = innerType ?? getter?.();
  return inner === undefined ? null : descriptionOf(inner);
}

/** The keys that an object may have; empty where the schema is not of an object. */
export function keysOf(schema: z.ZodType | null): readonly string[] {
  return schema === null ? [] : Object.keys(definitionOf(unwrapped(schema)).shape ?? {});
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}
