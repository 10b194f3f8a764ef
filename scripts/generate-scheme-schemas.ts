/**
 * Writes the JSON Schemas of schemes, their scenarios and law documents in schemes/ from the schemas that loading
 * validates with. Run `npm run scheme-schemas` after a change of the scheme language.
 */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { jsonSchemaText, PUBLISHED_SCHEMAS } from '../src/schemes/domain/json-schemas.ts';

for (const name of Object.keys(PUBLISHED_SCHEMAS) as (keyof typeof PUBLISHED_SCHEMAS)[]) {
  const text = await format(jsonSchemaText(name), { parser: 'json', printWidth: 120 });
  writeFileSync(new URL(`../schemes/${name}`, import.meta.url), text);
}
