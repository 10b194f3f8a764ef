import { describe, expect, test } from 'vitest';
import { readAuditDetails } from './audit-details-kind.ts';

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
});
