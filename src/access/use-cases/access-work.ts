import type { GuessPassword } from '../domain/password-guess.ts';
import type { SignInGate } from '../sign-in-gate.ts';
import type { AccessStore } from '../store/access-store.ts';

/** What the use-cases of this room work with: joined in compose.ts, made up in tests. */
export interface AccessWork {
  readonly store: AccessStore;
  readonly clock: () => Date;
  /** Who may try to sign in at all. */
  readonly gate: SignInGate;
  /** Compares a password with a stored hash; with null it takes as long and answers no. */
  readonly isPassword: (password: string, hash: string | null) => Promise<boolean>;
  /** For a password that somebody chooses. */
  readonly newPassword: { readonly guess: GuessPassword; readonly hash: (password: string) => Promise<string> };
  /** A new secret for a browser, and what is stored of it. */
  readonly newToken: () => string;
  readonly hashOfToken: (token: string) => Uint8Array;
}
