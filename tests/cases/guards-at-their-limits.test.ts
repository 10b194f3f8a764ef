import { describe, expect, test } from 'vitest';
import { answer, sampleCommands, context, coordinator, caseThrough, supervisor, worker } from './case-in-state.ts';

const startsAt = sampleCommands.book.data.startsAt;
const before = new Date(Date.parse(startsAt) - 1).toISOString();

describe('Attendance is recorded from the moment an appointment begins', () => {
  test.each([
    ['late', sampleCommands.late, 'appointment-late'],
    ['missed', sampleCommands.missed, 'appointment-missed'],
  ] as const)('%s', (_how, command, event) => {
    const booked = caseThrough('booked');
    expect(answer(booked.when(command, { by: worker, in: { now: before } }))).toBe('appointment-not-yet');
    expect(answer(booked.when(command, { by: worker, in: { now: startsAt } }))).toBe(event);
  });
});

test('Nobody approves a change that they asked for themselves, in whatever role they asked', () => {
  const { accountId, name, organisationId } = supervisor;
  const proposedBy = { accountId, name, organisationId, role: 'coordinator' } as const;
  const own = { ...sampleCommands.vary, data: { ...sampleCommands.vary.data, conditionId: 'c1', proposedBy } };
  expect(answer(caseThrough('engaging').when(own, { by: supervisor }))).toBe('second-person-needed');
  expect(answer(caseThrough('engaging').when(sampleCommands.vary, { by: supervisor }))).toBe('condition-varied');
});

test('An outcome that the law does not give to what was done is refused with its own reason', () => {
  const charge = { ...sampleCommands.outcome, data: { ...sampleCommands.outcome.data, type: '1' } } as const;
  expect(answer(caseThrough('completed').when(charge, { by: coordinator }))).toBe('not-returned-for-prosecution');
  expect(answer(caseThrough('completed').when(sampleCommands.outcome, { by: coordinator }))).toBe('outcome-recorded');
});

test('A case is withdrawn as a duplicate of another, and never of itself', () => {
  const duplicateOf = (ofCase: string) =>
    ({ ...sampleCommands.withdraw, data: { reason: { is: 'duplicate', ofCase } } }) as const;
  expect(answer(caseThrough('engaging').when(duplicateOf(context.caseId), { by: coordinator }))).toBe(
    'duplicate-of-itself',
  );
  expect(answer(caseThrough('engaging').when(duplicateOf('another-case'), { by: coordinator }))).toBe('case-withdrawn');
});

test('Where the scheme says what follows, a coordinator does not let it fall, and a supervisor may', () => {
  expect(answer(caseThrough('not-completed').when(sampleCommands.noConsequence, { by: coordinator }))).toBe(
    'scheme-says-consequence',
  );
  expect(answer(caseThrough('not-completed').when(sampleCommands.noConsequence, { by: supervisor }))).toBe(
    'no-further-consequence',
  );
});
