import { beforeAll, describe, expect, test } from 'vitest';
import { factsReadIn } from './facts-read-in.ts';
import type { ReferenceWords } from '../../src/reference/index.ts';
import { loadForces } from '../../src/reference/store/forces.ts';
import { loadReferenceWords } from '../../src/reference/store/reference-words.ts';
import { shippedCatalogue } from '../../src/schemes/store/shipped-catalogue.test-support.ts';

let words: ReferenceWords;
beforeAll(async () => {
  words = await loadReferenceWords();
});
const named = (name: string) => [...words.localAuthorities].filter(([, council]) => council.name === name);

describe('The councils of England and Wales', () => {
  test('each lie in a force that there is, by a code of their own form', async () => {
    const forces = new Set((await loadForces()).map(({ id }) => id));
    for (const [code, { force, name }] of words.localAuthorities) {
      expect(code).toMatch(/^[EW]0[6-9]\d{6}$/);
      expect([name, forces.has(force)]).toEqual([name, true]);
    }
    expect(words.localAuthorities.size).toBe(318);
  });

  test('are those of Thames Valley among others', () => {
    const own = [...words.localAuthorities.values()].filter(({ force }) => force === 'thames-valley');
    expect(own.map(({ name }) => name).sort()).toEqual([
      'Bracknell Forest',
      'Buckinghamshire',
      'Cherwell',
      'Milton Keynes',
      'Oxford',
      'Reading',
      'Slough',
      'South Oxfordshire',
      'Vale of White Horse',
      'West Berkshire',
      'West Oxfordshire',
      'Windsor and Maidenhead',
      'Wokingham',
    ]);
    expect(named('West Berkshire')).toEqual([['E06000037', { name: 'West Berkshire', force: 'thames-valley' }]]);
  });

  test('hold every council that a scheme of a force there reads', async () => {
    const read = shippedCatalogue
      .filter(({ forces }) => !forces.includes('northern-ireland'))
      .flatMap(({ eligibility }) => eligibility.flatMap(({ rule }) => factsReadIn(rule)))
      .filter(({ fact }) => fact === 'offence-local-authority');
    expect(read.length).toBeGreaterThan(0);
    for (const { value } of read) expect([value, words.localAuthorities.has(String(value))]).toEqual([value, true]);
  });
});
