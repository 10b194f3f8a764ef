import { contentHash } from '../../shared/canonical-json.ts';

/** What the first entry of a chain carries as the hash of the entry before it. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over the canonical JSON of [hash of the entry before, payload]. As each hash holds the
 * one before, an entry cannot be changed, removed, added or moved without every later hash being wrong.
 * `payload` is the parsed value: a database that stores JSON in its own key order or number format changes nothing.
 */
export function chainHash(previousHash: string, payload: unknown): string {
  return contentHash([previousHash, payload]);
}

/** An entry as it stands in the store. */
export interface ChainedEntry {
  readonly chain: string;
  /** 1 for the first. */
  readonly sequence: number;
  /** What was hashed, read back from the store. */
  readonly payload: unknown;
  readonly previousHash: string;
  readonly hash: string;
}

/** The last entry that a chain should have, kept beside it. */
export interface ChainHead {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/**
 * What differs at the first place where a chain does not hold:
 * `content` the entry is not what was hashed, `link` it does not carry the hash of the entry before it, `missing` an
 * entry is not there, `cut-off` the last entries are not there, `beyond-head` there are entries after the last one,
 * `head` the head's hash is not that of the last entry, `no-head` the chain has entries and no head.
 */
export type Difference =
  'content' | 'link' | 'missing' | 'cut-off' | 'beyond-head' | 'head' | 'no-head' | KeptDifference | RowDifference;

/** What differs from the heads that were kept elsewhere: the chain ends before its kept head, or goes another way there. */
type KeptDifference = 'cut-short' | 'not-as-kept';

/** What differs between a row and the last entry that tells of it; see the database's `rows_not_as_recorded`. */
export type RowDifference = 'changed' | 'removed' | 'unrecorded' | 'outside' | 'author';

/** The same for people. */
export const differenceInWords: Readonly<Record<Difference, string>> = {
  content: 'it is not what was hashed: the entry was changed',
  link: 'it does not follow from the entry before: that one was changed and hashed again, or this one was put in',
  missing: 'it is missing',
  'cut-off': 'it and all after it are missing',
  'beyond-head': 'it stands behind what the chain had as its last entry: it was put in past the record',
  head: 'the chain has another entry as its last',
  'no-head': 'the chain has entries, and the record of its last one is missing',
  'cut-short': 'it was kept elsewhere, and the chain ends before it',
  'not-as-kept': 'another entry was kept elsewhere in its place: the record was written anew',
  changed: 'the row does not stand as this entry, its last one, recorded it',
  removed: 'the row was recorded by this entry and is not there',
  unrecorded: 'there is a row, and no entry tells of it',
  outside: 'the row was written by somebody other than the program',
  author: 'it is kept under the account of somebody other than its author',
};

export interface Break {
  readonly chain: string;
  readonly sequence: number;
  readonly difference: Difference;
}

/** A walk along one chain, entry by entry, which remembers the first break. */
export interface Walk {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
  readonly entries: number;
  readonly firstBreak: Break | null;
}

/** A walk that stands before the first entry. */
export function startWalk(chain: string): Walk {
  return { chain, sequence: 0, hash: CHAIN_START, entries: 0, firstBreak: null };
}

/** The walk one entry further on. Entries come in the order of their sequence. */
export function step(walk: Walk, entry: ChainedEntry): Walk {
  const difference = walk.firstBreak === null ? differenceAt(walk, entry) : null;
  const at = difference === 'missing' ? walk.sequence + 1 : entry.sequence;
  return {
    chain: walk.chain,
    sequence: entry.sequence,
    hash: entry.hash,
    entries: walk.entries + 1,
    firstBreak: difference === null ? walk.firstBreak : { chain: walk.chain, sequence: at, difference },
  };
}

function differenceAt(walk: Walk, entry: ChainedEntry): Difference | null {
  if (entry.sequence !== walk.sequence + 1) return 'missing';
  if (entry.previousHash !== walk.hash) return 'link';
  if (entry.hash !== chainHash(entry.previousHash, entry.payload)) return 'content';
  return null;
}

/** The first break of a walked chain, once its last entry has been compared with its head; null where it is whole. */
export function finishWalk(walk: Walk, head: ChainHead | null): Break | null {
  if (walk.firstBreak !== null) return walk.firstBreak;
  const { chain, sequence } = walk;
  if (head === null) return sequence === 0 ? null : { chain, sequence, difference: 'no-head' };
  if (head.sequence > sequence) return { chain, sequence: sequence + 1, difference: 'cut-off' };
  if (head.sequence < sequence) return { chain, sequence: head.sequence + 1, difference: 'beyond-head' };
  return head.hash === walk.hash ? null : { chain, sequence, difference: 'head' };
}
