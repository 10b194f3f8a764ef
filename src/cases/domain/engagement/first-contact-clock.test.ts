import { describe, expect, test } from 'vitest';
import { sampleCommands, coordinator, caseThrough, worker } from '../../../../tests/cases/case-in-state.ts';
import { firstContactClock } from './first-contact-clock.ts';

const accepted = '2026-03-02T12:00:00.000Z';
const at = (now: string) => ({ by: worker, in: { now } });
const reached = { type: 'record-contact-attempt', data: { reached: true } } as const;

describe('The clock to first contact', () => {
  test('has not started before the offer is accepted', () => {
    expect(firstContactClock(caseThrough('offered').state(), accepted)).toBeNull();
  });

  test('runs from the acceptance, through a rejected referral', () => {
    const clock = firstContactClock(caseThrough('sent-back').state(), '2026-03-04T13:30:00.000Z');
    expect(clock).toEqual({ startedAt: accepted, stoppedAt: null, hours: 49 });
  });

  test('is not stopped by an attempt that reached nobody', () => {
    expect(
      firstContactClock(caseThrough('engaging').and(sampleCommands.contact, at(accepted)).state(), accepted)?.stoppedAt,
    ).toBeNull();
  });

  test('stops when somebody reaches the person', () => {
    const story = caseThrough('engaging').and(reached, at('2026-03-03T12:00:00.000Z'));
    const clock = firstContactClock(story.state(), '2026-04-01T12:00:00.000Z');
    expect(clock).toEqual({ startedAt: accepted, stoppedAt: '2026-03-03T12:00:00.000Z', hours: 24 });
  });

  test('stops when a kept appointment began, not when somebody wrote it down', () => {
    const startsAt = '2026-03-03T10:00:00.000Z';
    const story = caseThrough('engaging')
      .and({ ...sampleCommands.book, data: { ...sampleCommands.book.data, startsAt } }, { by: worker })
      .and(sampleCommands.late, at('2026-03-05T09:00:00.000Z'));
    expect(firstContactClock(story.state(), accepted)?.stoppedAt).toBe(startsAt);
  });

  test('stands still when the case is closed without contact', () => {
    const story = caseThrough('engaging').and(sampleCommands.withdraw, {
      by: coordinator,
      in: { now: '2026-03-02T15:00:00.000Z' },
    });
    const clock = firstContactClock(story.state(), '2026-04-01T12:00:00.000Z');
    expect(clock).toEqual({ startedAt: accepted, stoppedAt: null, hours: 3 });
  });
});
