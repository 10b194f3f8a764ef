/** What a guard of the same line has held to be there. Its absence is a fault of the table, not of whoever acts. */
export function heldByGuards<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`No guard has held that there is ${what}`);
  return value;
}
