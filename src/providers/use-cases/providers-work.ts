import type { ProvidersStore } from '../store/providers-store.ts';

/** What the use-cases of this room work with: joined in compose.ts, made up in tests. */
export interface ProvidersWork {
  readonly store: ProvidersStore;
  readonly clock: () => Date;
  /** A new random UUID. */
  readonly newId: () => string;
}
