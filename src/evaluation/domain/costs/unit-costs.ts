import { z } from 'zod';

const standing = z.enum(['sourced', 'assumed']);
const year = z.string().regex(/^\d{4}-\d{2}$/, 'a financial year, as "2015-16"');

const item = z.strictObject({
  id: z.string(),
  says: z.string(),
  counts: z.enum(['police-hour', 'court-case', 'scheme-place', 'reoffence', 'other']),
  codes: z.array(z.string()),
  pounds: z.number().nonnegative().nullable(),
  priceYear: year,
  spread: z.number().nonnegative().max(2).nullable(),
  source: z.string().nullable(),
  standing,
});

const schema = z.strictObject({
  pricesOf: year,
  deflator: z.strictObject({
    says: z.string(),
    source: z.string().nullable(),
    standing,
    index: z.record(year, z.number().positive()),
  }),
  items: z.array(item),
  sources: z.record(z.string(), z.unknown()).optional(),
});

export type UnitCost = z.infer<typeof item>;
/** What things cost, as `reference/unit-costs.yaml` has it. */
export type UnitCosts = z.infer<typeof schema>;

/**
 * Reads a table of unit costs. Throws where it is broken: a figure said to be sourced that names no source, a price year
 * that the deflator does not have.
 */
export function parseUnitCosts(raw: unknown): UnitCosts {
  const table = schema.parse(raw);
  const { index } = table.deflator;
  for (const { id, priceYear, pounds, source, standing } of table.items) {
    if (index[priceYear] === undefined) throw new Error(`${id}: the deflator has no year ${priceYear}`);
    if (standing === 'sourced' && pounds !== null && source === null) {
      throw new Error(`${id}: it is said to be sourced and names no source; name one, or write assumed`);
    }
  }
  if (index[table.pricesOf] === undefined) throw new Error(`pricesOf: the deflator has no year ${table.pricesOf}`);
  return table;
}

/** The pounds of an item in the prices of the table's year; null where it has no figure. */
export function deflated({ pounds, priceYear }: UnitCost, { deflator, pricesOf }: UnitCosts): number | null {
  const [from, to] = [deflator.index[priceYear], deflator.index[pricesOf]];
  if (pounds === null || from === undefined || to === undefined) return null;
  return (pounds * to) / from;
}
