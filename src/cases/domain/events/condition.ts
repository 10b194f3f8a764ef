import { z } from 'zod';

export const conditionSchema = z.strictObject({ id: z.string(), kind: z.string(), words: z.string() });

/** A condition the person agrees to. `kind` is a scheme's word for it, as `no-reoffending`. */
export type Condition = Readonly<z.infer<typeof conditionSchema>>;
