import { describe, expect, test } from 'vitest';
import { dayLine, typedDayIn } from './day-line.ts';
import { parseDateField } from './date-field.ts';

function read(line: string): unknown {
  const day = parseDateField(typedDayIn(line), 'born-on', 'the date of birth');
  return day.ok ? day.value : day.errors[0]?.text;
}

describe('A day typed in one line', () => {
  test.each([
    '17 5 1999',
    '17051999',
    '17/05/1999',
    '17.5.1999',
    '17-5-1999',
    '17 May 1999',
    '17 may, 1999',
    ' 17 5 1999 ',
  ])('is read: %s', (line) => {
    expect(read(line)).toBe('1999-05-17');
  });

  test.each([
    ['', 'Enter the date of birth'],
    ['17 5', 'The date of birth must include a year'],
    ['1999', 'The date of birth must include a month and year'],
    ['17 5 1999 3', 'The date of birth must include a month and year'],
    ['31 2 1999', 'The date of birth must be a real date'],
    ['170599', 'The date of birth must include a month and year'],
    ['17 Mayday 1999', 'The date of birth must be a real date'],
    ['17 5 99', 'The date of birth must be a real date'],
    ['5 17 1999', 'The date of birth must be a real date'],
  ])('says what is missing or wrong: "%s"', (line, text) => {
    expect(read(line)).toBe(text);
  });

  test('is shown as it may be typed again', () => {
    expect(read(dayLine('1999-05-17'))).toBe('1999-05-17');
    expect(dayLine('1999-05-07')).toBe('7 5 1999');
  });
});
