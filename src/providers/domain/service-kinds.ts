import { z } from 'zod';

/** What is done at a service. */
export const serviceKindSchema = z.enum(['course', 'one-to-one', 'navigator', 'residential']);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

/** How the person takes part. */
export const serviceModeSchema = z.enum(['in-person', 'online', 'telephone']);
export type ServiceMode = z.infer<typeof serviceModeSchema>;
