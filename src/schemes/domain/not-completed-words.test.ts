import { expect, test } from 'vitest';
import { notCompletedWords } from './not-completed-words.ts';
import type { SchemeDocument } from './scheme-document.ts';

function words(
  then: SchemeDocument['outcome']['notCompleted']['then'],
  forces: SchemeDocument['forces'] = ['durham'],
  kind: SchemeDocument['kind'] = 'deferred-prosecution',
): string {
  return notCompletedWords({ forces, kind, outcome: { completed: { type: null }, notCompleted: { then } } });
}

test('a person who does not complete may be prosecuted, and the decision is taken again', () => {
  expect(words('prosecute')).toBe('The person may be prosecuted; the decision is taken again');
  expect(words('prosecute', [], 'registration')).toBe(words('prosecute'));
  expect(words('summons')).toBe('The person may be summonsed to court');
});

test('in Scotland the procurator fiscal decides: again after diversion, else once the police have reported', () => {
  expect(words('prosecute', ['scotland'])).toBe('The procurator fiscal decides again, and may prosecute');
  const reported = 'The person may be reported to the procurator fiscal, who decides';
  expect(words('prosecute', ['scotland'], 'deflection')).toBe(reported);
});

test('what is not a prosecution is said as it is, wherever it is', () => {
  expect(words('pay-penalty')).toBe('The penalty notice must be paid');
  expect(words('not-offered-again')).toBe('The scheme is not offered to the person again');
  expect(words('no-consequence', ['scotland'], 'treatment')).toBe('Nothing further happens to the person');
});
