import { createHash } from 'node:crypto';

/** Gives what was made of a text, or has it made. */
type MadeOnce = (text: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;

/**
 * What is made of a text, made once however often and by however many it is asked for, and kept while there is room: the
 * longest unasked for goes first. It is found by the hash of the text alone, so whoever asks must hold the very text it is
 * made of; what may not be seen by somebody must not be in the text that they are given.
 */
export function madeOnce({ bytesAtMost }: { readonly bytesAtMost: number }): MadeOnce {
  const made = new Map<string, Uint8Array>();
  const beingMade = new Map<string, Promise<Uint8Array>>();
  let bytes = 0;

  function keep(hash: string, content: Uint8Array): void {
    if (content.length > bytesAtMost) return;
    made.set(hash, content);
    bytes += content.length;
    for (const [oldest, { length }] of made) {
      if (bytes <= bytesAtMost) return;
      made.delete(oldest);
      bytes -= length;
    }
  }

  return async (text, make) => {
    const hash = createHash('sha256').update(text).digest('hex');
    const found = made.get(hash);
    if (found !== undefined) {
      made.delete(hash);
      made.set(hash, found);
      return found;
    }
    const waitedFor = beingMade.get(hash);
    if (waitedFor !== undefined) return waitedFor;
    const making = make();
    beingMade.set(hash, making);
    try {
      const content = await making;
      keep(hash, content);
      return content;
    } finally {
      beingMade.delete(hash);
    }
  };
}
