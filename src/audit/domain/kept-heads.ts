import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Break, ChainedEntry, Difference } from './chain.ts';

const FIRST_LINE = /^waymark chain heads, digest ([0-9a-f]{64})$/;
const LINE = /^(\S+) (\d+) ([0-9a-f]{64}) (\S+)$/;

/** What was kept cannot be used; the message is for people. */
export class KeptHeadsFault extends Error {
  override readonly name = 'KeptHeadsFault';
}

interface Head {
  readonly kind: string;
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** One digest of all heads, in the order in which they are given: SHA-256 of their lines. */
export class HeadsDigest {
  readonly #hash = sha256.create();

  add(head: Head): string {
    const line = `${head.kind} ${head.sequence} ${head.hash} ${head.chain}`;
    this.#hash.update(utf8ToBytes(`${line}\n`));
    return line;
  }

  end(): string {
    return bytesToHex(this.#hash.digest());
  }
}

/** The text of a file to keep elsewhere: the digest, and each head on a line. */
export function keptHeadsFile(digest: string, lines: readonly string[]): string {
  return `waymark chain heads, digest ${digest}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** The heads that were kept elsewhere: of each chain, the entry that must still be there. A walk strikes them off. */
export class KeptHeads {
  readonly digest: string;
  readonly #left = new Map<string, Head>();
  readonly #breaks: (Break & { kind: string })[] = [];

  /** Throws a KeptHeadsFault where the text is not such a file, or was changed. */
  constructor(text: string) {
    const [first, ...lines] = text.trimEnd().split(/\r?\n/);
    const digest = FIRST_LINE.exec(first ?? '')?.[1];
    if (digest === undefined) throw new KeptHeadsFault('its first line is not that of a file written by --keep');
    const made = new HeadsDigest();
    for (const [at, line] of lines.entries()) {
      const [, kind, sequence, hash, chain] = LINE.exec(line) ?? [];
      if (kind === undefined || sequence === undefined || hash === undefined || chain === undefined) {
        throw new KeptHeadsFault(`line ${at + 2} is not that of a chain`);
      }
      const head = { kind, chain, sequence: Number(sequence), hash };
      made.add(head);
      this.#left.set(`${kind} ${chain}`, head);
    }
    if (made.end() !== digest) throw new KeptHeadsFault('its lines do not have the digest that its first line names');
    this.digest = digest;
  }

  /** An entry that a walk came by. */
  pass(kind: string, { chain, sequence, hash }: Pick<ChainedEntry, 'chain' | 'sequence' | 'hash'>): void {
    const key = `${kind} ${chain}`;
    const kept = this.#left.get(key);
    if (kept?.sequence !== sequence) return;
    this.#left.delete(key);
    if (kept.hash !== hash) this.#breaks.push(asBreak(kept, 'not-as-kept'));
  }

  /** What differs, once every chain has been walked. */
  breaks(): (Break & { kind: string })[] {
    return [...this.#breaks, ...[...this.#left.values()].map((kept) => asBreak(kept, 'cut-short'))];
  }
}

function asBreak({ kind, chain, sequence }: Head, difference: Difference): Break & { kind: string } {
  return { kind, chain, sequence, difference };
}
