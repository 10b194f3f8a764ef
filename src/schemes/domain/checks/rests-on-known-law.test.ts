import { expect, test } from 'vitest';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { shippedLaw } from '../../store/shipped-law.test-support.ts';
import { exampleWith, exampleWithClause } from '../example-scheme.test-support.ts';
import { parseSchemeDocument } from '../parse-scheme-document.ts';

const reference = await loadReferenceLists();
const laws = shippedLaw;

function faults(text: string, known = laws): unknown {
  const result = parseSchemeDocument(text, 'scheme.yaml', reference, known);
  return result.ok ? [] : result.refusal.map(({ path, problem, remedy }) => [path, problem, remedy]);
}
const resting = (ids: string): string => exampleWith(['standing:  ', `restsOn: [${ids}]\nstanding:  `]);

test('a law document that a scheme names must be there, once', () => {
  expect(faults(resting('penalty-notice, adult-caution'))).toEqual([]);
  expect(faults(resting('penalty-notise, penalty-notice, penalty-notice, roman-law'))).toEqual([
    ['restsOn[0]', 'there is no law document "penalty-notise"', 'did you mean "penalty-notice"?'],
    ['restsOn[2]', 'the law document "penalty-notice" is named twice', 'name it once'],
    ['restsOn[3]', 'there is no law document "roman-law"', `write one of: ${laws.map(({ id }) => id).join(', ')}`],
  ]);
});

test('how often somebody took part is asked of this scheme, by its own id', () => {
  const counted = (id: string): string =>
    exampleWithClause(`{ fact: diversions-by-scheme, atMost: 0, forScheme: ${id} }`);
  expect(faults(counted('durham-checkpoint'))).toEqual([]);
  expect(faults(counted('durham-chekpoint'))).toEqual([
    [
      'eligibility[1].rule.forScheme',
      '"durham-chekpoint" is not the id of this scheme',
      'did you mean "durham-checkpoint"?',
    ],
  ]);
  expect(faults(counted('turning-point'))).toEqual([
    [
      'eligibility[1].rule.forScheme',
      '"turning-point" is not the id of this scheme',
      'write forScheme: durham-checkpoint',
    ],
  ]);
});
