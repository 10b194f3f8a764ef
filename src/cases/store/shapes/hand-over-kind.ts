import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { handOverSchema, type HandOver } from '../../domain/engagement/index.ts';

/** What crossed to a provider. */
export const handOverKind: StoredKind<HandOver> = storedKind({
  name: 'hand-over',
  schema: handOverSchema,
  upcasters: [],
});
