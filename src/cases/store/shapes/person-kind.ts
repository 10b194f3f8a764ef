import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { person1To2, personSchema, type Person } from '../../../triage/index.ts';

/** The person who stands beside a case's log. */
export const personKind: StoredKind<Person> = storedKind({
  name: 'person',
  schema: personSchema,
  upcasters: [person1To2],
});
