import { describe, expect, test } from 'vitest';
import { componentNames } from '../../../../scripts/generate-govuk-components.ts';
import { draw, fixturesOf, hasFunction } from './official-fixtures.test-support.ts';

const normalised = (markup: string): string =>
  markup
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ ?([<>]) ?/g, '$1')
    .trim();

test('Every component of GOV.UK Frontend has its function and its fixtures', () => {
  expect(componentNames().filter((name) => !hasFunction(name))).toEqual([]);
  expect(componentNames().flatMap(fixturesOf).length).toBeGreaterThan(700);
});

describe.each(componentNames())('%s', (component) => {
  test.each(fixturesOf(component).map((fixture) => [fixture.name, fixture] as const))(
    'renders the official fixture "%s"',
    (_name, fixture) => {
      expect(normalised(draw(component, fixture.options))).toBe(normalised(fixture.html));
    },
  );
});
