import type { GuessPassword } from '../domain/password-guess.ts';
import type { AccountsStore } from '../store/accounts-store.ts';

/** What managing organisations and accounts works with: joined in compose.ts, made up in tests. */
export interface AccountsWork {
  readonly store: AccountsStore;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly guessPassword: GuessPassword;
  /** Slow on purpose. */
  readonly hashPassword: (password: string) => Promise<string>;
}
