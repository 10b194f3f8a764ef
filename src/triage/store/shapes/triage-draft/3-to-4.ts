import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const before = z.looseObject({ answered: z.looseObject({}) });

/** A draft says which answers come from our records, which show nothing. Before that each was typed. */
export const triageDraft3To4: Upcaster = (value) => {
  const { answered, ...others } = before.parse(value);
  return { ...others, answered: { ...answered, fromRecords: [] } };
};
