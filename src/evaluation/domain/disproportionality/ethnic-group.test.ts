import { describe, expect, test } from 'vitest';
import { groupOf, groupOfOfficerDefined, groupOfSelfDefined } from './ethnic-group.ts';

describe('The group', () => {
  test.each([
    ['W1', 'White'],
    ['m9', 'Mixed'],
    ['A4', 'Asian'],
    ['O1', 'Asian'],
    ['O2', 'Other'],
    ['B2', 'Black'],
    ['W4', 'White'],
    ['M', 'Mixed'],
    ['NS', null],
    ['N1', null],
    ['', null],
    [null, null],
    ['IC1', null],
  ])('of the self-defined code %s is %s', (code, group) => expect(groupOfSelfDefined(code)).toBe(group));

  test.each([
    ['IC1', 'White'],
    ['ic 3', 'Black'],
    ['IC5', 'Asian'],
    ['IC9', null],
    ['Black', 'Black'],
    ['Other', 'Other'],
    ['', null],
  ])('that an officer saw as %s is %s', (said, group) => expect(groupOfOfficerDefined(said)).toBe(group));

  test('is what the person says, and what the officer saw only where the person did not', () => {
    expect(groupOf('M1', 'Black')).toBe('Mixed');
    expect(groupOf('NS', 'Black')).toBe('Black');
    expect(groupOf(null, null)).toBeNull();
  });
});
