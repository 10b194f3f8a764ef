import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import type { DocumentFault } from '../../src/documents/index.ts';
import { parsePlan } from '../../src/evaluation/domain/plan/parse-plan.ts';
import { loadReferenceLists } from '../../src/reference/store/reference-lists.ts';
import { parseLawDocument } from '../../src/schemes/domain/law/parse-law-document.ts';
import { parseSchemeDocument } from '../../src/schemes/domain/parse-scheme-document.ts';
import { parseScenarios } from '../../src/schemes/domain/scenarios/parse-scenarios.ts';
import type { Result } from '../../src/shared/result.ts';

const reference = await loadReferenceLists();
const { vocabulary } = reference;
const FOLDER = fileURLToPath(new URL('../../', import.meta.url));

type Read = (text: string, file: string) => Result<unknown, readonly DocumentFault[]>;
const READERS: readonly (readonly [string, Read])[] = [
  ['schemes/durham-checkpoint/scheme.yaml', (text, file) => parseSchemeDocument(text, file, reference)],
  ['schemes/durham-checkpoint/scenarios.yaml', (text, file) => parseScenarios(text, file, { vocabulary })],
  ['docs/evaluation/matched-controls.yaml', parsePlan],
  ['docs/evaluation/randomised.yaml', parsePlan],
  ...readdirSync(`${FOLDER}law`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, Read] => [`law/${name}`, (text, file) => parseLawDocument(text, file, { reference })]),
];

/** As somebody may write them for a number, a word, a day. */
const ODD = ['.nan', '.inf', '-.inf', '1e999', '{ a: 1 }', '[{ a: 1 }]', '{ a: .nan }', '~'];
/** What JavaScript prints of what has no words. */
const UNSAID = /\[object|NaN|Infinity|undefined|function|the number null/;

/** The text with what stands at one place exchanged for something else. */
function textsWith(text: string, odd: string): readonly string[] {
  const places: (readonly [number, number])[] = [];
  visit(parseDocument(text), {
    Value(key, node) {
      if (key !== 'key' && isScalar(node) && node.range) places.push([node.range[0], node.range[1]]);
    },
  });
  return places.map(([from, to]) => `${text.slice(0, from)}${odd}\n${text.slice(to)}`);
}

test.each(READERS)(
  'In %s no odd value is taken for a number, and none is printed as what it is to the program',
  (file, read) => {
    const text = readFileSync(`${FOLDER}${file}`, 'utf8');
    expect(read(text, file)).toMatchObject({ ok: true });
    for (const [at, odd] of ODD.entries()) {
      // Each place is tried with some of them, and every one of them at many places.
      const texts = textsWith(text, odd).filter((_, place) => place % ODD.length === at);
      for (const changed of texts) {
        const result = read(changed, file);
        const said = result.ok ? [] : result.refusal.map(({ problem, remedy }) => `${problem} → ${remedy}`);
        expect([changed, said.filter((line) => UNSAID.test(line))]).toEqual([changed, []]);
        if (odd !== '~') expect([changed, result.ok]).toEqual([changed, false]);
      }
    }
  },
);
