import { describe, expect, test } from 'vitest';
import { facts, caseThrough, law, sampleCommands } from '../../../../../tests/cases/case-in-state.ts';
import { policeView } from '../../../../../tests/forms/case-views.ts';
import { calendarDayOf } from '../../../../shared/calendar-day.ts';
import { lawOfOutcome } from '../../../domain/outcome/index.ts';
import { warningsOf } from './warnings-of-outcome.ts';

const child = { first: { facts: { ...facts, age: 15 } } };
const on = (day: string, type = '23', first = {}) =>
  warningsOf({ ...policeView('triaged', first), today: calendarDayOf(day) }, lawOfOutcome(law, type))?.toString() ?? '';

describe('Outcome 23', () => {
  test.each([
    ['2026-02-11', false],
    ['2026-02-12', true],
    ['2026-04-30', true],
    ['2026-05-01', false],
  ])('given on %s comes with a warning that its beginning is not certain: %s', (day, isWarned) => {
    expect(on(day).includes('is not certain')).toBe(isWarned);
    expect(on(day).includes('Centre for Justice Innovation')).toBe(isWarned);
  });
});

describe('That the youth justice service was not told', () => {
  const NOT_TOLD = 'Nobody has recorded that the youth justice service was told';

  test('is said of a child, with where the duty comes from', () => {
    expect(on('2026-06-01', '8', child)).toContain(NOT_TOLD);
    expect(on('2026-06-01', '8', child)).toContain('Northumbria Police');
  });

  test('is not said of an adult, nor of an outcome whose law does not ask for it', () => {
    expect(on('2026-06-01', '8')).not.toContain(NOT_TOLD);
    expect(on('2026-06-01', '6', child)).not.toContain(NOT_TOLD);
  });

  test('is not said once somebody was', () => {
    const told = caseThrough('triaged', child.first).and(sampleCommands.tellYouthJustice);
    const view = policeView(told.state());
    expect(warningsOf(view, lawOfOutcome(law, '8'))?.toString()).not.toContain(NOT_TOLD);
  });
});
