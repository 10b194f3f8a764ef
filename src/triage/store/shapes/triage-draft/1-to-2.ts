import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';

const before = z.looseObject({ answered: z.array(z.string()) });

/** A person may prefer not to say: nobody was offered that before. */
export const triageDraft1To2: Upcaster = (value) => {
  const { answered, ...others } = before.parse(value);
  return { ...others, answered: { asked: answered, declined: [] } };
};
