import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectFiles } from './source-tree.ts';

test('What an address names is read through the forms that its route gives, and by nothing else', () => {
  const reads = /\b(request|visit\.request)\.(params|query)\b/;
  const sources = projectFiles().filter((file) => /^src\/(?!web\/server\/).*(?<!\.test)\.ts$/.test(file));
  expect(sources.filter((file) => reads.test(readFileSync(file, 'utf8')))).toEqual([]);
});
