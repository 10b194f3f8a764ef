import { expect, test } from 'vitest';
import { loadForces } from '../../reference/store/forces.ts';
import { shippedCatalogue } from './shipped-catalogue.test-support.ts';
import { loadSchemesNotFound } from './schemes-not-found.ts';

const notFound = await loadSchemesNotFound();

test('each force for which nothing was found is a force, named once, in order', async () => {
  const ids = notFound.map(({ force }) => force);
  expect((await loadForces()).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(ids).toEqual([...new Set(ids)].sort());
});

test('a force that runs a scheme of the catalogue is on the list only with a word on what was found', async () => {
  const running = new Set(shippedCatalogue.flatMap(({ forces }) => forces));
  expect(notFound.filter(({ force, note }) => running.has(force) && note === undefined)).toEqual([]);
});
