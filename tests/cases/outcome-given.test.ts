import { describe, expect, test } from 'vitest';
import type { CommandData } from '../../src/cases/domain/case-command.ts';
import { caseProgressOf } from '../../src/cases/domain/case-progress.ts';
import { recordOf } from '../../src/cases/domain/case-state.ts';
import { isProviderSideEvent } from '../../src/cases/domain/engagement/index.ts';
import {
  aGivingScheme,
  answer,
  basis,
  coordinator,
  facts,
  caseThrough,
  type Place,
  sampleCommands,
  supervisor,
  today,
  worker,
} from './case-in-state.ts';

const { give, correctOutcome, closeCase, end, outcome, returnForProsecution, noConsequence } = sampleCommands;
const giving = { in: { scheme: aGivingScheme } };
const asCoordinator = { ...giving, by: coordinator };
const caution = {
  ...give,
  data: { type: '3', basis: { ...basis, departure: 'A caution was given' } },
} as const;

/** What the law of a caution asks of the record. */
const nothingDomestic = { facts: { ...facts, 'domestic-abuse': 'none' } };

/** A case in which an outcome was given, on the leave of a sergeant. */
const after = (place: Place, command: typeof give | typeof caution = give) =>
  caseThrough(place, nothingDomestic).and(command, { ...giving, by: supervisor });
const notCompleted = (command: typeof give | typeof caution = give) =>
  after('engaging', command).and(end, { by: worker });

describe('An outcome that counts from when it is given', () => {
  test.each(['accepted', 'referred', 'sent-back', 'engaging'] as const)(
    'is recorded that day, and a case that is %s goes on',
    (place) => {
      const state = after(place).state();
      expect(state.status).toBe(place);
      expect(recordOf(state).outcomeGiven).toMatchObject({ type: '8', givenOn: today });
      expect(caseProgressOf(state).outcomeType).toBeNull();
    },
  );

  test('stays with the police', () => {
    expect(
      after('engaging')
        .events()
        .filter(isProviderSideEvent)
        .map(({ type }) => type),
    ).not.toContain('outcome-given');
  });

  test('does not include one that waits for the activity', () => {
    const diverted = { ...give, data: { type: '22', basis: { ...basis, departure: 'Asked for' } } } as const;
    expect(answer(caseThrough('engaging').when(diverted, giving))).toBe('activity-not-done');
  });

  test('is held to the law of its type', () => {
    expect(answer(caseThrough('engaging', nothingDomestic).when(caution, giving))).toBe('sergeant-needed');
    expect(answer(caseThrough('engaging', nothingDomestic).when(caution, { ...giving, by: supervisor }))).toBe(
      'outcome-given',
    );
  });

  test('is not asked for again as the case closes', () => {
    const done = after('booked').and(sampleCommands.kept, { by: worker }).and(sampleCommands.complete, { by: worker });
    expect(answer(done.when({ ...outcome, data: { ...outcome.data, type: '8' } }, asCoordinator))).toBe(
      'outcome-given-already',
    );
    expect(answer(done.when(closeCase, asCoordinator))).toBe('closed-with-outcome');
    expect(done.events().at(-1)?.data).toMatchObject({ outcomeType: '8', activity: 'completed' });
    expect(caseProgressOf(done.state()).outcomeType).toBe('8');
  });

  test.each(['accepted', 'sent-back'] as const)('closes a case that is %s, where no activity begins', (place) => {
    const closed = after(place).and(closeCase, asCoordinator);
    expect(closed.events().at(-1)?.data).toMatchObject({ outcomeType: '8', activity: 'not-begun' });
  });
});

describe('Where the activity is not completed', () => {
  const silent = { ...closeCase, data: { reason: null } };

  test('a community resolution stands: nothing is prosecuted, and the case closes with it', () => {
    expect(answer(notCompleted().when(returnForProsecution, asCoordinator))).toBe('outcome-stands');
    expect(answer(notCompleted().when(noConsequence, { ...giving, by: supervisor }))).toBe('outcome-given-already');
    expect(answer(notCompleted().when(silent, asCoordinator))).toBe('closed-with-outcome');
  });

  test('of a conditional caution the person may be prosecuted, and the caution counts until they are charged', () => {
    const returned = notCompleted(caution).and(returnForProsecution, asCoordinator);
    expect(caseProgressOf(returned.state()).outcomeType).toBe('3');
    const charge = { ...returnForProsecution, data: { ...returnForProsecution.data, outcomeType: '1' } } as const;
    expect(caseProgressOf(notCompleted(caution).and(charge, asCoordinator).state()).outcomeType).toBe('1');
  });

  test('letting a breach of a caution fall is a supervisor’s decision, with reasons', () => {
    expect(answer(notCompleted(caution).when(closeCase, asCoordinator))).toBe('scheme-says-consequence');
    expect(answer(notCompleted(caution).when(silent, { ...giving, by: supervisor }))).toBe('reason-needed');
    expect(answer(notCompleted(caution).when(closeCase, { ...giving, by: supervisor }))).toBe('closed-with-outcome');
  });
});

describe('Where a fact is found out that forbids the outcome that was given', () => {
  const found = (fact: string, value: boolean | number) =>
    after('accepted').and({ type: 'amend-fact', data: { fact, new: value, reason: 'Found out' } });
  const closed = (story: ReturnType<typeof caseThrough>) =>
    answer(story.when(closeCase, { ...giving, by: supervisor }));

  test('the case does not close with it, until it is taken back', () => {
    const story = found('intimate-partner-abuse', true);
    expect(closed(story)).toBe('given-outcome-forbidden');
    story.and(correctOutcome, asCoordinator);
    expect(closed(story)).toBe('no-outcome-given');
  });

  test('it does with what forbids nothing, and with what is not known any more', () => {
    expect(closed(found('prior-diversions', 0))).toBe('closed-with-outcome');
    const unknown = after('accepted').and({
      type: 'amend-fact',
      data: { fact: 'evidence-to-charge', new: null, reason: 'Not known after all' },
    });
    expect(closed(unknown)).toBe('closed-with-outcome');
  });

  test('what a sergeant or the basis gave leave for stays allowed', () => {
    expect(closed(found('prior-convictions', 1))).toBe('closed-with-outcome');
    expect(closed(found('gravity-score', 5))).toBe('given-outcome-forbidden');
  });
});

describe('An outcome that was recorded wrongly', () => {
  const to = (corrected: CommandData['record-outcome']) =>
    ({ ...correctOutcome, data: { to: corrected, reason: 'Mistyped' } }) as const;
  const led = {
    ...caution.data,
    basis: { ...caution.data.basis, authority: { by: 'sergeant', name: 'PS X' } as const },
  };

  test('is corrected to another, which is of the same day and held to its law', () => {
    expect(answer(after('engaging').when(to(caution.data), asCoordinator))).toBe('sergeant-needed');
    const corrected = after('engaging').and(to(led), asCoordinator);
    expect(recordOf(corrected.state()).outcomeGiven).toMatchObject({ type: '3', givenOn: today });
    expect(corrected.events().at(-1)?.data).toMatchObject({ was: '8', to: { type: '3' }, reason: 'Mistyped' });
  });

  test('is never corrected to one that waits for the activity', () => {
    const waiting = { ...led, type: '22' };
    expect(answer(after('engaging').when(to(waiting), asCoordinator))).toBe('activity-not-done');
  });

  test('is taken back, with a reason, and may be given again', () => {
    const silent = { ...correctOutcome, data: { to: null, reason: ' ' } };
    expect(answer(after('engaging').when(silent, asCoordinator))).toBe('reason-needed');
    const back = after('engaging').and(correctOutcome, asCoordinator);
    expect(recordOf(back.state()).outcomeGiven).toBeNull();
    expect(answer(back.when(give, giving))).toBe('outcome-given');
  });

  test('is corrected after the case has closed once it is opened again', () => {
    const reopened = after('accepted').and(closeCase, asCoordinator).and(sampleCommands.reopen, { by: supervisor });
    expect(answer(reopened.when(correctOutcome, asCoordinator))).toBe('outcome-corrected');
  });
});

describe('That the youth justice service was told', () => {
  const child = caseThrough('triaged', { facts: { ...recordOf(caseThrough('triaged').state()).facts, age: 15 } });

  test('is recorded with the day and the service, and the last record counts', () => {
    const again = { ...sampleCommands.tellYouthJustice, data: { toldOn: today, team: 'Another service' } };
    const told = child.and(sampleCommands.tellYouthJustice).and(again, { by: coordinator });
    expect(recordOf(told.state()).youthJusticeTold).toEqual(again.data);
  });
});
