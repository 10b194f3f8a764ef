import type { Finding } from './document-fault.ts';

/**
 * A document of which any part may be absent: what is left of one when the parts with faults of shape are taken out.
 * Checks of meaning read this, so that one slip does not hide the rest; a list keeps its positions.
 */
export type Draft<Part> = Part extends string | number | boolean | null | undefined
  ? Part
  : Part extends readonly (infer Item)[]
    ? readonly (Draft<Item> | undefined)[]
    : { readonly [Key in keyof Part]?: Draft<Part[Key]> | undefined };

/** Takes out of a value every part that a finding of shape is about. `undefined` where that is all of it. */
export function withoutFaults<Whole>(value: unknown, findings: readonly Finding[]): Draft<Whole> | undefined {
  if (findings.some(({ path }) => path.length === 0)) return undefined;
  const draft: unknown = structuredClone(value);
  for (const { path } of findings) {
    const around = path.slice(0, -1).reduce<unknown>(memberOf, draft);
    const key = path.at(-1);
    if (Array.isArray(around)) around[Number(key)] = undefined;
    else if (isKeyed(around)) delete around[String(key)];
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes a draft: what was not taken out, the schema of the whole had nothing against
  return draft as Draft<Whole>;
}

/** What something holds under a key or at a position; undefined where it holds nothing there. */
export function memberOf(around: unknown, step: string | number): unknown {
  if (Array.isArray(around)) return around[Number(step)];
  return isKeyed(around) && Object.hasOwn(around, step) ? around[String(step)] : undefined;
}

function isKeyed(value: unknown): value is { [key: string]: unknown } {
  return value !== null && typeof value === 'object';
}
