import { expect, test } from 'vitest';
import { decision, caseThrough, sampleCommands } from '../../../../tests/cases/case-in-state.ts';
import type { RecordedDecision } from '../../../triage/domain/index.ts';

/** The case of somebody eligible, in whose decision one clause of a disposal's law came out so. */
function offering(different: Partial<RecordedDecision['clauses'][number]>) {
  const clause = {
    id: 'LAW-20',
    result: 'met',
    says: 'The person does not deny the offence',
    source: ['S-CR'],
    standing: 'sourced',
    reads: ['admission'],
    law: 'community-resolution',
    ...different,
  } as const;
  const offered = caseThrough('triaged', { decisions: [decision('eligible', { clauses: [clause] })] }).when(
    sampleCommands.offer,
  );
  return offered.ok ? 'offered' : [offered.refusal.code, offered.refusal.detail];
}

const says = 'The person does not deny the offence';

test.each<[string, Parameters<typeof offering>[0], ReturnType<typeof offering>]>([
  ['not made where the law of the disposal keeps the person out', { result: 'not-met' }, ['excluded-in-law', says]],
  [
    'not made while what must be known by the offer is not',
    { result: 'not-known', settledBy: 'offer' },
    ['exclusion-not-settled', says],
  ],
  ['made where it is met', { settledBy: 'offer' }, 'offered'],
  ['made where it may be known later', { result: 'not-known', settledBy: 'outcome' }, 'offered'],
  ['made where it need not be known', { result: 'not-known', settledBy: 'if-known' }, 'offered'],
])('An offer is %s', (_, clause, expected) => {
  expect(offering(clause)).toEqual(expected);
});
