import { expect, test } from 'vitest';
import {
  aGivingScheme,
  caseThrough,
  coordinator,
  sampleCommands,
  supervisor,
} from '../../../../tests/cases/case-in-state.ts';
import { outcomeInBrief, tellsOfOutcome } from './outcome-in-brief.ts';

const typeOf = (story: ReturnType<typeof caseThrough>) => outcomeInBrief(story.events().filter(tellsOfOutcome))?.type;
const give = () => caseThrough('engaging').and(sampleCommands.give, { by: supervisor, in: { scheme: aGivingScheme } });

test('An outcome is the one that was given, until it is taken back', () => {
  expect(typeOf(caseThrough('engaging'))).toBeUndefined();
  const given = give();
  expect(typeOf(given)).toBe('8');
  given.and(sampleCommands.correctOutcome, { by: coordinator, in: { scheme: aGivingScheme } });
  expect(typeOf(given)).toBeUndefined();
});

test('and the one that closed the case, whatever its type, until the case is opened again', () => {
  const closed = caseThrough('closed');
  expect(typeOf(closed)).toBe('22');
  closed.and(sampleCommands.reopen, { by: supervisor });
  expect(typeOf(closed)).toBeUndefined();
});

test('An outcome without a type is told by what it rests on', () => {
  const warned = { type: null, legalBasis: 'Recorded police warning' } as const;
  const recorded = caseThrough('closed')
    .events()
    .filter(tellsOfOutcome)
    .map((event) => ({ ...event, data: { ...event.data, ...warned } }));
  expect(outcomeInBrief(recorded as Parameters<typeof outcomeInBrief>[0])).toMatchObject(warned);
});
