import { z } from 'zod';
import type { Upcaster } from '../../../../stored/index.ts';
import { person1To2 } from '../../../domain/person-1-to-2.ts';

const before = z.looseObject({ person: z.unknown() });

/** The person of a triage became what the person of a case did. */
export const triageDraft2To3: Upcaster = (value) => {
  const draft = before.parse(value);
  return { ...draft, person: draft.person === null ? null : person1To2(draft.person) };
};
