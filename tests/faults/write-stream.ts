import { setTimeout as pause } from 'node:timers/promises';
import { Visitor } from './visitor.ts';

/** Those who write, each at a pace below what one account may ask in a minute. */
const WRITERS = ['officer@durham.example', 'officer@west-midlands.example', 'officer@thames-valley.example'];
const PACE_MS = 150;

/** What became of everything that was sent. */
export interface Counts {
  /** Answered as saved. */
  saved: number;
  /** Answered 503: nothing was saved, or it is not known. */
  refused: number;
  /** Answered as anything else. */
  odd: string[];
  /** Not answered at all. */
  unanswered: number;
  /** Answered as saved, and gone. */
  lost: string[];
}

export interface WriteStream {
  readonly counts: Counts;
  /** Milliseconds until something is saved that was sent after this moment. */
  recovered(): Promise<number>;
  /** Ends the writing, and looks for everything that was answered as saved. */
  end(): Promise<Counts>;
}

/** Officers who begin one triage after another. Of each that was answered as begun the program must know later. */
export async function startWriting(url: string): Promise<WriteStream> {
  const counts: Counts = { saved: 0, refused: 0, odd: [], unanswered: 0, lost: [] };
  const saved: { readonly by: Visitor; readonly path: string }[] = [];
  let isWriting = true;
  let lastSavedSentAt = 0;

  async function write(by: Visitor, token: string): Promise<void> {
    while (isWriting) {
      const sentAt = performance.now();
      try {
        const fields = { _csrf: token, name: 'Nobody in particular', when: 'today' };
        const { status, headers, body } = await by.send('/triages/new', { method: 'POST', fields });
        const path = /^\/triages\/[0-9a-f-]{36}/.exec(String(headers.location))?.[0];
        if (status === 303 && path !== undefined) {
          counts.saved += 1;
          saved.push({ by, path });
          lastSavedSentAt = Math.max(lastSavedSentAt, sentAt);
        } else if (status === 503 && /Nothing was saved|not known whether/.test(body)) counts.refused += 1;
        else counts.odd.push(`${status} ${String(headers.location ?? '')}`);
      } catch {
        counts.unanswered += 1;
      }
      await pause(PACE_MS);
    }
  }

  const writing = await Promise.all(
    WRITERS.map(async (email) => {
      const by = new Visitor(url);
      await by.signIn(email);
      return { by, token: await by.tokenOn('/triages/new') };
    }),
  );
  const written = writing.map(({ by, token }) => write(by, token));
  return {
    counts,
    async recovered() {
      const from = performance.now();
      while (lastSavedSentAt < from) await pause(20);
      return performance.now() - from;
    },
    async end() {
      isWriting = false;
      await Promise.all(written);
      for (const { by, path } of saved) {
        const status = await statusOf(by, path);
        if (status !== 303) counts.lost.push(`${path}: ${status}`);
        await pause(PACE_MS / WRITERS.length);
      }
      return counts;
    },
  };
}

/** Whoever asks too often is made to wait, which is no loss. */
async function statusOf(by: Visitor, path: string): Promise<number> {
  for (;;) {
    const { status } = await by.send(path);
    if (status !== 429) return status;
    await pause(1_000);
  }
}
