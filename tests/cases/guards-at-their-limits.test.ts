import { describe, expect, test } from 'vitest';
import { answer, ask, given, supervisor, worker } from './given.ts';

const startsAt = ask.book.data.startsAt;
const before = new Date(Date.parse(startsAt) - 1).toISOString();

describe('Attendance is recorded from the moment an appointment begins', () => {
  test.each([
    ['late', ask.late, 'appointment-late'],
    ['missed', ask.missed, 'appointment-missed'],
  ] as const)('%s', (_how, command, event) => {
    const booked = given('booked');
    expect(answer(booked.when(command, { by: worker, in: { now: before } }))).toBe('appointment-not-yet');
    expect(answer(booked.when(command, { by: worker, in: { now: startsAt } }))).toBe(event);
  });
});

test('Nobody approves a change that they asked for themselves, in whatever role they asked', () => {
  const { accountId, name, organisationId } = supervisor;
  const proposedBy = { accountId, name, organisationId, role: 'coordinator' } as const;
  const own = { ...ask.vary, data: { ...ask.vary.data, conditionId: 'c1', proposedBy } };
  expect(answer(given('engaging').when(own, { by: supervisor }))).toBe('second-person-needed');
  expect(answer(given('engaging').when(ask.vary, { by: supervisor }))).toBe('condition-varied');
});
