import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemaText, PUBLISHED_SCHEMAS } from './json-schemas.ts';

test.each(Object.keys(PUBLISHED_SCHEMAS) as (keyof typeof PUBLISHED_SCHEMAS)[])(
  'schemes/%s is what the code validates with (npm run scheme-schemas writes it)',
  async (name) => {
    const published: unknown = JSON.parse(await readFile(new URL(`../../../schemes/${name}`, import.meta.url), 'utf8'));
    expect(published).toEqual(JSON.parse(jsonSchemaText(name)));
  },
);
