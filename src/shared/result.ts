/**
 * What a use-case or a parser answers: a value, or a refusal from a closed union that the caller must handle.
 * A refusal is an expected "no"; a fault (a bug, a broken disk) is thrown instead.
 */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

/** Wraps a value as a successful result. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a refusal as an unsuccessful result. */
export function refuse<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
