import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readAuditDetails } from './audit-details-kind.ts';
import { auditedActions } from './domain/audited-actions.ts';

/** For each action, entries as they were once written; none is ever taken out. */
const written = z
  .record(z.string(), z.array(z.unknown()).min(1))
  .parse(JSON.parse(readFileSync(new URL('../../tests/shapes/audit-details-by-action.json', import.meta.url), 'utf8')));

const entry = { chain: 'case:a', sequence: 1, action: 'case-viewed', shape: 2, details: { sequence: 4 } };

describe('What an audit entry says', () => {
  test('is read by the line of its action', () => {
    expect(readAuditDetails(entry)).toEqual({ sequence: 4 });
    expect(() => readAuditDetails({ ...entry, action: 'person-corrected' })).toThrow(
      'audit_entries case:a 1 (column details, shape 2) does not fit: details.corrected: should be array, and 1 more',
    );
  });

  test('of an action that nobody knows is not guessed at', () => {
    expect(() => readAuditDetails({ ...entry, action: 'case-burnt' })).toThrow(
      'audit_entries case:a 1 (audit-details, shape 2) does not fit: action: is not one that this version knows',
    );
  });

  test('before actions had lines is whatever was said, and is still read', () => {
    const old = { ...entry, shape: 1, action: 'case-burnt', details: { by: 'the program' } };
    expect(readAuditDetails(old)).toEqual({ by: 'the program' });
  });

  test.each(Object.entries(written))('of %s is read as it was once written', (action, entries) => {
    for (const details of entries) expect(readAuditDetails({ ...entry, action, details })).toEqual(details);
  });

  test('is kept as an example for every action that there is', () => {
    expect(Object.keys(written).sort()).toEqual(Object.keys(auditedActions).sort());
  });
});
