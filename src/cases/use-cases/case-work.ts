import type { SchemeCatalogue } from '../../triage/index.ts';
import type { Follower } from './followers/follower.ts';
import type { CaseStore } from '../store/case-store.ts';

/** What the use-cases of this room work with: joined in compose.ts, made up in tests. */
export interface CaseWork {
  readonly store: CaseStore;
  readonly catalogue: SchemeCatalogue;
  readonly clock: () => Date;
  /** A new random UUID. */
  readonly newId: () => string;
  /** What follows every event besides what this room does itself: messages, jobs. */
  readonly followers?: readonly Follower[];
  readonly settings: {
    /** Whether the cautions of Part 6 of the PCSC Act 2022 have been commenced. */
    readonly pcscCautionsCommenced: boolean;
  };
}
