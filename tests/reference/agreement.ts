import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Result } from '../../src/shared/result.ts';

/** What an R script beside the test wrote. */
export function readReference(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}/${name}.json`, import.meta.url), 'utf8'));
}

const SHARED = new URL('../../../shared/data/', import.meta.url);

/** The path of a file of the reference data kept beside the project, or null where it is not there. */
export function sharedFile(path: string): string | null {
  const file = fileURLToPath(new URL(path, SHARED));
  return existsSync(file) ? file : null;
}

/** How far two numbers are apart, in parts of the second; 0 where both are the same infinity, or both are not known. */
function relativeError(actual: number, expected: number | null): number {
  if (expected === null) return Number.isFinite(actual) ? Number.POSITIVE_INFINITY : 0;
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300);
}

/**
 * Expects every number of two lists, or of two values of the same shape, to agree to `tolerance`, relative. A number
 * that R gives as zero must be closer to zero than `tolerance`.
 */
export function expectAgreement(actual: unknown, expected: unknown, tolerance = 1e-8): void {
  const faults: string[] = [];
  compare({ actual, expected, path: '', tolerance }, faults);
  expect(faults.slice(0, 10)).toEqual([]);
}

interface Comparison {
  readonly actual: unknown;
  readonly expected: unknown;
  readonly path: string;
  readonly tolerance: number;
}

function compare({ actual, expected, path, tolerance }: Comparison, faults: string[]): void {
  if (typeof expected === 'object' && expected !== null) {
    const held = actual as { readonly [key: string]: unknown };
    for (const [key, value] of Object.entries(expected)) {
      compare({ actual: held[key], expected: value, path: `${path}.${key}`, tolerance }, faults);
    }
  } else if (typeof expected === 'number' || expected === null) {
    const apart = expected === 0 ? Math.abs(actual as number) : relativeError(actual as number, expected);
    if (!(apart <= tolerance)) faults.push(`${path}: ${String(actual)}, where R has ${expected} (${apart})`);
  } else if (actual !== expected) {
    faults.push(`${path}: ${JSON.stringify(actual)}, where R has ${JSON.stringify(expected)}`);
  }
}

/** The value of a result that is expected to be one; fails with the refusal where it is not. */
export function valueOf<Value>(result: Result<Value, { readonly message: string }>): Value {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/** The columns of a plain CSV file of numbers (no commas inside quotes); what is no number is NaN. */
export function columnsOf(file: string): { readonly [column: string]: readonly number[] } {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',').map((name) => name.replaceAll('"', ''));
  const cells = lines.map((line) => line.split(','));
  return Object.fromEntries(
    names.map((name, at) => [name, cells.map((row) => (row[at] === '' ? Number.NaN : Number(row[at])))]),
  );
}
