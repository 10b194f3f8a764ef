import { describe, expect, test } from 'vitest';
import {
  CHAIN_START,
  chainHash,
  finishWalk,
  startWalk,
  step,
  type Break,
  type ChainedEntry,
  type ChainHead,
} from './chain.ts';

const whole = chainOf('case:a', [{ did: 'opened' }, { did: 'viewed', count: 1.5 }, { did: 'closed' }]);
const wholeHead = headOf(whole);

describe('A chain of entries', () => {
  test('is whole when each entry carries the hash of the one before and the head that of the last', () => {
    expect(firstBreak(whole, wholeHead)).toBeNull();
  });

  test('may be empty, with an empty head or none', () => {
    expect(finishWalk(startWalk('case:a'), null)).toBeNull();
    expect(finishWalk(startWalk('case:a'), { chain: 'case:a', sequence: 0, hash: CHAIN_START })).toBeNull();
  });

  test('breaks at an entry whose content was changed', () => {
    const changed = whole.map((entry) => (entry.sequence === 2 ? { ...entry, payload: { did: 'looked' } } : entry));
    expect(firstBreak(changed, wholeHead)).toEqual({ chain: 'case:a', sequence: 2, difference: 'content' });
  });

  test('breaks at the next entry where a changed entry was hashed again', () => {
    const changed = whole.map((entry) =>
      entry.sequence === 2 ? { ...entry, payload: 'new', hash: chainHash(entry.previousHash, 'new') } : entry,
    );
    expect(firstBreak(changed, wholeHead)).toEqual({ chain: 'case:a', sequence: 3, difference: 'link' });
  });

  test('breaks at an entry that is missing', () => {
    const withoutSecond = whole.filter((entry) => entry.sequence !== 2);
    expect(firstBreak(withoutSecond, wholeHead)).toEqual({ chain: 'case:a', sequence: 2, difference: 'missing' });
  });

  test('breaks where its end was cut off', () => {
    expect(firstBreak(whole.slice(0, 2), wholeHead)).toEqual({ chain: 'case:a', sequence: 3, difference: 'cut-off' });
  });

  test('breaks where all its entries were removed', () => {
    expect(firstBreak([], wholeHead)).toEqual({ chain: 'case:a', sequence: 1, difference: 'cut-off' });
  });

  test('breaks where entries were added behind its head, where the head was changed, and where it was removed', () => {
    expect(firstBreak(whole, headOf(whole.slice(0, 2)))).toMatchObject({ sequence: 3, difference: 'beyond-head' });
    expect(firstBreak(whole, { ...wholeHead, hash: CHAIN_START })).toMatchObject({ sequence: 3, difference: 'head' });
    expect(firstBreak(whole, null)).toMatchObject({ sequence: 3, difference: 'no-head' });
  });

  test('has the same hash whatever the order of keys in its payload', () => {
    expect(chainHash(CHAIN_START, { a: 1, b: [1, 2] })).toBe(chainHash(CHAIN_START, { b: [1, 2], a: 1 }));
  });

  test('has the hash that any other program would work out from its documented form', () => {
    // printf '["%064d",{"a":1}]' 0 | sha256sum
    expect(chainHash(CHAIN_START, { a: 1 })).toBe('732841f5f6dcc1f5633c42ed491fee12cb90373834c0f9ea5d6fb62d30dc6c18');
  });
});

function chainOf(chain: string, payloads: unknown[]): ChainedEntry[] {
  let previousHash = CHAIN_START;
  return payloads.map((payload, index) => {
    const entry = { chain, sequence: index + 1, payload, previousHash, hash: chainHash(previousHash, payload) };
    previousHash = entry.hash;
    return entry;
  });
}

function headOf(entries: ChainedEntry[]): ChainHead {
  const { chain, sequence, hash } = entries.at(-1)!;
  return { chain, sequence, hash };
}

function firstBreak(entries: ChainedEntry[], head: ChainHead | null): Break | null {
  return finishWalk(entries.reduce(step, startWalk('case:a')), head);
}
