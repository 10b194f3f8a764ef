import { describe, expect, test } from 'vitest';
import { aScheme, sampleCommands, decision, caseThrough } from '../../../../tests/cases/case-in-state.ts';
import { recordOf } from '../case-state.ts';
import { amendedRecord, correctedRecord } from './amended-record.ts';
import { decidedAgainRecord } from './decided-again-record.ts';

describe('A fact that is amended', () => {
  test('flags the verdicts that would change, and changes none', () => {
    const story = caseThrough('offered').and(sampleCommands.amend, { in: { decidedAgain: [decision('ineligible')] } });
    const record = recordOf(story.state());
    expect(record.facts['age']).toBe(17);
    expect(record.decisions[0]?.verdict).toBe('eligible');
    expect(record.changedVerdicts).toEqual([
      { scheme: aScheme.id, from: 'eligible', to: 'ineligible', because: ['age'], isConfirmed: false },
    ]);
    expect(story.state().status).toBe('offered');
    expect(story.events().at(-1)?.data).toMatchObject({ fact: 'age', old: 25, new: 17 });
  });

  test('lifts the flag when it is amended back', () => {
    const back = { ...sampleCommands.amend, data: { ...sampleCommands.amend.data, new: 25 } };
    const story = caseThrough('offered')
      .and(sampleCommands.amend, { in: { decidedAgain: [decision('ineligible')] } })
      .and(back, { in: { decidedAgain: [decision('eligible')] } });
    expect(recordOf(story.state()).changedVerdicts).toEqual([]);
  });

  test('may become not known', () => {
    const story = caseThrough('triaged').and({
      ...sampleCommands.amend,
      data: { ...sampleCommands.amend.data, new: null },
    });
    expect('age' in recordOf(story.state()).facts).toBe(false);
  });

  test('may be the offence’s own, and may concern a closed case', () => {
    const mode = {
      ...sampleCommands.amend,
      data: { fact: 'mode-of-trial', new: 'summary-only', reason: 'Charge sheet' },
    };
    const story = caseThrough('closed').and(mode);
    expect(recordOf(story.state()).offence.modeOfTrial).toBe('summary-only');
    expect(recordOf(story.state()).facts['mode-of-trial']).toBe('summary-only');
    expect(story.state().status).toBe('closed');
  });
});

describe('What was declined, and what our records answered,', () => {
  const record = {
    ...recordOf(caseThrough('triaged').state()),
    declined: ['sex', 'age-today'],
    fromRecords: ['prior-diversions', 'failed-diversions'],
  };
  const answer = (fact: string, value: number | string | null) => ({ fact, old: null, new: value });
  const left = ({ declined, fromRecords }: typeof record | ReturnType<typeof amendedRecord>) => [declined, fromRecords];

  test.each([
    ['prior-diversions', 1, [], [['sex', 'age-today'], ['failed-diversions']]],
    ['prior-diversions', null, [], [['sex', 'age-today'], ['failed-diversions']]],
    ['sex', 'female', [], [['age-today'], ['prior-diversions', 'failed-diversions']]],
    ['age', 30, [answer('age-today', 31)], [['sex'], ['prior-diversions', 'failed-diversions']]],
    [
      'held',
      'no',
      [],
      [
        ['sex', 'age-today'],
        ['prior-diversions', 'failed-diversions'],
      ],
    ],
  ] as const)('is no longer said so once %s is amended to %j', (fact, value, follows, expected) => {
    const amendment = { ...answer(fact, value), reason: 'Seen', follows: [...follows], changed: [] };
    expect(left(amendedRecord(record, amendment))).toEqual(expected);
  });

  test('stands where another date of birth changed nothing of it, and else not', () => {
    const corrected = (follows: ReturnType<typeof answer>[]) =>
      left(correctedRecord(record, { corrected: [], follows, changed: [], reason: 'Seen' }));
    expect(corrected([answer('age', 30)])).toEqual(left(record));
    expect(corrected([answer('age-today', 31)])).toEqual([['sex'], record.fromRecords]);
  });

  test('is no longer said so of what was answered when it was decided again', () => {
    const { facts, decisions, triagedOn } = record;
    const data = { answers: [answer('failed-diversions', 0)], facts, decisions, asOf: triagedOn };
    const again = decidedAgainRecord(record, { ...data, reason: 'Seen' }, '2026-01-01T00:00:00.000Z');
    expect(left(again)).toEqual([record.declined, ['prior-diversions']]);
  });
});
