import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  componentNames,
  generateComponents,
  generatedFile,
  macroNameOf,
} from '../../../scripts/generate-govuk-components.ts';
import * as components from './govuk.generated.ts';
import type { Html } from './html.ts';
import { govukFolder } from '../server/frontend-folders.ts';

interface Fixture {
  readonly name: string;
  readonly options: object;
  readonly html: string;
}

const functions = components as unknown as Record<string, (options: object) => Html>;

const normalised = (markup: string): string =>
  markup
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ ?([<>]) ?/g, '$1')
    .trim();

function fixturesOf(component: string): readonly Fixture[] {
  const file = join(govukFolder, 'components', component, 'fixtures.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: readonly Fixture[] }).fixtures;
}

test('The generated wrappers are what the installed GOV.UK Frontend describes', async () => {
  expect(readFileSync(generatedFile, 'utf8')).toBe(await generateComponents());
});

test('Every component of GOV.UK Frontend has its wrapper and its fixtures', () => {
  expect(componentNames().filter((name) => !functions[macroNameOf(name)])).toEqual([]);
  expect(componentNames().flatMap(fixturesOf).length).toBeGreaterThan(700);
});

describe.each(componentNames())('%s', (component) => {
  test.each(fixturesOf(component).map((fixture) => [fixture.name, fixture] as const))(
    'renders the official fixture "%s"',
    (_name, fixture) => {
      const rendered = functions[macroNameOf(component)]?.(fixture.options).toString() ?? '';
      expect(normalised(rendered)).toBe(normalised(fixture.html));
    },
  );
});
