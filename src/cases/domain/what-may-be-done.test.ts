import { describe, expect, test } from 'vitest';
import {
  aScheme,
  sampleCommands,
  context,
  coordinator,
  decision,
  caseThrough,
  no,
  officer,
  supervisor,
  worker,
} from '../../../tests/cases/case-in-state.ts';
import { otherWorker } from '../../../tests/cases/people.ts';
import type { CaseActor } from '../../access/index.ts';
import type { CommandType } from './case-command.ts';
import type { CaseState } from './case-state.ts';
import { decideCase } from './decide-case.ts';
import type { SchemeTerms } from './scheme-terms.ts';
import { transitions } from './transitions.ts';
import { everythingRefused, refusedNow } from './what-may-be-done.ts';

const commands = [...new Set(transitions.map(({ command }) => command))];

/** What a page would offer to somebody on a case. */
function offeredTo(actor: CaseActor, state: CaseState, scheme: SchemeTerms = aScheme): readonly CommandType[] {
  const refused = refusedNow(state, { ...context, actor, scheme });
  return commands.filter((command) => !refused.has(command));
}

/** What the police may always put right; an officer may also decide again, as long as the case is open. */
const amended = ['amend-fact', 'correct-birthday'];
const facts = ['decide-again', ...amended];
const withoutAgreement = { ...aScheme, pathway: { ...aScheme.pathway, agreement: null } };
const withoutConsequence = {
  ...aScheme,
  outcome: { ...aScheme.outcome, notCompleted: { then: 'no-consequence' } },
} as const;

describe('A page offers', () => {
  test('an officer the agreement before the referral, and the referral once it is signed', () => {
    expect(offeredTo(officer, caseThrough('accepted').state())).toEqual(['sign-agreement', ...facts]);
    expect(offeredTo(officer, caseThrough('signed').state())).toEqual(['sign-agreement', 'refer-person', ...facts]);
  });

  test('the referral at once where the scheme has no agreement', () => {
    expect(offeredTo(officer, caseThrough('accepted').state(), withoutAgreement)).toEqual(['refer-person', ...facts]);
  });

  test('a signature to give the consent to share that was refused, and no referral without it', () => {
    const withoutConsent = { ...sampleCommands.accept, data: { ...sampleCommands.accept.data, share: no } };
    const state = caseThrough('offered').and(withoutConsent).state();
    expect(offeredTo(officer, state, withoutAgreement)).toEqual(['sign-agreement', ...facts]);
    expect(refusedNow(state, context).get('refer-person')?.code).toBe('no-consent-to-share');
  });

  test('no offer to somebody whom the law excludes', () => {
    const offence = { occurredOn: context.today, modeOfTrial: 'indictable-only' };
    expect(offeredTo(officer, caseThrough('triaged', { offence }).state())).toEqual(['override-decision', ...facts]);
  });

  test('an offer of what stands beside the case, such as a referral from custody, where no scheme is chosen yet', () => {
    const offence = { occurredOn: context.today, modeOfTrial: 'indictable-only' };
    const { state } = caseThrough('triaged', { offence });
    const refused = (scheme: typeof context.scheme) => refusedNow(state(), { ...context, scheme }).has('offer-scheme');
    expect(refused(null)).toBe(false);
    expect(refused({ ...aScheme, kind: 'arrest-referral' })).toBe(false);
    expect(refused({ ...aScheme, kind: 'deflection' })).toBe(true);
    const child = caseThrough('triaged', { facts: { force: 'west-midlands', age: 9 } });
    expect(refusedNow(child.state(), { ...context, scheme: null }).get('offer-scheme')?.code).toBe('excluded-in-law');
  });

  test('a provider attendance once there is an appointment, and completion once somebody came', () => {
    const always = ['record-contact-attempt', 'book-appointment'];
    expect(offeredTo(worker, caseThrough('engaging').state())).toEqual([...always, 'end-activity']);
    const appointments = ['move-appointment', 'record-attendance', 'cancel-appointment'];
    expect(offeredTo(worker, caseThrough('booked').state())).toEqual([...always, ...appointments, 'end-activity']);
    const kept = caseThrough('booked').and(sampleCommands.kept, { by: worker }).state();
    expect(offeredTo(worker, kept)).toEqual([...always, 'correct-attendance', 'complete-activity', 'end-activity']);
  });

  test('no taking on of somebody whose referral is on hold, and the rejection still', () => {
    const { state } = caseThrough('referred');
    const refused = refusedNow(state(), { ...context, actor: worker, referralIsOnHold: true });
    expect(refused.get('accept-referral')?.code).toBe('referral-on-hold');
    expect(refused.has('reject-referral')).toBe(false);
  });

  test('confirming, and nothing that rests on the verdict, once an amended fact has turned it', () => {
    const denies = { ...sampleCommands.amend, data: { fact: 'admission', new: 'denies', reason: 'Asked' } };
    const turned = caseThrough('signed').and(denies, { in: { decidedAgain: [decision('ineligible')] } });
    expect(offeredTo(officer, turned.state())).toEqual([...facts, 'confirm-verdict']);
    expect(offeredTo(officer, caseThrough('signed').state())).not.toContain('confirm-verdict');
  });

  test('nothing to a provider to whom the person was not referred', () => {
    expect(offeredTo(otherWorker, caseThrough('engaging').state())).toEqual([]);
  });

  test('a coordinator the next step after a breach, as long as there is one', () => {
    const engaging = caseThrough('engaging');
    expect(offeredTo(coordinator, engaging.state())).toContain('record-breach');
    engaging.and(sampleCommands.breach, { by: coordinator });
    engaging.and(
      { ...sampleCommands.breach, data: { ...sampleCommands.breach.data, step: 'warning' } },
      { by: coordinator },
    );
    expect(offeredTo(coordinator, engaging.state())).not.toContain('record-breach');
  });

  test('the consequence that follows to a coordinator, and letting it fall to a supervisor alone', () => {
    const state = caseThrough('not-completed').state();
    expect(offeredTo(coordinator, state)).toEqual(['return-for-prosecution', 'withdraw-case', ...amended]);
    expect(offeredTo(supervisor, state)).toContain('close-without-consequence');
    const nothing = offeredTo(coordinator, state, withoutConsequence);
    expect(nothing).toEqual(['close-without-consequence', 'withdraw-case', ...amended]);
  });

  test('nothing at all on a referral that the police have closed', () => {
    expect([...everythingRefused('closed').keys()].sort()).toEqual([...commands].sort());
  });
});

describe('What a page does not offer', () => {
  const plain = Object.values(sampleCommands);
  const places = [
    'triaged',
    'offered',
    'returned',
    'accepted',
    'signed',
    'referred',
    'sent-back',
    'engaging',
    'booked',
    'completed',
    'not-completed',
    'closed',
  ] as const;

  test.each(places)('the machine refuses too, whatever the command holds, to a case that is %s', (place) => {
    for (const actor of [officer, supervisor, coordinator, worker]) {
      const state = caseThrough(place).state();
      const refused = refusedNow(state, { ...context, actor });
      for (const command of plain.filter(({ type }) => refused.has(type))) {
        expect([command.type, decideCase(state, command, { ...context, actor }).ok]).toEqual([command.type, false]);
      }
    }
  });

  test('is told with the same reason as the machine gives', () => {
    const state = caseThrough('accepted').state();
    const decided = decideCase(state, sampleCommands.refer, context);
    expect(decided).toEqual({ ok: false, refusal: refusedNow(state, context).get('refer-person') });
  });
});
