import { storedKind, type StoredKind } from '../../../stored/index.ts';
import { handOver1To2 } from './hand-over/1-to-2.ts';
import { handOverSchema, type HandOver } from '../../domain/engagement/index.ts';

/** What crossed to a provider. */
export const handOverKind: StoredKind<HandOver> = storedKind({
  name: 'hand-over',
  schema: handOverSchema,
  upcasters: [handOver1To2],
});
