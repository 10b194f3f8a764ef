import { describe, expect, test } from 'vitest';
import {
  answer,
  coordinator,
  decision,
  caseThrough,
  no,
  officer,
  sampleCommands,
  supervisor,
  worker,
  type Place,
} from '../../../../tests/cases/case-in-state.ts';
import { recordOf } from '../case-state.ts';
import { unsettledVerdict } from './turned-verdicts.ts';

const amend = (fact: string, value: string) =>
  ({ type: 'amend-fact', data: { fact, new: value, reason: 'Found out' } }) as const;
const turned = { in: { decidedAgain: [decision('ineligible')] } };
const turnedAt = (place: Place) => caseThrough(place).and(amend('admission', 'denies'), turned);
const child = { age: 17, 'age-today': 18 };

describe('A verdict that an amended fact has turned', () => {
  test.each([
    ['offered', sampleCommands.accept, officer],
    ['accepted', sampleCommands.sign, officer],
    ['signed', sampleCommands.refer, coordinator],
  ] as const)('stops what rests on it in a case that is %s, until somebody confirms', (place, command, by) => {
    const story = turnedAt(place);
    expect(answer(story.when(command, { by }))).toBe('verdict-turned');
    story.and(sampleCommands.confirm, { by: supervisor });
    expect(answer(story.when(command, { by }))).not.toBe('verdict-turned');
    expect(recordOf(story.state()).changedVerdicts).toMatchObject([{ isConfirmed: true, because: ['admission'] }]);
  });

  test('can be withdrawn instead', () => {
    expect(answer(turnedAt('referred').when(sampleCommands.withdraw, { by: coordinator }))).toBe('case-withdrawn');
  });

  test('has to be confirmed again when another fact is amended, and names both', () => {
    const story = turnedAt('accepted').and(sampleCommands.confirm, { by: supervisor });
    expect(unsettledVerdict(story.state())).toBeNull();
    story.and(amend('sex', 'female'), turned);
    expect(unsettledVerdict(story.state())).toMatchObject({ because: ['admission', 'sex'], isConfirmed: false });
  });

  test('stops nothing where the rules would now let the person in', () => {
    const story = caseThrough('accepted').and(amend('sex', 'female'), { in: { decidedAgain: [decision('eligible')] } });
    expect(unsettledVerdict(story.state())).toBeNull();
  });

  test('stops nothing where it is of a scheme that was not offered', () => {
    const two = { decisions: [decision('eligible'), decision('eligible', { scheme: 'other' })] };
    const again = { in: { decidedAgain: [decision('eligible'), decision('ineligible', { scheme: 'other' })] } };
    const story = caseThrough('accepted', two).and(amend('sex', 'female'), again);
    expect(recordOf(story.state()).changedVerdicts).toMatchObject([{ scheme: 'other', to: 'ineligible' }]);
    expect(unsettledVerdict(story.state())).toBeNull();
  });

  test('is not confirmed past the law, nor by somebody without the rank that the scheme asks for', () => {
    const excluded = caseThrough('accepted').and(amend('mode-of-trial', 'indictable-only'), turned);
    expect(answer(excluded.when(sampleCommands.confirm))).toBe('excluded-in-law');
    const judged = {
      decisions: [decision('eligible', { discretions: [{ clause: 'EX-2', question: '?', by: 'sergeant' }] })],
    };
    const story = caseThrough('accepted', judged).and(amend('admission', 'denies'), turned);
    expect(answer(story.when(sampleCommands.confirm, { by: officer }))).toBe('supervisor-needed');
    expect(answer(story.when(sampleCommands.confirm, { by: supervisor }))).toBe('verdict-confirmed');
  });
});

describe('Deciding again', () => {
  test('amends the facts, takes every decision again, and settles the verdicts that had turned', () => {
    const story = caseThrough('triaged').and(amend('admission', 'denies'), turned);
    expect(answer(story.when(sampleCommands.offer))).toBe('decide-again-first');
    const again = { in: { decidedAgain: [decision('eligible')], following: [{ fact: 'age-today', new: 26 }] } };
    story.and(sampleCommands.decideAgain, again);
    const record = recordOf(story.state());
    expect(record).toMatchObject({ changedVerdicts: [], decisions: [{ verdict: 'eligible' }] });
    expect(record.facts).toMatchObject({ 'co-accused': false, 'age-today': 26, admission: 'denies' });
    expect(story.events().at(-1)?.data).toMatchObject({
      answers: [
        { fact: 'co-accused', old: null, new: false },
        { fact: 'age-today', old: null, new: 26 },
      ],
    });
    expect(answer(story.when(sampleCommands.offer))).toBe('scheme-offered');
  });

  test('keeps an override of a decision that came out the same, and none of another', () => {
    const override = {
      ...sampleCommands.override,
      data: { ...sampleCommands.override.data, to: 'ineligible' },
    } as const;
    const overrides = (verdict: 'eligible' | 'needs-discretion') =>
      recordOf(
        caseThrough('triaged')
          .and(override)
          .and(sampleCommands.decideAgain, { in: { decidedAgain: [decision(verdict)] } })
          .state(),
      ).overrides.length;
    expect([overrides('eligible'), overrides('needs-discretion')]).toEqual([1, 0]);
  });

  test('is refused where an answer can’t be', () => {
    const refused = caseThrough('triaged').when(sampleCommands.decideAgain, { in: { decidedAgain: null } });
    expect(answer(refused)).toBe('fact-value-not-valid');
  });
});

describe('What the person preferred not to say', () => {
  const declined = (...facts: string[]) => ({ declined: facts });
  const stands = (story: ReturnType<typeof caseThrough>) => recordOf(story.state()).declined;

  test('is kept as that with the case, until it is said, or said not to be known', () => {
    const story = caseThrough('triaged', declined('sex', 'co-accused', 'home-force'));
    expect(stands(story)).toEqual(['sex', 'co-accused', 'home-force']);
    story.and(amend('sex', 'female'), { in: { decidedAgain: [decision('eligible')] } });
    expect(stands(story)).toEqual(['co-accused', 'home-force']);
    story.and(sampleCommands.decideAgain, { in: { decidedAgain: [decision('eligible')] } });
    expect(stands(story)).toEqual(['home-force']);
  });
});

describe('Deciding again once a scheme was offered', () => {
  const found = sampleCommands.decideAgain;
  const nothingNew = { ...found, data: { ...found.data, answers: [] } };
  const standing = (story: ReturnType<typeof caseThrough>) => unsettledVerdict(story.state());

  test.each(['offered', 'accepted', 'referred', 'engaging', 'completed', 'not-completed'] as const)(
    'leaves a case that is %s where it was, and marks a verdict that turned by it',
    (place) => {
      const story = caseThrough(place).and(found, turned);
      expect(story.state().status).toBe(place);
      expect(recordOf(story.state())).toMatchObject({
        decisions: [{ verdict: 'ineligible' }],
        changedVerdicts: [{ from: 'eligible', to: 'ineligible', because: ['co-accused'], isConfirmed: false }],
      });
      expect(standing(story)).not.toBeNull();
    },
  );

  test('stops the referral until somebody confirms', () => {
    const story = caseThrough('signed').and(found, turned);
    expect(answer(story.when(sampleCommands.refer, { by: coordinator }))).toBe('verdict-turned');
    story.and(sampleCommands.confirm, { by: supervisor });
    expect(answer(story.when(sampleCommands.refer, { by: coordinator }))).toBe('person-referred');
  });

  test('stays turned when decided again, or amended, to the same, and is settled where it turns back', () => {
    const story = caseThrough('accepted').and(found, turned).and(nothingNew, turned);
    expect(standing(story)).toMatchObject({ from: 'eligible', because: ['co-accused'] });
    story.and(amend('sex', 'female'), turned);
    expect(standing(story)).toMatchObject({ from: 'eligible', because: ['co-accused', 'sex'] });
    story.and(nothingNew, { in: { decidedAgain: [decision('eligible')] } });
    expect(recordOf(story.state()).changedVerdicts).toEqual([]);
  });

  test('keeps what was confirmed where nothing new was found out, and asks again where something was', () => {
    const story = caseThrough('accepted').and(found, turned).and(sampleCommands.confirm, { by: supervisor });
    story.and(nothingNew, turned);
    expect(standing(story)).toBeNull();
    story.and({ ...found, data: { ...found.data, answers: [{ fact: 'on-bail', new: true }] } }, turned);
    expect(standing(story)).toMatchObject({ isConfirmed: false });
  });

  test('is not done to a case that is closed', () => {
    expect(answer(caseThrough('closed').when(found))).toBe('not-at-this-stage');
  });
});

describe('A date of birth that is corrected', () => {
  const following = Object.entries(child).map(([fact, value]) => ({ fact, new: value }));
  const corrected = { in: { ...turned.in, following } };

  test('takes both ages with it, and what rests on them', () => {
    const story = caseThrough('offered').and(sampleCommands.correctBirthday, corrected);
    const record = recordOf(story.state());
    expect(record.facts).toMatchObject(child);
    expect(record.changedVerdicts).toMatchObject([{ to: 'ineligible', because: ['age', 'age-today'] }]);
    expect(story.events().at(-1)?.data).toMatchObject({ follows: [{ fact: 'age', old: 25, new: 17 }, { new: 18 }] });
  });

  test('asks for an appropriate adult, as the person was a child', () => {
    const story = caseThrough('offered').and(sampleCommands.correctBirthday, { in: { following, decidedAgain: [] } });
    const accept = { ...sampleCommands.accept, data: { ...sampleCommands.accept.data, share: no } };
    expect(answer(story.when(accept))).toBe('appropriate-adult-needed');
  });

  test('is refused without a reason, or where no fact takes the age', () => {
    const without = { ...sampleCommands.correctBirthday, data: { corrected: ['bornOn'], reason: ' ' } };
    expect(answer(caseThrough('offered').when(without, corrected))).toBe('reason-needed');
    const none = { in: { decidedAgain: null } };
    expect(answer(caseThrough('offered').when(sampleCommands.correctBirthday, none))).toBe('fact-value-not-valid');
  });
});

describe('A provider', () => {
  test('answers no referral that is on hold but to reject it', () => {
    const held = { by: worker, in: { referralIsOnHold: true } };
    expect(answer(caseThrough('referred').when(sampleCommands.acceptReferral, held))).toBe('referral-on-hold');
    expect(answer(caseThrough('referred').when(sampleCommands.rejectReferral, held))).toBe('referral-rejected');
  });
});
