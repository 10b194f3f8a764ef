import type { Role } from './roles.ts';

/** Who has a right, and what to tell everybody else: whom to ask. */
export interface Grant {
  readonly roles: readonly Role[];
  readonly refusedBecause: string;
}

const officers = ['officer', 'supervisor'] as const;
const police = ['officer', 'supervisor', 'coordinator'] as const;
const deciders = ['supervisor', 'coordinator'] as const;
const everybody = [...police, 'information-officer', 'provider', 'evaluator', 'board'] as const;

/**
 * Who may do what: the one place that says so. Code asks for a right and never for a role, so that a role which is not
 * listed here can do nothing. The database's table `role_rights` holds the same rows, and a test compares the two.
 *
 * To add a right or a role: CONTRIBUTING.md.
 */
// prettier-ignore
const table = {
  // Cases of one's own force.
  'see-cases':                 { roles: police,            refusedBecause: 'The police force sees its cases. Ask the officer or the coordinator of the case.' },
  'correct-person':            { roles: police,            refusedBecause: 'The police correct a person’s details. Ask the coordinator of the case.' },
  'amend-fact':                { roles: police,            refusedBecause: 'The police amend the facts of a case. Ask the coordinator of the case.' },
  'oversee-work':              { roles: deciders,          refusedBecause: 'Those who answer for others see what their colleagues did. Ask a supervisor or a coordinator.' },

  // From the stop to the referral.
  'triage-person':             { roles: officers,          refusedBecause: 'An officer does a triage. Ask an officer or a supervisor.' },
  'override-decision':         { roles: officers,          refusedBecause: 'An officer decides otherwise than the rules. Ask an officer or a supervisor.' },
  'judge-as-sergeant':         { roles: ['supervisor'],    refusedBecause: 'The scheme asks for a sergeant’s judgement. Ask a supervisor to record it.' },
  'offer-scheme':              { roles: officers,          refusedBecause: 'An officer offers a scheme. Ask an officer or a supervisor.' },
  'record-answer':             { roles: officers,          refusedBecause: 'An officer records the person’s answer to an offer. Ask an officer or a supervisor.' },
  'record-agreement':          { roles: officers,          refusedBecause: 'An officer records the agreement. Ask an officer or a supervisor.' },
  'refer-person':              { roles: police,            refusedBecause: 'The police refer a person. Ask the coordinator of the case.' },

  // While the person is with a provider.
  'propose-variation':         { roles: ['coordinator'],   refusedBecause: 'A coordinator asks for a condition to be varied. Ask a coordinator.' },
  'approve-variation':         { roles: ['supervisor'],    refusedBecause: 'A supervisor approves or declines a change of a condition. Ask a supervisor.' },
  'record-breach':             { roles: ['coordinator'],   refusedBecause: 'A coordinator records a breach. Ask a coordinator.' },
  'end-activity':              { roles: ['provider', 'coordinator'], refusedBecause: 'The provider or a coordinator ends an activity. Ask a coordinator.' },

  'give-outcome':              { roles: police,            refusedBecause: 'The police record an outcome when it is given. Ask the coordinator of the case.' },

  // How a case closes, and opens again.
  'record-outcome':            { roles: ['coordinator'],   refusedBecause: 'A coordinator records the outcome. Ask a coordinator.' },
  'return-for-prosecution':    { roles: deciders,          refusedBecause: 'A supervisor or a coordinator returns a case for prosecution. Ask one of them.' },
  'close-without-consequence': { roles: deciders,          refusedBecause: 'A supervisor or a coordinator closes a case without a consequence. Ask one of them.' },
  'waive-consequence':         { roles: ['supervisor'],    refusedBecause: 'A supervisor, with reasons, lets a consequence of the scheme fall. Ask a supervisor.' },
  'withdraw-case':             { roles: ['coordinator'],   refusedBecause: 'A coordinator withdraws a case. Ask a coordinator.' },
  'reopen-case':               { roles: ['supervisor'],    refusedBecause: 'A supervisor reopens a case. Ask a supervisor.' },

  // A provider's side: what was referred to one's own organisation, and its own records, which the police never see.
  'see-referrals':             { roles: ['provider'],      refusedBecause: 'The provider sees what was referred to it. Ask the provider.' },
  'answer-referral':           { roles: ['provider'],      refusedBecause: 'The provider accepts or rejects a referral. Ask the provider.' },
  'engage-person':             { roles: ['provider'],      refusedBecause: 'The provider records contacts, appointments and attendance. Ask the provider.' },
  'complete-activity':         { roles: ['provider'],      refusedBecause: 'The provider says that an activity is completed. Ask the provider.' },
  'see-treatment-records':     { roles: ['provider'],      refusedBecause: 'Treatment records stay with the provider. Ask the provider, who may tell what the person agrees to.' },
  'publish-services':          { roles: ['provider'],      refusedBecause: 'The provider publishes its services and their places. Ask the provider.' },
  'write-treatment-records':   { roles: ['provider'],      refusedBecause: 'The provider writes its own treatment records. Ask the provider.' },

  // Evaluations, in which no person can be made out.
  'see-evaluations':           { roles: ['evaluator'],     refusedBecause: 'Evaluators see evaluations with every number. Ask an evaluator.' },
  'run-evaluations':           { roles: ['evaluator'],     refusedBecause: 'Evaluators begin, cancel and run evaluations. Ask an evaluator.' },
  'share-evaluations':         { roles: ['evaluator'],     refusedBecause: 'Evaluators share a report with boards. Ask an evaluator.' },
  'see-shared-evaluations':    { roles: ['board'],         refusedBecause: 'Boards read the reports that evaluators share with them. Ask an evaluator or a board.' },
  'see-scheme-evaluations':    { roles: deciders,          refusedBecause: 'Supervisors and coordinators read what was released of their own force’s scheme. Ask a coordinator.' },

  // Who looked at what.
  'read-audit':                { roles: ['information-officer'], refusedBecause: 'The information officer of the force reads who looked at what. Ask them.' },

  // What everybody who signs in needs.
  'see-colleagues':            { roles: everybody,         refusedBecause: 'Your role may not see who works here. Ask whoever runs Waymark.' },
} as const satisfies Readonly<Record<string, Grant>>;

/** The id of a right: what somebody may do, as a verb. */
export type Right = keyof typeof table;

export const rights: Readonly<Record<Right, Grant>> = table;
