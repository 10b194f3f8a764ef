import { describe, expect, test } from 'vitest';
import { HeadsDigest, KeptHeads, keptHeadsFile } from './kept-heads.ts';

const head = (chain: string, sequence: number, hash = 'a'.repeat(64)) => ({ kind: 'audit', chain, sequence, hash });
const made = new HeadsDigest();
const lines = [head('access', 3), head('case:a', 2)].map((one) => made.add(one));
const text = keptHeadsFile(made.end(), lines);

describe('Heads that were kept elsewhere', () => {
  test('are all there where the chains hold them, however far they have gone on', () => {
    const kept = new KeptHeads(text);
    for (const one of [head('access', 3), head('access', 4), head('case:a', 2), head('case:b', 1)])
      kept.pass('audit', one);
    expect(kept.breaks()).toEqual([]);
  });

  test('name the chain that ends before them, and the one that was written anew', () => {
    const kept = new KeptHeads(text);
    kept.pass('audit', head('access', 2));
    kept.pass('row', head('access', 3));
    kept.pass('audit', head('case:a', 2, 'b'.repeat(64)));
    expect(kept.breaks()).toEqual([
      { kind: 'audit', chain: 'case:a', sequence: 2, difference: 'not-as-kept' },
      { kind: 'audit', chain: 'access', sequence: 3, difference: 'cut-short' },
    ]);
  });

  test('are refused where their file is another or was changed', () => {
    expect(() => new KeptHeads('')).toThrow('its first line is not that of a file written by --keep');
    expect(() => new KeptHeads(text.replace('access', 'Access'))).toThrow('do not have the digest');
    expect(() => new KeptHeads(`${text}audit 2\n`)).toThrow('line 4 is not that of a chain');
  });
});
