import { NotAvailable } from '../shared/not-available.ts';

/** Whoever wants to sign in, as far as it can be told without asking the database. */
export interface AtTheGate {
  /** Their network, or the browser where somebody has signed in with it before. */
  readonly key: string;
  /** Whether it is such a browser. */
  readonly isKnown: boolean;
}

/** What a gate answers: a turn, to be given back; or by when the next attempt from there is let in. */
export type Admission =
  | { readonly leave: () => void }
  | {
      readonly waitMs: number;
      /** Whether it is the first that is turned away from there in this minute: that one is worth an entry in the record. */
      readonly isFirst: boolean;
    };

/** Decides who may try to sign in at all, before that costs a transaction or a password hash. */
export interface SignInGate {
  /** Throws NotAvailable where too many are being let in at this moment. */
  readonly enter: (who: AtTheGate) => Admission;
}

/** Assumed: a station shares one address, and 60 people begin their shift within a minute. */
const ATTEMPTS_A_MINUTE = 60;
const MINUTE_MS = 60_000;
/** Each hash takes 19 MiB and some 20 ms of a processor. Known browsers find room where strangers have filled theirs. */
const AT_ONCE = { stranger: 32, known: 96 };
const REMEMBERED_AT_MOST = 10_000;

/** A gate of one process, in memory. `elapsedMs` only ever goes on, however the clock is set. */
export function signInGate(elapsedMs: () => number = () => performance.now()): SignInGate {
  const minutes = new Map<string, { count: number; readonly until: number }>();
  let inside = 0;

  return {
    enter({ key, isKnown }) {
      const now = elapsedMs();
      const seen = minutes.get(key);
      const minute = seen !== undefined && seen.until > now ? seen : { count: 0, until: now + MINUTE_MS };
      minute.count += 1;
      minutes.delete(key);
      minutes.set(key, minute);
      for (const oldest of minutes.keys()) {
        if (minutes.size <= REMEMBERED_AT_MOST) break;
        minutes.delete(oldest);
      }
      if (minute.count > ATTEMPTS_A_MINUTE)
        return { waitMs: minute.until - now, isFirst: minute.count === ATTEMPTS_A_MINUTE + 1 };
      if (inside >= (isKnown ? AT_ONCE.known : AT_ONCE.stranger))
        throw new NotAvailable({ what: 'too-busy', saved: 'nothing' });
      inside += 1;
      let hasLeft = false;
      return {
        leave: () => {
          if (!hasLeft) inside -= 1;
          hasLeft = true;
        },
      };
    },
  };
}
