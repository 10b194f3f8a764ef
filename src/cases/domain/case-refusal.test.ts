import { describe, expect, test } from 'vitest';
import {
  answer,
  aGivingScheme,
  aScheme,
  sampleCommands,
  basis,
  condition,
  context,
  coordinator,
  decision,
  facts,
  caseThrough,
  law,
  no,
  officer,
  placeWith,
  samplePlace,
  supervisor,
  today,
  worker,
  yes,
} from '../../../tests/cases/case-in-state.ts';
import { durhamOfficer, otherWorker } from '../../../tests/cases/people.ts';
import { addDays, calendarDayOf } from '../../shared/calendar-day.ts';
import { authorOf } from './author.ts';
import type { EngagingCase } from './case-state.ts';
import { refusalWords, type RefusalCode } from './case-refusal.ts';
import type { RecordedFacts } from '../../triage/domain/index.ts';
import type { SchemeTerms } from './scheme-terms.ts';

const triagedWith = (different: RecordedFacts, offence = {}) => ({
  facts: { ...facts, ...different },
  offence: { occurredOn: today, modeOfTrial: null, ...offence },
});
const asking = (by: 'officer' | 'sergeant' | 'inspector' | 'prosecutor') => ({
  decisions: [decision('needs-discretion', { discretions: [{ clause: 'EX-1', question: 'Is it so?', by }] })],
});
const letIn = { ...sampleCommands.override, data: { ...sampleCommands.override.data, to: 'eligible' } } as const;
const ineligible = { decisions: [decision('ineligible')] };
const outcome = (type: string | null, different: Partial<typeof basis> | object = {}) =>
  ({ type: 'record-outcome', data: { type, basis: { ...basis, departure: 'As agreed', ...different } } }) as const;
const recorded = (type: string | null, different: RecordedFacts = {}, said: object = {}) =>
  caseThrough('completed', triagedWith(different)).when(outcome(type, said), { by: coordinator });
/** Outcome 8 by a law with one clause, which nobody meets. */
function withClauseRefusedAs(refusal: string | undefined) {
  const cr = law.laws.find(({ id }) => id === 'community-resolution');
  const [first] = cr?.clauses ?? [];
  if (cr === undefined || first === undefined) throw new Error('There is no law of community resolutions');
  const { refusal: _, ...clause } = { ...first, rule: { fact: 'age', atMost: 0 } as const };
  const laws = [{ ...cr, clauses: [{ ...clause, ...(refusal === undefined ? {} : { refusal }) }] }];
  return caseThrough('completed').when(outcome('8'), { by: coordinator, in: { law: { ...law, laws } } });
}
/** A child goes through with an appropriate adult; the shared way to `completed` is an adult's. */
const childRecorded = (type: string, ageToday: number, said: object = {}) =>
  caseThrough('completed')
    .and({ type: 'amend-fact', data: { fact: 'age', new: 15, reason: 'Birth certificate seen' } }, { by: coordinator })
    .when(outcome(type, said), { by: coordinator, in: { ageToday } });
const scheme = (different: Partial<SchemeTerms['pathway']>): SchemeTerms => ({
  ...aScheme,
  pathway: { ...aScheme.pathway, ...different },
});
const following = (then: SchemeTerms['outcome']['notCompleted']['then']): SchemeTerms => ({
  ...aScheme,
  outcome: { ...aScheme.outcome, notCompleted: { then } },
});
const nextWeek = {
  ...sampleCommands.book,
  data: { ...sampleCommands.book.data, startsAt: '2026-03-09T10:00:00.000Z' },
} as const;
const bookedFor = (startsAt: string) =>
  ({ ...sampleCommands.book, data: { ...sampleCommands.book.data, startsAt } }) as const;
const turned = { by: officer, in: { decidedAgain: [decision('ineligible')] } };
const longAgo = { occurredOn: addDays(today, -200), modeOfTrial: 'summary-only' } as const;

const giving = { in: { scheme: aGivingScheme } };

type Story = readonly [sentence: string, refused: () => ReturnType<ReturnType<typeof caseThrough>['when']>];

/** Each refusal there is, with one story that ends in it. A code without a story is a type error here. */
const stories: { readonly [code in Exclude<RefusalCode, 'proposal-not-known'>]: Story } = {
  'not-at-this-stage': [
    'an offer can’t be accepted before it is made',
    () => caseThrough('triaged').when(sampleCommands.accept),
  ],
  'not-your-role': [
    'an officer doesn’t record the outcome',
    () => caseThrough('completed').when(sampleCommands.outcome),
  ],
  'another-force': [
    'an officer of another force doesn’t act on the case',
    () => caseThrough('triaged').when(sampleCommands.offer, { by: durhamOfficer }),
  ],
  'not-referred-to-you': [
    'a provider doesn’t act on another provider’s referral',
    () => caseThrough('referred').when(sampleCommands.acceptReferral, { by: otherWorker }),
  ],
  'scheme-not-known': [
    'a scheme that was not decided can’t be offered',
    () => caseThrough('triaged').when({ type: 'offer-scheme', data: { scheme: 'other', otherwise: 'prosecution' } }),
  ],
  'no-decision': [
    'a triage without a decision opens no case',
    () =>
      caseThrough('nothing').when({ ...sampleCommands.triage, data: { ...sampleCommands.triage.data, decisions: [] } }),
  ],
  'decision-for-another-day': [
    'yesterday’s decision opens no case today',
    () =>
      caseThrough('nothing').when({
        ...sampleCommands.triage,
        data: { ...sampleCommands.triage.data, decisions: [decision('eligible', { asOf: addDays(today, -1) })] },
      }),
  ],
  'reason-needed': [
    'an override of nothing but spaces is no reason',
    () =>
      caseThrough('triaged').when({
        ...sampleCommands.override,
        data: { ...sampleCommands.override.data, reason: '  ' },
      }),
  ],
  'nothing-to-override': ['an eligible person isn’t made eligible again', () => caseThrough('triaged').when(letIn)],
  'excluded-in-law': [
    'nobody overrides the exclusion of an offence that only the Crown Court may try',
    () => caseThrough('triaged', { ...ineligible, ...triagedWith({}, { modeOfTrial: 'indictable-only' }) }).when(letIn),
  ],
  'exclusion-not-settled': [
    'nobody overrides while the age may be under ten',
    () => caseThrough('triaged', { ...ineligible, ...triagedWith({ age: { from: 9, to: 12 } }) }).when(letIn),
  ],
  'override-not-live-here': [
    'nobody overrides the decision of a scheme that is only proposed',
    () => caseThrough('triaged', ineligible).when(letIn, { in: { schemeIsLive: false } }),
  ],
  'answers-needed': [
    'nobody overrides what was never asked',
    () => caseThrough('triaged', { decisions: [decision('needs-information')] }).when(letIn),
  ],
  'decide-again-first': [
    'nothing is offered on a verdict that an amended fact would turn',
    () => caseThrough('triaged').and(sampleCommands.amend, turned).when(sampleCommands.offer),
  ],
  'verdict-turned': [
    'nobody is referred whom the rules would no longer let in',
    () => caseThrough('signed').and(sampleCommands.amend, turned).when(sampleCommands.refer, { by: coordinator }),
  ],
  'nothing-to-confirm': [
    'a case of which no verdict has turned is not confirmed',
    () => caseThrough('accepted').when(sampleCommands.confirm),
  ],
  'referral-on-hold': [
    'a provider takes nobody on while the police look at the case again',
    () => caseThrough('referred').when(sampleCommands.acceptReferral, { by: worker, in: { referralIsOnHold: true } }),
  ],
  'appointment-before-referral': [
    'an appointment isn’t booked for a minute before the referral',
    () => caseThrough('engaging').when(bookedFor('2026-03-02T11:59:00.000Z'), { by: worker }),
  ],
  'appointment-too-far-ahead': [
    'an appointment isn’t booked more than two years ahead',
    () => caseThrough('engaging').when(bookedFor('2028-03-02T10:00:00.000Z'), { by: worker }),
  ],
  'attendance-not-recorded': [
    'an appointment of which nothing is recorded has nothing to correct',
    () => caseThrough('booked').when(sampleCommands.correctAttendance, { by: worker }),
  ],
  'attendance-unchanged': [
    'attendance isn’t corrected to what it is',
    () =>
      caseThrough('booked')
        .and(sampleCommands.missed, { by: worker })
        .when(sampleCommands.correctAttendance, { by: worker }),
  ],
  'supervisor-needed': [
    'an officer doesn’t answer a question for a sergeant',
    () => caseThrough('triaged', asking('sergeant')).when(letIn),
  ],
  'authority-needed': [
    'a sergeant names the inspector whose judgement it was',
    () => caseThrough('triaged', asking('inspector')).when(letIn, { by: supervisor }),
  ],
  'scheme-not-live': [
    'a scheme that is only proposed isn’t offered',
    () => caseThrough('triaged').when(sampleCommands.offer, { in: { schemeIsLive: false } }),
  ],
  'not-eligible': [
    'a person whose verdict waits for facts isn’t offered the scheme',
    () => caseThrough('triaged', { decisions: [decision('needs-information')] }).when(sampleCommands.offer),
  ],
  'no-offers-left': [
    'a person who took part twice in a scheme for two times isn’t offered it again',
    () => caseThrough('triaged').when(sampleCommands.offer, { in: { earlierTimesOnScheme: 2 } }),
  ],
  'no-consent-to-take-part': [
    'an offer isn’t accepted by somebody who won’t take part',
    () =>
      caseThrough('offered').when({ ...sampleCommands.accept, data: { ...sampleCommands.accept.data, takePart: no } }),
  ],
  'appropriate-adult-needed': [
    'somebody who may be 17 doesn’t accept without an appropriate adult',
    () => caseThrough('offered', triagedWith({ age: { from: 17, to: 20 } })).when(sampleCommands.accept),
  ],
  'no-agreement-asked-for': [
    'no agreement is signed under a scheme without one',
    () => caseThrough('accepted').when(sampleCommands.sign, { in: { scheme: scheme({ agreement: null }) } }),
  ],
  'condition-missing': [
    'an agreement without the scheme’s condition isn’t signed',
    () =>
      caseThrough('accepted').when({ ...sampleCommands.sign, data: { ...sampleCommands.sign.data, conditions: [] } }),
  ],
  'too-many-conditions': [
    'an agreement with three conditions isn’t signed where the scheme allows two',
    () => caseThrough('accepted').when(signed(['c1', 'c2', 'c3'])),
  ],
  'condition-repeated': [
    'an agreement doesn’t hold the same condition twice',
    () => caseThrough('accepted').when(signed(['c1', 'c1'])),
  ],
  'signed-in-the-future': [
    'an agreement isn’t signed tomorrow',
    () =>
      caseThrough('accepted').when({
        ...sampleCommands.sign,
        data: { ...sampleCommands.sign.data, signedOn: addDays(today, 1) },
      }),
  ],
  'nothing-to-refer-to': [
    'where the scheme has nothing to do nobody was asked to share, and there is no referral',
    () =>
      caseThrough('offered')
        .and({ ...sampleCommands.accept, data: { takePart: yes, share: null, appropriateAdult: null } })
        .when(sampleCommands.refer),
  ],
  'no-consent-to-share': [
    'without consent to share there is no referral, though the person takes part',
    () =>
      caseThrough('offered')
        .and({ ...sampleCommands.accept, data: { takePart: yes, share: no, appropriateAdult: null } })
        .and(sampleCommands.sign)
        .when(sampleCommands.refer),
  ],
  'agreement-not-signed': [
    'nobody is referred before signing the agreement that the scheme has',
    () => caseThrough('accepted').when(sampleCommands.refer),
  ],
  'service-not-known': [
    'nobody is referred to a service that isn’t there',
    () => caseThrough('signed').when(sampleCommands.refer, { in: { service: null } }),
  ],
  'service-not-for-this-case': [
    'nobody is referred to another force’s service',
    () =>
      caseThrough('signed').when(sampleCommands.refer, { in: { service: { ...context.service!, force: 'durham' } } }),
  ],
  'place-not-known': [
    'a place that nobody publishes is not booked',
    () => caseThrough('referred').when(sampleCommands.bookPlace, { in: { place: null } }),
  ],
  'place-of-another-service': [
    'nobody is booked at another service than they are referred to',
    () =>
      caseThrough('referred').when(sampleCommands.bookPlace, { in: { place: placeWith({}, { serviceId: 'other' }) } }),
  ],
  'place-has-begun': [
    'a place whose time has begun is not booked',
    () => caseThrough('referred').when(sampleCommands.bookPlace, { in: { now: samplePlace.time.startsAt } }),
  ],
  'place-not-free': [
    'a place that is taken is not booked',
    () => caseThrough('referred').when(sampleCommands.bookPlace, { in: { place: placeWith({ taken: 20 }) } }),
  ],
  'place-booked-already': [
    'a second place is not booked before the provider has answered',
    () => caseThrough('referred').and(sampleCommands.bookPlace).when(sampleCommands.bookPlace),
  ],
  'appointment-not-known': [
    'attendance isn’t recorded at an appointment that was never booked',
    () => caseThrough('engaging').when(sampleCommands.kept, { by: worker }),
  ],
  'appointment-settled': [
    'an appointment that was kept isn’t missed afterwards',
    () => caseThrough('booked').and(sampleCommands.kept, { by: worker }).when(sampleCommands.missed, { by: worker }),
  ],
  'appointment-not-yet': [
    'next week’s appointment isn’t missed today',
    () => caseThrough('engaging').and(nextWeek, { by: worker }).when(sampleCommands.missed, { by: worker }),
  ],
  'appointment-number-taken': [
    'the same appointment isn’t booked twice',
    () => caseThrough('booked').when(sampleCommands.book, { by: worker }),
  ],
  'step-not-known': [
    'an appointment isn’t booked for a step that the scheme has not',
    () =>
      caseThrough('engaging').when(
        { ...sampleCommands.book, data: { ...sampleCommands.book.data, step: 'other' } },
        { by: worker },
      ),
  ],
  'whose-doing-needed': [
    'a missed appointment says whose doing it was',
    () =>
      caseThrough('booked').when(
        { ...sampleCommands.missed, data: { ...sampleCommands.missed.data, whose: null } },
        { by: worker },
      ),
  ],
  'condition-not-known': [
    'a condition that was never agreed isn’t varied',
    () =>
      caseThrough('engaging').when(
        { ...sampleCommands.vary, data: { ...sampleCommands.vary.data, conditionId: 'c9' } },
        { by: supervisor },
      ),
  ],
  'condition-unchanged': [
    'a condition isn’t varied to the words that it has',
    () => {
      const engaging = caseThrough('engaging');
      const { agreement } = engaging.state() as EngagingCase;
      const words = agreement?.conditions.find(({ id }) => id === sampleCommands.vary.data.conditionId)?.words ?? '';
      const again = { ...sampleCommands.vary.data, to: ` ${words.replace(' ', '  ')} ` };
      return engaging.when({ ...sampleCommands.vary, data: again }, { by: supervisor });
    },
  ],
  'second-person-needed': [
    'a supervisor doesn’t approve what they asked for themselves',
    () =>
      caseThrough('engaging').when(
        { ...sampleCommands.vary, data: { ...sampleCommands.vary.data, proposedBy: authorOf(supervisor) } },
        { by: supervisor },
      ),
  ],
  'breach-step-out-of-order': [
    'the second step after a breach doesn’t come first',
    () =>
      caseThrough('engaging').when(
        { ...sampleCommands.breach, data: { ...sampleCommands.breach.data, step: 'warning' } },
        { by: coordinator },
      ),
  ],
  'no-breach-step-left': [
    'after the last step there is no other',
    () =>
      caseThrough('engaging')
        .and(sampleCommands.breach, { by: coordinator })
        .and(
          { ...sampleCommands.breach, data: { ...sampleCommands.breach.data, step: 'warning' } },
          { by: coordinator },
        )
        .when(
          { ...sampleCommands.breach, data: { ...sampleCommands.breach.data, step: 'final-warning' } },
          { by: coordinator },
        ),
  ],
  'nothing-delivered': [
    'an activity at which nobody came isn’t completed',
    () =>
      caseThrough('booked').and(sampleCommands.missed, { by: worker }).when(sampleCommands.complete, { by: worker }),
  ],
  'nothing-would-be-delivered': [
    'the one appointment that was kept isn’t corrected to a missed one once the activity is completed',
    () =>
      caseThrough('booked')
        .and(sampleCommands.kept, { by: worker })
        .and(sampleCommands.complete, { by: worker })
        .when(
          {
            ...sampleCommands.correctAttendance,
            data: { ...sampleCommands.correctAttendance.data, to: { is: 'missed', whose: 'logistics' } },
          },
          { by: worker },
        ),
  ],
  'shortfall-reason-needed': [
    'one session of three isn’t completed without a reason',
    () =>
      caseThrough('booked')
        .and(sampleCommands.kept, { by: worker })
        .when({ ...sampleCommands.complete, data: { shortfallReason: null } }, { by: worker }),
  ],
  'fact-value-not-valid': [
    'a fact isn’t amended to what can’t be decided on',
    () => caseThrough('triaged').when(sampleCommands.amend, { in: { decidedAgain: null } }),
  ],
  'fact-unchanged': [
    'a fact isn’t amended to what it is',
    () => caseThrough('triaged').when({ ...sampleCommands.amend, data: { ...sampleCommands.amend.data, new: 25 } }),
  ],
  'duplicate-of-itself': [
    'a case isn’t withdrawn as its own duplicate',
    () =>
      caseThrough('triaged').when(
        { ...sampleCommands.withdraw, data: { reason: { is: 'duplicate', ofCase: context.caseId } } },
        { by: coordinator },
      ),
  ],
  'outcome-not-known': ['type 24 isn’t recorded', () => recorded('24')],
  'outcome-not-a-type': ['type 0 isn’t recorded', () => recorded('0')],
  'outcome-of-which': ['type 3A isn’t recorded on its own', () => recorded('3A')],
  'outcome-not-by-diversion': ['type 14 doesn’t end a diversion', () => recorded('14')],
  'outcome-differs-from-scheme': [
    'another outcome than the scheme’s isn’t recorded without saying why',
    () => recorded('8', {}, { departure: null }),
  ],
  'activity-not-done': [
    'outcome 22 isn’t recorded before the activity is done',
    () => caseThrough('engaging').when(outcome('22'), { by: coordinator }),
  ],
  'outcome-waits': [
    'a scheme that holds the decision back gives nothing before the activity has ended',
    () =>
      caseThrough('engaging').when(sampleCommands.give, { in: { scheme: { ...aGivingScheme, kind: aScheme.kind } } }),
  ],
  'outcome-given-already': [
    'an outcome that was given is not given again',
    () => caseThrough('engaging').and(sampleCommands.give, giving).when(sampleCommands.give, giving),
  ],
  'given-outcome-forbidden': [
    'a resolution of what is found out to be abuse of a partner is corrected before the case is closed',
    () =>
      caseThrough('accepted')
        .and(sampleCommands.give, giving)
        .and({ type: 'amend-fact', data: { fact: 'intimate-partner-abuse', new: true, reason: 'Found out' } })
        .when(sampleCommands.closeCase, { ...giving, by: supervisor }),
  ],
  'no-outcome-given': [
    'nothing is corrected before it is given',
    () => caseThrough('engaging').when(sampleCommands.correctOutcome, { by: coordinator }),
  ],
  'outcome-stands': [
    'nobody is prosecuted for not keeping a community resolution',
    () =>
      caseThrough('engaging')
        .and(sampleCommands.give, giving)
        .and(sampleCommands.end, { by: worker })
        .when(sampleCommands.returnForProsecution, { ...giving, by: coordinator }),
  ],
  'not-a-child': [
    'the youth justice service is not told of an adult',
    () => caseThrough('engaging').when(sampleCommands.tellYouthJustice),
  ],
  'told-in-the-future': [
    'nobody was told tomorrow',
    () =>
      caseThrough('triaged', triagedWith({ age: 15 })).when({
        ...sampleCommands.tellYouthJustice,
        data: { ...sampleCommands.tellYouthJustice.data, toldOn: addDays(today, 1) },
      }),
  ],
  'team-needed': [
    'somebody was told, and not nobody',
    () =>
      caseThrough('triaged', triagedWith({ age: 15 })).when({
        ...sampleCommands.tellYouthJustice,
        data: { ...sampleCommands.tellYouthJustice.data, team: ' ' },
      }),
  ],
  'responsibility-not-accepted': [
    'outcome 8 isn’t recorded where responsibility isn’t accepted',
    () => recorded('8', { admission: 'no-reply' }, { responsibilityAccepted: false }),
  ],
  'evidence-not-sufficient': [
    'outcome 8 isn’t recorded where the evidence is known not to be enough',
    () => recorded('8', { 'evidence-to-charge': false }),
  ],
  'victim-not-consulted': [
    'outcome 8 isn’t recorded before the victim is asked',
    () => recorded('8', { 'domestic-abuse': 'none' }, { victim: { is: 'not-consulted' } }),
  ],
  'rationale-needed': ['outcome 8 isn’t recorded without a rationale', () => recorded('8', {}, { rationale: ' ' })],
  'intimate-partner-abuse': [
    'outcome 8 isn’t recorded for abuse of an intimate partner, whoever agrees',
    () => recorded('8', { 'intimate-partner-abuse': true }, { authority: { by: 'inspector', name: 'Insp Example' } }),
  ],
  'intimate-partner-abuse-not-settled': [
    'outcome 8 isn’t recorded where the victim may have been a partner',
    () => recorded('8', { 'offence-group': 'theft' }, { victim: { is: 'consulted', view: 'Content' } }),
  ],
  'inspector-needed': [
    'outcome 8 isn’t recorded for gravity 4 without an inspector',
    () => recorded('8', { 'gravity-score': 4 }),
  ],
  'youth-justice-needed': [
    'a child who offended before, and nobody asked the youth justice service',
    () => childRecorded('8', 15, { history: true, authority: { by: 'sergeant', name: 'PS Made-up' } }),
  ],
  'sergeant-needed': ['a caution needs somebody of rank', () => recorded('3', { 'domestic-abuse': 'none' })],
  'prosecutor-needed': [
    'what only the Crown Court may try is not ended by outcome 22 without a prosecutor',
    () =>
      caseThrough('completed')
        .and({
          type: 'amend-fact',
          data: { fact: 'mode-of-trial', new: 'indictable-only', reason: 'Charge read' },
        })
        .when(outcome('22'), { by: coordinator }),
  ],
  'no-offence': ['nothing is recorded by a law that an offence never broke', () => withClauseRefusedAs('no-offence')],
  'not-a-penalty-offence': [
    'no penalty notice for actual bodily harm',
    () => recorded('6', { 'offence-group': 'actual-bodily-harm' }),
  ],
  'outcome-not-of-this-nation': [
    'no outcome of another nation',
    () =>
      caseThrough('completed').when(outcome('22'), {
        by: coordinator,
        in: { law: { ...law, laws: law.laws.map((each) => ({ ...each, nation: ['northern-ireland'] as const })) } },
      }),
  ],
  'facts-needed': [
    'a caution waits until it is known whether anything was domestic',
    () => recorded('3', { 'offence-group': 'theft' }, { authority: { by: 'sergeant', name: 'PS Made-up' } }),
  ],
  'law-not-met': [
    'a clause without a refusal of its own is refused all the same',
    () => withClauseRefusedAs(undefined),
  ],
  'adults-only': ['a child gets no adult caution', () => childRecorded('3', 15)],
  'children-only': ['an adult gets no youth caution', () => recorded('2')],
  'age-not-settled': [
    'an adult caution waits until the age is settled',
    () =>
      caseThrough('completed')
        .and({ ...sampleCommands.amend, data: { ...sampleCommands.amend.data, new: { from: 17, to: 19 } } })
        .when(outcome('3'), { by: coordinator }),
  ],
  'prosecution-decision-not-held': [
    'outcome 23 isn’t recorded where no decision to charge was held',
    () =>
      caseThrough('completed')
        .and({ ...sampleCommands.amend, data: { ...sampleCommands.amend.data, new: 15 } })
        .and({ type: 'amend-fact', data: { fact: 'decided-to-charge', new: false, reason: 'Asked' } })
        .when(outcome('23'), { by: coordinator, in: { scheme: { ...aScheme, kind: 'education-course' } } }),
  ],
  'outcome-not-yet-in-use': [
    'outcome 23 isn’t recorded before the guidance of February 2026',
    () =>
      caseThrough('completed')
        .and({ ...sampleCommands.amend, data: { ...sampleCommands.amend.data, new: 15 } })
        .when(outcome('23'), { by: coordinator, in: { today: calendarDayOf('2026-02-11') } }),
  ],
  'admission-needed': ['no caution without an admission', () => recorded('3', { admission: 'no-reply' })],
  'no-agreement-to-disposal': [
    'no caution for somebody who doesn’t agree to it',
    () => recorded('3', {}, { agreesToDisposal: false }),
  ],
  'not-personal-use': [
    'no cannabis warning where the amount is more than personal use',
    () => recorded('7', { substances: ['cannabis'], amount: 'more-than-personal-use' }),
  ],
  'not-cannabis-or-khat': [
    'no cannabis warning for cannabis and cocaine',
    () => recorded('7', { amount: 'personal-use', substances: ['cannabis', 'cocaine'] }),
  ],
  'not-returned-for-prosecution': [
    'a charge isn’t recorded while the person is with a provider',
    () => caseThrough('engaging').when(outcome('1'), { by: coordinator }),
  ],
  'time-limit-passed': [
    'a summary-only offence isn’t charged after six months',
    () =>
      caseThrough('not-completed', { offence: longAgo }).when(
        { type: 'return-for-prosecution', data: { outcomeType: '1', reason: 'Charged' } },
        { by: coordinator },
      ),
  ],
  'pcsc-caution-not-commenced': [
    'a diversionary caution isn’t given before its Act is in force',
    () => recorded('3', {}, { pcscCaution: 'diversionary-caution' }),
  ],
  'scheme-says-no-prosecution': [
    'a failure isn’t prosecuted where the scheme says that nothing follows',
    () =>
      caseThrough('not-completed').when(sampleCommands.returnForProsecution, {
        by: coordinator,
        in: { scheme: following('no-consequence') },
      }),
  ],
  'worse-than-no-offer': [
    'a failure isn’t prosecuted where nothing would have happened without the offer',
    () =>
      caseThrough('triaged')
        .and({ type: 'offer-scheme', data: { scheme: aScheme.id, otherwise: 'no-further-action' } })
        .and(sampleCommands.decline)
        .when(sampleCommands.returnForProsecution, { by: coordinator }),
  ],
  'scheme-says-consequence': [
    'a coordinator doesn’t let a failure fall that the scheme prosecutes',
    () => caseThrough('not-completed').when(sampleCommands.noConsequence, { by: coordinator }),
  ],
};

function signed(ids: readonly string[]) {
  const conditions = ids.map((id) => ({ ...condition, id }));
  return { ...sampleCommands.sign, data: { ...sampleCommands.sign.data, conditions } } as const;
}

describe('Every refusal has its story', () => {
  test.each(Object.entries(stories).map(([code, [sentence, refused]]) => ({ code, sentence, refused })))(
    '$code: $sentence',
    ({ code, refused }) => {
      expect(answer(refused())).toBe(code);
    },
  );

  test('and says in a sentence or two what is wrong and what to do', () => {
    for (const says of Object.values(refusalWords)) expect(says).toMatch(/^[A-Z].+[.] .+[.]$/);
  });
});

describe('What the refusals leave open', () => {
  test('a sergeant answers a question for a sergeant, and the person may be offered the scheme', () => {
    const story = caseThrough('triaged', asking('sergeant')).and(letIn, { by: supervisor });
    expect(answer(story.when(sampleCommands.offer))).toBe('scheme-offered');
  });

  test('a question for a sergeant stays one when another clause is not met as well', () => {
    const clause = (id: string, result: 'not-met' | 'for-discretion') =>
      ({ id, result, says: '', source: [], standing: 'sourced', reads: [] }) as const;
    const clauses = [clause('EX-1', 'not-met'), clause('EX-2', 'for-discretion')];
    const story = caseThrough('triaged', { decisions: [decision('ineligible', { clauses })] });
    expect(answer(story.when(letIn))).toBe('supervisor-needed');
    expect(answer(story.when(letIn, { by: supervisor }))).toBe('decision-overridden');
  });

  test('the original decision stays as it was after an override', () => {
    const story = caseThrough('triaged').and(sampleCommands.override);
    expect(story.state()).toMatchObject({
      record: { decisions: [{ verdict: 'eligible' }], overrides: [{ from: 'eligible', to: 'ineligible' }] },
    });
    expect(answer(story.when(sampleCommands.offer))).toBe('not-eligible');
  });

  test('keeping somebody out needs no leave of the law', () => {
    const excluded = triagedWith({}, { modeOfTrial: 'indictable-only' });
    expect(answer(caseThrough('triaged', excluded).when(sampleCommands.override))).toBe('decision-overridden');
  });

  test('a child accepts with an appropriate adult', () => {
    const appropriateAdult = { name: 'A. Parent', relationship: 'parent-or-guardian' } as const;
    const story = caseThrough('offered', triagedWith({ age: 15 }));
    expect(
      answer(story.when({ ...sampleCommands.accept, data: { ...sampleCommands.accept.data, appropriateAdult } })),
    ).toBe('offer-accepted');
  });

  test('consent to share may be given later, with the agreement', () => {
    const story = caseThrough('offered')
      .and({ ...sampleCommands.accept, data: { ...sampleCommands.accept.data, share: no } })
      .and({ ...sampleCommands.sign, data: { ...sampleCommands.sign.data, share: yes } });
    expect(answer(story.when(sampleCommands.refer))).toBe('person-referred');
  });

  test('a scheme without an agreement refers at once', () => {
    const story = caseThrough('accepted');
    expect(answer(story.when(sampleCommands.refer, { in: { scheme: scheme({ agreement: null }) } }))).toBe(
      'person-referred',
    );
  });

  test('somebody who comes early on the day has kept the appointment', () => {
    const laterToday = {
      ...sampleCommands.book,
      data: { ...sampleCommands.book.data, startsAt: '2026-03-02T16:00:00.000Z' },
    };
    const story = caseThrough('engaging').and(laterToday, { by: worker });
    expect(answer(story.when(sampleCommands.missed, { by: worker }))).toBe('appointment-not-yet');
    expect(answer(story.when(sampleCommands.kept, { by: worker }))).toBe('appointment-kept');
  });

  test('a supervisor may let a failure fall, with reasons', () => {
    expect(answer(caseThrough('not-completed').when(sampleCommands.noConsequence, { by: supervisor }))).toBe(
      'no-further-consequence',
    );
  });

  test('a case out of time may be returned, with a flag, and may be closed by the coordinator', () => {
    const story = caseThrough('not-completed', { offence: longAgo });
    const returned = story.when(sampleCommands.returnForProsecution, { by: coordinator });
    expect(returned).toMatchObject({ ok: true, value: [{ data: { timeLimit: { applies: 'yes', passed: true } } }] });
    const other = caseThrough('not-completed', { offence: longAgo });
    expect(answer(other.when(sampleCommands.noConsequence, { by: coordinator }))).toBe('no-further-consequence');
  });

  test('a person who would have had a penalty notice gets no more than that', () => {
    const returned = caseThrough('triaged')
      .and({ type: 'offer-scheme', data: { scheme: aScheme.id, otherwise: 'penalty-notice' } })
      .and(sampleCommands.decline)
      .when(sampleCommands.returnForProsecution, { by: coordinator });
    expect(returned).toMatchObject({ ok: true, value: [{ data: { consequence: 'penalty-notice' } }] });
  });

  test('an officer in the supervisor’s office stays an officer', () => {
    expect(answer(caseThrough('closed').when(sampleCommands.reopen, { by: officer }))).toBe('not-your-role');
  });
});
