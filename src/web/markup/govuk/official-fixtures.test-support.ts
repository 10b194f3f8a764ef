import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { macroNameOf } from '../../../../scripts/generate-govuk-components.ts';
import { govukFolder } from '../../server/frontend-folders.ts';
import type { Html } from '../html.ts';
import * as components from './index.generated.ts';

/** What GOV.UK Frontend publishes beside each component: options, and the markup that they come to. */
export interface Fixture {
  readonly name: string;
  readonly options: object;
  readonly html: string;
}

export function fixturesOf(component: string): readonly Fixture[] {
  const file = join(govukFolder, 'components', component, 'fixtures.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: readonly Fixture[] }).fixtures;
}

const functions = new Map<string, (options: object) => Html>(
  // Each function takes options of its own type; fixtures have those of every type, and are not typed.
  Object.entries(components as Readonly<Record<string, (options: object) => Html>>),
);

export function hasFunction(component: string): boolean {
  return functions.has(macroNameOf(component));
}

/** A component with options as a fixture has them. */
export function draw(component: string, options: object): string {
  const macro = functions.get(macroNameOf(component));
  if (!macro) throw new Error(`${component} has no function`);
  return macro(options).toString();
}
