import { expect, test } from 'vitest';
import { shippedCatalogue } from '../store/shipped-catalogue.test-support.ts';
import { hasActivity } from '../domain/has-activity.ts';
import { isComparator } from '../domain/is-comparator.ts';
import { termsTold } from './terms-told.ts';

const schemes = shippedCatalogue.filter((scheme) => !isComparator(scheme));
const told = (id: string): string => {
  const scheme = schemes.find((one) => one.id === id);
  return scheme === undefined ? '' : String(termsTold(scheme));
};

test.each(schemes.map((scheme) => [scheme.id, scheme] as const))(
  'Of %s a person is told how long, what it costs, what is asked, what follows failure and what is disclosed',
  (_id, scheme) => {
    const text = String(termsTold(scheme));
    const refusing = hasActivity(scheme) ? 'If they do not take part, or do not finish' : 'If they do not accept';
    for (const row of ['How long', 'Cost', 'What is asked', refusing, 'may be disclosed']) expect(text).toContain(row);
    expect(text.match(/waymark-source|govuk-tag/g)?.length ?? 0).toBeGreaterThanOrEqual(5);
    expect(text).not.toContain('undefined');
  },
);

test('A warning is told as what it is: nothing is to be done, and nothing to finish', () => {
  const warning = told('scotland-recorded-police-warning');
  expect(warning).toContain('There is nothing to do afterwards.');
  expect(warning).toContain('Nothing, once it is accepted.');
  for (const never of ['take part', 'not finish', 'each part', '<li>']) expect(warning).not.toContain(never);
});

test('Checkpoint is told with its four months, and that failure is decided on again', () => {
  expect(told('durham-checkpoint')).toContain('4 months.');
  expect(told('durham-checkpoint')).toContain('The person may be prosecuted; the decision is taken again.');
  expect(told('durham-checkpoint')).toContain('so it is no criminal record');
});

test('What a caution leaves on record is not said of what is none', () => {
  const types = new Map(schemes.map(({ id, outcome }) => [id, outcome.completed.type]));
  for (const [id, type] of types)
    expect([id, told(id).includes('is part of a criminal record')]).toEqual([
      id,
      ['2', '2A', '3', '3A'].includes(type ?? ''),
    ]);
});
