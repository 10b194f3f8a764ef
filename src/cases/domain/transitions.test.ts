import { describe, expect, test } from 'vitest';
import {
  answer,
  aGivingScheme,
  sampleCommands,
  coordinator,
  decision,
  caseThrough,
  officer,
  supervisor,
  worker,
  type Place,
} from '../../../tests/cases/case-in-state.ts';
import { rights, type CaseActor, type Right, type Role } from '../../access/index.ts';
import { authorOf } from './author.ts';
import type { CaseCommand } from './case-command.ts';
import type { EventType } from './case-event.ts';
import type { From, To } from './transition.ts';
import type { SchemeTerms } from './scheme-terms.ts';
import { transitions } from './transitions.ts';

const anyOpen: From[] = [
  'triaged',
  'offered',
  'returned',
  'accepted',
  'referred',
  'sent-back',
  'engaging',
  'completed',
  'not-completed',
];
const officers: Role[] = ['officer', 'supervisor'];
const police: Role[] = ['officer', 'supervisor', 'coordinator'];
const charge: Role[] = ['coordinator', 'supervisor'];

interface Row {
  readonly event: EventType;
  readonly from: readonly From[];
  readonly to: To;
  readonly by: readonly Role[];
  /** A case, somebody and a command that give the event. */
  readonly example: readonly [Place, CaseActor, CaseCommand];
  /** The scheme, where it is not the made-up one. */
  readonly scheme?: SchemeTerms;
}

/** The specification's table, row by row. */
const specification: readonly Row[] = [
  {
    event: 'person-triaged',
    from: ['nothing'],
    to: 'triaged',
    by: officers,
    example: ['nothing', officer, sampleCommands.triage],
  },
  {
    event: 'decision-overridden',
    from: ['triaged'],
    to: 'triaged',
    by: officers,
    example: ['triaged', officer, sampleCommands.override],
  },
  {
    event: 'scheme-offered',
    from: ['triaged'],
    to: 'offered',
    by: officers,
    example: ['triaged', officer, sampleCommands.offer],
  },
  {
    event: 'offer-declined',
    from: ['offered'],
    to: 'returned',
    by: officers,
    example: ['offered', officer, sampleCommands.decline],
  },
  {
    event: 'offer-accepted',
    from: ['offered'],
    to: 'accepted',
    by: officers,
    example: ['offered', officer, sampleCommands.accept],
  },
  {
    event: 'agreement-signed',
    from: ['accepted'],
    to: 'accepted',
    by: officers,
    example: ['accepted', officer, sampleCommands.sign],
  },
  {
    event: 'person-referred',
    from: ['accepted', 'sent-back'],
    to: 'referred',
    by: police,
    example: ['signed', coordinator, sampleCommands.refer],
  },
  {
    event: 'place-booked',
    from: ['referred'],
    to: 'referred',
    by: police,
    example: ['referred', officer, sampleCommands.bookPlace],
  },
  {
    event: 'referral-rejected',
    from: ['referred'],
    to: 'sent-back',
    by: ['provider'],
    example: ['referred', worker, sampleCommands.rejectReferral],
  },
  {
    event: 'referral-accepted',
    from: ['referred'],
    to: 'engaging',
    by: ['provider'],
    example: ['referred', worker, sampleCommands.acceptReferral],
  },
  {
    event: 'contact-attempted',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['engaging', worker, sampleCommands.contact],
  },
  {
    event: 'appointment-booked',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['engaging', worker, sampleCommands.book],
  },
  {
    event: 'appointment-moved',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.move],
  },
  {
    event: 'appointment-kept',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.kept],
  },
  {
    event: 'appointment-late',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.late],
  },
  {
    event: 'appointment-missed',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.missed],
  },
  {
    event: 'appointment-cancelled',
    from: ['engaging'],
    to: 'engaging',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.cancel],
  },
  {
    event: 'attendance-corrected',
    from: ['engaging', 'completed', 'not-completed'],
    to: 'same',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.correctAttendance],
  },
  {
    event: 'condition-varied',
    from: ['engaging'],
    to: 'engaging',
    by: ['supervisor'],
    example: ['engaging', supervisor, sampleCommands.vary],
  },
  {
    event: 'breach-recorded',
    from: ['engaging'],
    to: 'engaging',
    by: ['coordinator'],
    example: ['engaging', coordinator, sampleCommands.breach],
  },
  {
    event: 'activity-completed',
    from: ['engaging'],
    to: 'completed',
    by: ['provider'],
    example: ['booked', worker, sampleCommands.complete],
  },
  {
    event: 'activity-not-completed',
    from: ['engaging'],
    to: 'not-completed',
    by: ['provider', 'coordinator'],
    example: ['engaging', coordinator, sampleCommands.end],
  },
  {
    event: 'outcome-given',
    from: ['accepted', 'referred', 'sent-back', 'engaging'],
    to: 'same',
    by: police,
    example: ['engaging', officer, sampleCommands.give],
    scheme: aGivingScheme,
  },
  {
    event: 'outcome-corrected',
    from: anyOpen.filter((status) => status !== 'triaged'),
    to: 'same',
    by: ['coordinator'],
    example: ['engaging', coordinator, sampleCommands.correctOutcome],
    scheme: aGivingScheme,
  },
  {
    event: 'youth-justice-told',
    from: [...anyOpen, 'closed'],
    to: 'same',
    by: police,
    example: ['closed', officer, sampleCommands.tellYouthJustice],
  },
  {
    event: 'closed-with-outcome',
    from: ['accepted', 'sent-back', 'completed', 'not-completed'],
    to: 'closed',
    by: charge,
    example: ['accepted', coordinator, sampleCommands.closeCase],
    scheme: aGivingScheme,
  },
  {
    event: 'outcome-recorded',
    from: ['completed', 'not-completed'],
    to: 'closed',
    by: ['coordinator'],
    example: ['completed', coordinator, sampleCommands.outcome],
  },
  {
    event: 'returned-for-prosecution',
    from: ['not-completed', 'returned'],
    to: 'closed',
    by: charge,
    example: ['not-completed', coordinator, sampleCommands.returnForProsecution],
  },
  {
    event: 'no-further-consequence',
    from: ['not-completed', 'returned'],
    to: 'closed',
    by: charge,
    example: ['returned', supervisor, sampleCommands.noConsequence],
  },
  {
    event: 'case-withdrawn',
    from: anyOpen,
    to: 'closed',
    by: ['coordinator'],
    example: ['engaging', coordinator, sampleCommands.withdraw],
  },
  {
    event: 'case-reopened',
    from: ['closed'],
    to: 'before-closing',
    by: ['supervisor'],
    example: ['closed', supervisor, sampleCommands.reopen],
  },
  {
    event: 'decided-again',
    from: anyOpen,
    to: 'same',
    by: officers,
    example: ['triaged', officer, sampleCommands.decideAgain],
  },
  {
    event: 'fact-amended',
    from: [...anyOpen, 'closed'],
    to: 'same',
    by: police,
    example: ['completed', coordinator, sampleCommands.amend],
  },
  {
    event: 'birthday-corrected',
    from: [...anyOpen, 'closed'],
    to: 'same',
    by: police,
    example: ['completed', coordinator, sampleCommands.correctBirthday],
  },
  {
    event: 'verdict-confirmed',
    from: anyOpen.filter((status) => status !== 'triaged'),
    to: 'same',
    by: officers,
    example: ['accepted', supervisor, sampleCommands.confirm],
  },
];

describe('The state machine is the specification’s table', () => {
  test('row for row', () => {
    const rows = transitions.map(({ event, from, to, by }) => ({
      event,
      from: [...from],
      to,
      by: rights[by].roles.toSorted(),
    }));
    expect(rows).toEqual(specification.map(({ event, from, to, by }) => ({ event, from, to, by: by.toSorted() })));
  });
});

const actors: readonly CaseActor[] = [officer, supervisor, coordinator, worker];
const places: readonly Place[] = ['nothing', ...(anyOpen as Place[]), 'closed'];

const ageNotKnown = { type: 'amend-fact', data: { fact: 'age', new: null, reason: 'Not so' } } as const;
const amendAdmission = { type: 'amend-fact', data: { fact: 'admission', new: 'denies', reason: 'Asked' } } as const;

describe.each(specification)('$event', ({ event, from, to, by, example: [place, actor, command], scheme }) => {
  const around = scheme === undefined ? {} : { in: { scheme } };
  const reached = () => {
    if (event === 'activity-completed' || event === 'attendance-corrected')
      return caseThrough(place).and(sampleCommands.kept, { by: worker });
    if (event === 'verdict-confirmed')
      return caseThrough(place).and(amendAdmission, { in: { decidedAgain: [decision('ineligible')] } });
    if (event === 'outcome-corrected' || event === 'closed-with-outcome')
      return caseThrough(place).and(sampleCommands.give, around);
    if (event === 'youth-justice-told')
      return caseThrough(place).and(ageNotKnown, { in: { decidedAgain: [decision('eligible')] } });
    return caseThrough(place);
  };

  test(`comes of ${command.type}, and the case is then ${to}`, () => {
    const story = reached();
    const before = place === 'nothing' ? null : story.state();
    expect(answer(story.when(command, { by: actor, ...around }))).toBe(event);
    const wherever = {
      same: before?.status,
      'before-closing': before?.status === 'closed' ? before.before.status : null,
    };
    expect(story.state().status).toBe(to === 'same' || to === 'before-closing' ? wherever[to] : to);
    expect(story.events().at(-1)).toMatchObject({ type: event, by: { accountId: actor.accountId, role: actor.role } });
  });

  test.each(actors.filter(({ role }) => !by.some((each) => each === role)))('is refused to a $role', (somebody) => {
    expect(answer(reached().when(command, { by: somebody }))).toBe('not-your-role');
  });

  test('is refused to somebody of whose role nothing is listed, whatever it is called', () => {
    for (const { role } of actors) {
      const stranger = { ...actor, role, force: officer.force, rights: new Set<Right>() };
      const refused = reached().when(command, { by: stranger });
      const right = transitions.find((each) => each.event === event)?.by;
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-your-role', detail: right } });
    }
  });

  test.each(places.filter((each) => !from.includes(each as From)))('can’t happen to a case that is %s', (elsewhere) => {
    expect(answer(caseThrough(elsewhere).when(command, { by: actor }))).toMatch(
      /^(not-at-this-stage|activity-not-done)$/,
    );
  });
});

describe('A change of a condition', () => {
  const asked = (by: CaseActor) =>
    ({ ...sampleCommands.vary, data: { ...sampleCommands.vary.data, proposedBy: authorOf(by) } }) satisfies CaseCommand;

  test('is approved where a coordinator asked and a supervisor approves', () => {
    expect(answer(caseThrough('engaging').when(asked(coordinator), { by: supervisor }))).toBe('condition-varied');
  });

  test.each([officer, supervisor, worker])('is not approved where a $role asked, who may not ask', (somebody) => {
    const other = { ...somebody, accountId: coordinator.accountId };
    expect(answer(caseThrough('engaging').when(asked(other), { by: supervisor }))).toBe('second-person-needed');
  });

  test('is not approved by whoever asked, though they may do both where they work in both roles', () => {
    const both = { ...supervisor, accountId: coordinator.accountId };
    expect(answer(caseThrough('engaging').when(asked(coordinator), { by: both }))).toBe('second-person-needed');
  });
});
