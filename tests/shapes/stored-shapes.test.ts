import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventDataSchemas } from '../../src/cases/domain/case-event.ts';
import { readStored } from '../../src/stored/index.ts';
import { fixturesOf, schemaHash, schemaHashesFile } from './fixtures.ts';
import { kinds } from './kinds.ts';

const hashes = JSON.parse(readFileSync(schemaHashesFile, 'utf8')) as {
  readonly [kind: string]: { readonly [shape: string]: string };
};

describe.each(kinds)('What is stored as $kind.name', ({ kind, samples }) => {
  const shapes = Array.from({ length: kind.shape }, (_, index) => index + 1);

  test.each(shapes)('in shape %i is still read', (shape) => {
    const fixtures = fixturesOf(kind.name, shape);
    expect(fixtures, `tests/shapes/${kind.name}/${shape}/ holds no fixture`).not.toEqual([]);
    for (const { name, value } of fixtures) {
      const read = () => readStored(kind, { table: `tests/shapes/${kind.name}/${shape}`, id: name, shape }, value);
      expect(read, name).not.toThrow();
    }
  });

  test('has every form that there is among the fixtures of its present shape, as it is written', () => {
    const stored = Object.fromEntries(
      fixturesOf(kind.name, kind.shape).map(({ name, value }) => [name.replace(/\.json$/, ''), value]),
    );
    expect(stored, 'run npm run stored-fixtures').toEqual(samples);
  });

  test('has a schema that changes only with the number of its shape', () => {
    expect(
      hashes[kind.name]?.[kind.shape],
      `The schema of ${kind.name} is not the one that shape ${kind.shape} was. Rows of it are stored: add a step to its upcasters, which makes a new shape, and run npm run stored-fixtures`,
    ).toBe(schemaHash(kind));
    expect(Object.keys(hashes[kind.name] ?? {})).toEqual(shapes.map(String));
  });
});

test('Every type of event is among the fixtures of every shape since there is such an event', () => {
  const { kind } = kinds.find(({ kind: { name } }) => name === 'case-event')!;
  const since: { readonly [type: string]: number } = {
    'birthday-corrected': 4,
    'decided-again': 4,
    'verdict-confirmed': 4,
    'attendance-corrected': 4,
    'appointment-cancelled': 4,
    'outcome-given': 7,
    'outcome-corrected': 7,
    'closed-with-outcome': 7,
    'youth-justice-told': 7,
    'place-booked': 11,
  };
  for (let shape = 1; shape <= kind.shape; shape += 1) {
    const types = fixturesOf('case-event', shape).map(({ value }) => (value as { readonly type: string }).type);
    const there = Object.keys(eventDataSchemas).filter((type) => (since[type] ?? 1) <= shape);
    expect([...new Set(types)].sort(), `shape ${shape}`).toEqual(there.sort());
  }
});
