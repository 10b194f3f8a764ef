import { expect, test } from 'vitest';
import { loadVocabulary } from '../../reference/store/reference-lists.ts';
import { isComparator } from '../../schemes/index.ts';
import { shippedCatalogue } from '../../schemes/store/shipped-catalogue.test-support.ts';
import { compileCatalogue, schemesOfForce } from './scheme-catalogue.ts';

const schemes = shippedCatalogue;
const catalogue = compileCatalogue(await loadVocabulary(), schemes);
const idsFor = (force: string): string[] => schemesOfForce(catalogue, force).map(({ id }) => id);

test('a force is shown its own schemes and those that name no force', () => {
  expect(idsFor('surrey')).toEqual(expect.arrayContaining(['surrey-checkpoint', 'carlys-amnesty']));
  expect(idsFor('surrey')).not.toContain('durham-checkpoint');
});

test('no force is shown what the law of another country asks', () => {
  const comparators = schemes.filter(isComparator).map(({ id }) => id);
  expect(comparators.length).toBeGreaterThan(0);
  for (const force of new Set(schemes.flatMap(({ forces }) => forces))) {
    expect(idsFor(force).filter((id) => comparators.includes(id))).toEqual([]);
  }
});
