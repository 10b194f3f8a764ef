import { describe, expect, test } from 'vitest';
import { parseDateField } from './date-field.ts';
import { parseTimeField } from './time-field.ts';

describe('A date of three boxes', () => {
  const parse = (day: string, month: string, year: string): unknown => {
    const result = parseDateField({ day, month, year }, 'on', 'the date of the appointment');
    return result.ok ? result.value : result.errors.map(({ text, target }) => [text, target]);
  };

  test('is read with or without leading noughts', () => {
    expect(parse('5', '1', '2026')).toBe('2026-01-05');
  });

  test('says what is missing', () => {
    expect(parse('', '', '')).toEqual([['Enter the date of the appointment', 'on-day']]);
    expect(parse('5', '', '')).toEqual([['The date of the appointment must include a month and year', 'on-month']]);
  });

  test('says when there is no such day', () => {
    expect(parse('31', '2', '2026')).toEqual([['The date of the appointment must be a real date', 'on-day']]);
    expect(parse('x', '2', '26')).toEqual([['The date of the appointment must be a real date', 'on-day']]);
  });
});

describe('A time of one box', () => {
  const parse = (typed: string): unknown => {
    const result = parseTimeField(typed, 'at');
    return result.ok ? result.value : result.errors[0]?.text;
  };

  test('is read in the ways people write it', () => {
    expect(['2:30pm', '14:30', '1430', '2.30 PM'].map(parse)).toEqual([870, 870, 870, 870]);
    expect(['9am', '12am', '12pm', 'midday', '0:05'].map(parse)).toEqual([540, 0, 720, 720, 5]);
  });

  test('that is no time, or could be morning or evening, is asked again', () => {
    for (const typed of ['9', '25:00', '13pm', '9:75', 'soon', '0am']) {
      expect([typed, parse(typed)]).toEqual([typed, 'Enter a time in the correct format, like 9:30am or 14:30']);
    }
    expect(parse('')).toBe('Enter a time, like 9:30am or 14:30');
  });
});
