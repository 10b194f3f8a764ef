import { z } from 'zod';

/**
 * A code or an identifier in an event of a provider: small letters, digits and dashes. Words that somebody types do not
 * fit, so that none crosses to the police in an event.
 */
export const crossingCodeSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
