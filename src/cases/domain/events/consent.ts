import { z } from 'zod';

export const consentSchema = z.strictObject({
  given: z.boolean(),
  how: z.enum(['in-writing', 'on-screen', 'spoken-and-recorded', 'spoken']),
});

/** One consent. Taking part and sharing are asked and answered apart. */
export type Consent = Readonly<z.infer<typeof consentSchema>>;
export type ConsentGivenHow = Consent['how'];
