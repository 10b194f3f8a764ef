import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { authorSchema, type Author } from '../../domain/author.ts';

/** Who asked for a condition to be varied. */
export const proposerKind: StoredKind<Author> = storedKind({ name: 'proposer', schema: authorSchema, upcasters: [] });
