import { describe, expect, test } from 'vitest';
import { answer, coordinator, caseThrough, sampleCommands, worker } from '../../../../tests/cases/case-in-state.ts';
import type { Attendance } from '../case-event.ts';
import type { CaseState } from '../case-state.ts';
import { isAfterReferral, isWithinTwoYears } from './appointment-guards.ts';
import { calendarDayOf } from '../../../shared/calendar-day.ts';

const { kept, missed, contact, correctAttendance, cancel, complete } = sampleCommands;
const by = { by: worker };
const firstContact = (state: CaseState) => ('firstContactAt' in state ? state.firstContactAt : undefined);
const fates = (state: CaseState) =>
  'engagement' in state ? state.engagement.appointments.map(({ fate }) => fate.is) : [];
const to = (attendance: Attendance) =>
  ({ ...correctAttendance, data: { ...correctAttendance.data, to: attendance } }) as const;
const cameAfterAll = to({ is: 'kept' });
const didNotComeAfterAll = to({ is: 'missed', whose: 'logistics' });

describe('Attendance that is corrected', () => {
  test('sets the clock to first contact going again where nobody came after all', () => {
    const story = caseThrough('booked').and(kept, by);
    expect(firstContact(story.state())).toBe('2026-03-02T12:00:00.000Z');
    story.and(didNotComeAfterAll, by);
    expect([fates(story.state()), firstContact(story.state())]).toEqual([['missed'], null]);
    expect(answer(story.when(complete, by))).toBe('nothing-delivered');
  });

  test('leaves the clock to another contact, made before or written down later', () => {
    const reached = { ...contact, data: { reached: true } };
    const story = caseThrough('booked')
      .and(kept, by)
      .and(reached, { ...by, in: { now: '2026-03-03T09:00:00.000Z' } });
    story.and(didNotComeAfterAll, by);
    expect(firstContact(story.state())).toBe('2026-03-03T09:00:00.000Z');
  });

  test('stops the clock when the appointment began, where somebody came after all', () => {
    const story = caseThrough('booked').and(missed, by);
    expect(firstContact(story.state())).toBeNull();
    story.and(cameAfterAll, { ...by, in: { now: '2026-03-05T09:00:00.000Z' } });
    expect([fates(story.state()), firstContact(story.state())]).toEqual([['kept'], '2026-03-02T12:00:00.000Z']);
    expect(story.events().at(-1)?.data).toMatchObject({
      from: { is: 'missed', whose: 'person-not-acceptable' },
      to: { is: 'kept' },
    });
    expect(answer(story.when(complete, by))).toBe('activity-completed');
  });

  test('can be corrected once the activity has ended, and what was delivered follows', () => {
    const second = { ...sampleCommands.book, data: { ...sampleCommands.book.data, appointmentId: 'a2' } };
    const came = { ...kept, data: { ...kept.data, appointmentId: 'a2' } };
    const story = caseThrough('booked').and(second, by).and(kept, by).and(came, by).and(complete, by);
    const doses = () => {
      const state = story.state();
      return state.status === 'completed' ? state.dose.map(({ delivered }) => delivered) : null;
    };
    const before = doses() ?? [];
    const total = (dose: readonly number[] | null) => (dose ?? []).reduce((sum, each) => sum + each, 0);
    story.and(didNotComeAfterAll, by);
    expect([story.state().status, total(doses())]).toEqual(['completed', total(before) - 1]);
    story.and(to({ is: 'late', whose: 'logistics' }), by);
    expect(doses()).toEqual(before);
    story.and(cameAfterAll, by);
    expect(doses()).toEqual(before);
  });

  test('leaves a case that was not completed as it is', () => {
    const story = caseThrough('booked').and(missed, by).and(sampleCommands.end, by).and(cameAfterAll, by);
    expect([story.state().status, fates(story.state())]).toEqual(['not-completed', ['kept']]);
  });

  test('is corrected no more once the case is closed', () => {
    const story = caseThrough('booked').and(kept, by).and(sampleCommands.withdraw, { by: coordinator });
    expect(answer(story.when(didNotComeAfterAll, by))).toBe('not-at-this-stage');
  });

  test('needs a reason', () => {
    const without = { ...correctAttendance, data: { ...correctAttendance.data, reason: '' } };
    expect(answer(caseThrough('booked').and(kept, by).when(without, by))).toBe('reason-needed');
  });
});

describe('An appointment that is cancelled', () => {
  test('stays on the record, and can be neither attended, moved nor cancelled again', () => {
    const story = caseThrough('booked').and(cancel, by);
    expect(fates(story.state())).toEqual(['cancelled']);
    for (const command of [kept, sampleCommands.move, cancel]) {
      expect(answer(story.when(command, by))).toBe('appointment-settled');
    }
  });

  test('needs a reason, and must not be settled already', () => {
    const without = { ...cancel, data: { ...cancel.data, reason: ' ' } };
    expect(answer(caseThrough('booked').when(without, by))).toBe('reason-needed');
    expect(answer(caseThrough('booked').and(kept, by).when(cancel, by))).toBe('appointment-settled');
  });
});

describe('The time of an appointment', () => {
  test('is that of the referral or later, to the minute', () => {
    const referredAt = '2026-03-02T12:00:30.000Z';
    expect(isAfterReferral('2026-03-02T12:00:00.000Z', referredAt)).toBe(true);
    expect(isAfterReferral('2026-03-02T11:59:00.000Z', referredAt)).toBe(false);
  });

  test('is within two years', () => {
    const today = calendarDayOf('2026-03-02');
    expect(isWithinTwoYears('2028-03-01T23:59:00.000Z', today)).toBe(true);
    expect(isWithinTwoYears('2028-03-02T00:00:00.000Z', today)).toBe(false);
  });
});
