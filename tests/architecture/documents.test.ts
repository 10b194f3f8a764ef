import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whereIs } from '../../scripts/where-is/where-is.ts';
import { projectRoot } from './cruise.ts';
import { projectFiles, textOf } from './source-tree.ts';

describe('docs/where-is.md', () => {
  const fromTheTree = whereIs();

  test('is what the tree says now (npm run where-is writes it again)', () => {
    expect(textOf('docs/where-is.md')).toBe(fromTheTree);
  });

  test('tells which rule keeps a 17-year-old out of the London pilot, and where it stands', () => {
    expect(fromTheTree).toMatch(/\| LON-1 \| Aged 18 to 24.*\| \[schemes\/london-18-24-cannabis\/scheme\.yaml:\d+\]/);
  });
});

describe('docs/glossary.md', () => {
  const [terms = '', keys = ''] = textOf('docs/glossary.md').split('## Keys');
  const lastCell = (line: string): string => line.split('|').at(-2) ?? '';
  const used = new Set(terms.match(/^\| .*$/gm)?.flatMap((line) => lastCell(line).match(/\b(S-\w+|DPA|DPU)\b/g) ?? []));

  test('explains every key that it cites, and no other', () => {
    const explained = keys
      .match(/^\| .*$/gm)
      ?.flatMap((line) => line.split('|')[1]?.match(/\b(S-\w+|DPA|DPU)\b/g) ?? []);
    expect([...used].toSorted()).toEqual(explained?.toSorted());
  });
});

describe('every document', () => {
  const documents = projectFiles().filter((file) => file.endsWith('.md'));

  test('links only to files that are there', () => {
    const broken = documents.flatMap((file) =>
      [...textOf(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target = '']) => normalize(join(dirname(file), target)))
        .filter((target) => !existsSync(join(projectRoot, target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
