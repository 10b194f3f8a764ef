import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { searchDayReader } from './search-day.ts';

describe('The day of a search', () => {
  test.each([
    ['2016-05-31T23:01:00+00:00', '2016-06-01', 'in summer time a day begins an hour before UTC does'],
    ['2016-05-31T22:59:59+00:00', '2016-05-31', 'the minute before'],
    ['2019-12-31T23:59:00+00:00', '2019-12-31', 'in winter London is at UTC'],
    ['2019-03-31T00:30:00+00:00', '2019-03-31', 'the night on which summer time begins'],
    ['2019-10-26T23:30:00+00:00', '2019-10-27', 'the night on which it ends'],
    ['2019-10-27T23:30:00+00:00', '2019-10-27', 'the night after'],
    ['2020-02-29T12:00:00Z', '2020-02-29', 'a leap day'],
    ['2019-06-01T00:30:00+01:00', '2019-06-01', 'with the offset of summer time'],
    ['2019-06-01T00:30:00.000+0100', '2019-06-01', 'with parts of a second'],
    ['2019-06-01T00:30:00+03:00', '2019-05-31', 'with an offset from elsewhere'],
    ['2019-05-31T22:30:00-05:00', '2019-06-01', 'with one from the west'],
  ])('of %s is %s: %s', (text, day) => {
    expect(searchDayReader()(text)).toMatchObject({ day, isMoved: day !== text.slice(0, 10), isWithoutOffset: false });
  });

  test('of a time without an offset is read as UTC, and of a bare day as it stands', () => {
    const read = searchDayReader();
    expect(read('2019-06-30T23:30:00')).toMatchObject({ day: '2019-07-01', isMoved: true, isWithoutOffset: true });
    expect(read('2019-06-30 23:30')).toMatchObject({ day: '2019-07-01', isMoved: true, isWithoutOffset: true });
    expect(read('2019-06-30')).toMatchObject({ day: '2019-06-30', isMoved: false, isWithoutOffset: true });
  });

  test.each([
    ...['', 'yesterday', '2019-02-29T10:00:00+00:00', '2019-13-01', '2019-06-31', '31/12/2019', '2019-12', '20191231'],
    ...['2019-12-31T24:00:00Z', '2019-12-31T10:60:00Z', '2019-12-31T10', '43800', '2019-12-31T10:00:00+1'],
  ])('is none in "%s"', (text) => {
    expect(searchDayReader()(text)).toBeNull();
  });

  test.each([
    ['2019-06-30T23:30:00+00:00', true, 'a time'],
    ['2019-06-30T23:00:00+00:00', false, 'midnight in London'],
    ['2019-12-30T23:00:00+00:00', true, 'an hour before midnight, in winter'],
    ['2019-12-30T00:00:00+00:00', false, 'midnight in winter'],
    ['2019-06-30T00:00:00+00:00', false, 'midnight as it is written, in summer'],
    ['2019-06-30T00:00:00+01:00', false, 'midnight with its offset'],
    ['2019-06-30T00:00:01+00:00', true, 'a second after midnight'],
    ['2019-06-30', false, 'a bare day'],
  ])('at %s has a time of day: %s (%s)', (text, hasTime) => {
    expect(searchDayReader()(text)).toMatchObject({ hasTime });
  });

  test('is of one moment however that is written', () => {
    const seconds = ['2019-06-01T00:30:05+01:00', '2019-05-31T23:30:05+00:00', '2019-05-31 23:30:05Z'].map(
      (text) => searchDayReader()(text)?.seconds,
    );
    expect(new Set(seconds)).toEqual(new Set([Date.parse('2019-05-31T23:30:05Z') / 1000]));
  });

  test('is that of its own row, whatever stood in the row before', () => {
    const texts = ['2019-06-01T10:15:00+00:00', '2019-06-02T10:15:00+00:00', '2019-06-02T11:15:00+00:00', 'no day', ''];
    const pairs = texts.flatMap((before) => texts.flatMap((text) => [before, text]));
    const read = searchDayReader();
    expect(pairs.map((text) => read(text))).toEqual(pairs.map((text) => searchDayReader()(text)));
  });

  test('is the day in London of any moment since 2000', () => {
    const read = searchDayReader();
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const published = moment.toISOString().replace(/\.\d+Z$/, '+00:00');
        expect(read(moment.toISOString())?.day).toBe(londonDayOf(moment));
        expect(read(published)).toEqual(read(moment.toISOString()));
      }),
    );
  });
});
