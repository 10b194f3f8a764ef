/** The rows that count for more than nothing, or null where every row does. */
export function countedPlaces(weight: ArrayLike<number> | undefined): Int32Array | null {
  if (weight === undefined) return null;
  if (!Array.prototype.includes.call(weight, 0)) return null;
  const places: number[] = [];
  for (let row = 0; row < weight.length; row += 1) if (weight[row] !== 0) places.push(row);
  return Int32Array.from(places);
}

/** The values of a column at these places; nothing of a column that there is not. */
export function valuesAt(values: ArrayLike<number> | undefined, places: Int32Array): Float64Array | undefined {
  return values === undefined ? undefined : Float64Array.from(places, (place) => values[place]!);
}

/** Each column at these places, with whatever else it has. */
export function columnsAt<Column extends { readonly values: ArrayLike<number> }>(
  columns: readonly Column[],
  places: Int32Array,
): (Column & { readonly values: Float64Array })[] {
  return columns.map((column) => ({ ...column, values: Float64Array.from(places, (at) => column.values[at]!) }));
}

/**
 * Whether some weight is no whole number. Whole ones may stand for so many rows alike, and errors that count them so hold.
 * Fractions (of sampling, of propensity) say how much a row is to tell and not how many there were: only robust errors
 * hold, which is what R's coxph gives unasked.
 */
export function hasFractions(weight: ArrayLike<number> | undefined): boolean {
  if (weight === undefined) return false;
  for (let row = 0; row < weight.length; row += 1) if (!Number.isInteger(weight[row])) return true;
  return false;
}
