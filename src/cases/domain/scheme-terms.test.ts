import { expect, test } from 'vitest';
import { shippedCatalogue } from '../../schemes/store/shipped-catalogue.test-support.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { isLiveOn } from './scheme-terms.ts';

const schemes = shippedCatalogue;
const isLive = (id: string, day: string): boolean => {
  const scheme = schemes.find((one) => one.id === id);
  if (scheme === undefined) throw new Error(`There is no scheme ${id}`);
  return isLiveOn(scheme, calendarDayOf(day));
};

test('a scheme may be offered from the day on which it is live to the day before it ends', () => {
  expect(isLive('warwickshire-pads', '2023-09-30')).toBe(false);
  expect(isLive('warwickshire-pads', '2023-10-01')).toBe(true);
  expect(isLive('warwickshire-pads', '2025-03-31')).toBe(true);
  expect(isLive('warwickshire-pads', '2025-04-01')).toBe(false);
});

test('the law of another country may never be offered, though it is in force there', () => {
  expect(isLive('portugal-dissuasion', '2026-11-27')).toBe(false);
});
