import { z } from 'zod';
import { lawSchema } from './law/law-document.ts';
import { scenariosSchema } from './scenarios/scenarios-document.ts';
import { schemeSchema } from './scheme-document.ts';

/** The published schemas by file name in `schemes/`: editors complete and check documents with them. */
export const PUBLISHED_SCHEMAS = {
  'scheme.schema.json': schemeSchema,
  'scenarios.schema.json': scenariosSchema,
  'law.schema.json': lawSchema,
} as const;

/** The JSON Schema of a kind of document, as its file in `schemes/` holds it. Made from what loading validates with. */
export function jsonSchemaText(file: keyof typeof PUBLISHED_SCHEMAS): string {
  const schema = z.toJSONSchema(PUBLISHED_SCHEMAS[file], { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
