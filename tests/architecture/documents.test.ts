import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../scripts/where-is/source-file.ts';
import { whereIs } from '../../scripts/where-is/where-is.ts';
import { transitions } from '../../src/cases/domain/transitions.ts';
import { projectRoot } from './cruise.ts';
import { architecture } from '../../scripts/architecture/architecture.ts';
import { projectFiles, textOf } from './source-tree.ts';

describe('docs/where-is.md', async () => {
  const fromTheTree = await whereIs();

  test('is what the tree says now (npm run where-is writes it again)', () => {
    expect(textOf('docs/where-is.md')).toBe(fromTheTree);
  });

  test('tells which file answers an address that a loop registers, and what right it needs', () => {
    expect(fromTheTree).toContain(
      '| `GET, POST /cases/:caseId/accept-offer` | record-answer | [src/cases/pages/offer/accept-offer/page.ts]',
    );
    expect(fromTheTree).toContain('| `GET /triages/:triageId/check` | triage-person | [src/triage/');
  });

  test('tells where each table is made and typed', () => {
    expect(fromTheTree).toMatch(/`case_events`.*0010-cases\.sql:\d+\].*src\/db\/tables\/cases\.ts/);
  });

  test('tells by what name a table goes now, which migrations changed it, and where a function was replaced', () => {
    expect(fromTheTree).toMatch(/\| `document_versions` .*0010-cases\.sql:\d+\].*\[0041\]/);
    expect(fromTheTree).not.toContain('| `scheme_versions` |');
    expect(fromTheTree).toMatch(/\| `role_fits_organisation` .*\[0004\].*\[0020\]/);
    expect(fromTheTree).not.toMatch(/\| `role_fits_organisation` .*0004-access\.sql:\d+\]/);
  });

  test('tells which rule keeps a 17-year-old out of the London pilot, and where it stands', () => {
    expect(fromTheTree).toMatch(/\| LON-1 \| Aged 18 to 24.*\| \[schemes\/london-18-24-cannabis\/scheme\.yaml:\d+\]/);
  });

  test('tells what the law asks, how it refuses, and the facts that the law alone reads', () => {
    expect(fromTheTree).toMatch(/\| LAW-12 \| Aged 12 or over.*\| excluded-in-law \| \[law\/scotland\.yaml:\d+\]/);
    expect(fromTheTree).toMatch(/\| \[age-today\].*\[LAW-40\]/);
  });

  test('tells the function that refuses, or the clause', () => {
    expect(fromTheTree).toMatch(/\| \[attendance-unchanged\].*\| \[attendanceWouldChange\]\([^)]*\) \|/);
    expect(fromTheTree).toMatch(/\| \[email-taken\].*\| \[addAccount\]\([^)]*\) \|/);
    expect(fromTheTree).toMatch(/\| \[prosecutor-needed\].*\[LAW-46\]/);
  });

  test('tells of a file with many exports what all of them are for', () => {
    expect(fromTheTree).toContain('domain/transitions.ts): The state machine of a case');
    expect(fromTheTree).toContain('errors/error-pages.ts): The plain pages for what went wrong');
  });

  test('tells of the tests that stand beside no file of their own name, and of no other', () => {
    expect(fromTheTree).toContain('The questions of a triage are those that were looked at and kept');
    expect(fromTheTree).not.toContain('eligibility/decide.test.ts');
  });
});

describe('The sentence that a file says of itself', () => {
  test.each([
    [
      'Weights by propensity (P. Rosenbaum and D. Rubin, 1983). More.',
      'Weights by propensity (P. Rosenbaum and D. Rubin, 1983).',
    ],
    ['The estimate.\n\n    p = x / n\n\nSource: R. Newcombe.', 'The estimate.'],
    ['The interval:\n\n    p = x / n', 'The interval'],
    ['One, e.g. Durham. Two.', 'One, e.g. Durham.'],
  ])('of %j', (comment, sentence) => expect(sentenceOf(comment)).toBe(sentence));
});

describe('docs/architecture.md', () => {
  const drawn = architecture();

  test('is drawn as the tree is now (npm run architecture draws it again)', () => {
    expect(textOf('docs/architecture.md')).toBe(drawn);
  });

  test('shows that cases use providers, and that the mathematics uses no room', () => {
    expect(drawn).toContain('  cases --> providers');
    expect(drawn).not.toMatch(/statistics -.*>/);
  });

  test('shows every event of the state machine, and each way out of a state', () => {
    for (const { event } of transitions) expect(drawn).toContain(`\`${event}\``);
    expect(drawn).toContain('offered --> accepted: accept-offer');
    expect(drawn).toContain('open --> closed: withdraw-case');
  });

  test('leads to each guard, and to what makes the data of each event', () => {
    expect(drawn).toContain('[attendanceWouldChange](../src/cases/domain/engagement/appointment-guards.ts)');
    expect(drawn).toContain('[attendanceCorrected](../src/cases/domain/engagement/engagement-event-data.ts) |');
    // What has no place of its own would lead to the table itself.
    expect(drawn).not.toMatch(/refused unless[\s\S]*\]\(\.\.\/src\/cases\/domain\/transitions\.ts\) [,|]/);
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

  test('names only files, scripts and parts of the tests that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };
    const files = new Set(projectFiles());
    const isThere = (path: string): boolean => existsSync(join(projectRoot, path)) || path.includes('<');
    const wrong = documents.flatMap((file) => {
      const text = textOf(file);
      const named = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);
      const missing = [
        ...named(/`((?:src|docs|bin|tests|schemes|reference|scripts|bench)\/[^`\s*…]*)`/g).filter(
          (path) => !isThere(path),
        ),
        ...named(/npm run (?:-s )?([a-z-]+)/g).filter((name) => scripts[name] === undefined),
        ...named(/`([a-z-]+\.(?:ts|mjs|sql))`/g).filter((name) => ![...files].some((path) => basename(path) === name)),
      ];
      return missing.map((name) => `${file}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});
