import { beforeAll, expect, test } from 'vitest';
import { decide, parseFacts, type FactDefinition } from '../../eligibility/index.ts';
import { loadVocabulary } from '../../reference/store/reference-lists.ts';
import { shippedCatalogue } from '../../schemes/store/shipped-catalogue.test-support.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { compileCatalogue, schemesOfForce, type SchemeCatalogue } from '../use-cases/scheme-catalogue.ts';
import { schemesCounted } from './schemes-counted.ts';

const today = calendarDayOf('2026-11-27');
let catalogue: SchemeCatalogue;
beforeAll(async () => {
  catalogue = compileCatalogue(await loadVocabulary(), shippedCatalogue);
});

/** The schemes asked for of somebody of this age. */
function asked(force: string, age: number, known: unknown = null, id = 'diversions-by-scheme'): readonly string[] {
  const { vocabulary } = catalogue;
  const fact: FactDefinition | undefined = vocabulary.byId.get(id);
  const facts = parseFacts(vocabulary, { force, age });
  if (fact === undefined || !facts.ok) throw new Error(`There is no fact ${id}`);
  const schemes = schemesOfForce(catalogue, force);
  const decisions = schemes.map((scheme) => decide(scheme, facts.value, today));
  return schemesCounted({ schemes, decisions, today }, fact, known);
}

test('A count is asked for of the schemes of the force that may still take the person, and of no other', () => {
  expect(asked('west-midlands', 25)).toEqual(['west-midlands-divert']);
  expect(asked('west-midlands', 25, null, 'failed-diversions-by-scheme')).toEqual(['west-midlands-divert']);
  expect(asked('avon-and-somerset', 25)).toEqual(['avon-and-somerset-dep']);
  expect(asked('avon-and-somerset', 15)).toEqual(['avon-and-somerset-yadd']);
  expect(asked('durham', 25)).toEqual([]);
});

test('A scheme with a count already is asked for again', () => {
  expect(asked('avon-and-somerset', 25, { 'avon-and-somerset-yadd': 1 })).toEqual([
    'avon-and-somerset-dep',
    'avon-and-somerset-yadd',
  ]);
});

test('Where no scheme may take the person any more, every one of the force that counts is asked for', () => {
  expect(asked('avon-and-somerset', 9)).toEqual(['avon-and-somerset-dep', 'avon-and-somerset-yadd']);
});
