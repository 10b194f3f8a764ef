import { describe, expect, test } from 'vitest';
import { aScheme, sampleCommands, decision, caseThrough } from '../../../../tests/cases/case-in-state.ts';
import { recordOf } from '../case-state.ts';

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
