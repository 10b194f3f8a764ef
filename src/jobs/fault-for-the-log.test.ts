import { describe, expect, test } from 'vitest';
import { faultForTheLog } from './fault-for-the-log.ts';

describe('A fault in the log', () => {
  test('says what it is and where it arose, and nothing that somebody may have typed', () => {
    const fault = Object.assign(new TypeError('invalid input: "Merle Ashdown"\nborn 1990'), { code: '22P02' });
    const logged = faultForTheLog(fault);
    expect(logged).toMatch(/^TypeError 22P02\n\s+at /);
    expect(logged).not.toMatch(/Merle|1990/);
  });

  test('that is not even an error is named by its type', () => {
    expect(faultForTheLog('Merle Ashdown')).toBe('string');
  });
});
