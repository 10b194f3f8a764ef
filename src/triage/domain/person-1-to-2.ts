import { z } from 'zod';

const before = z.looseObject({ language: z.string() });

/**
 * A person as cases and unfinished triages once held one, in the second shape. Nobody had been asked for monitoring.
 * English stood there unless somebody wrote another language, so it does not say that anybody asked.
 */
export function person1To2(value: unknown): unknown {
  const person = before.parse(value);
  return { ...person, language: person.language === 'English' ? null : person.language, monitoring: null };
}
