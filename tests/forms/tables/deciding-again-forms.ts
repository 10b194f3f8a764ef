import type { FormInput } from '../../../src/cases/pages/act/case-form.ts';
import type { CaseState } from '../../../src/cases/domain/case-state.ts';
import { decision, caseThrough, sampleCommands, supervisor } from '../../cases/case-in-state.ts';
import { checkpoint, input, policeView } from '../case-views.ts';
import { choice, words } from '../fields.ts';
import type { Situation } from '../form-table.ts';

const REASON = 'The custody record says so.';
const reason = words({ missing: 'Enter a reason', change: (text) => ({ data: { reason: text } }) });

export const decideAgain: readonly Situation<FormInput>[] = [
  {
    when: 'on the facts as they are',
    input: input(policeView('triaged')),
    right: { body: { reason: REASON }, data: { answers: [], reason: REASON } },
    fields: { reason },
    rows: [
      ['an answer that nobody asks for', { answer: 'true', reason: REASON }, { data: { answers: [], reason: REASON } }],
    ],
  },
  {
    when: 'on what was found out',
    input: input(policeView('triaged'), { target: 'co-accused' }),
    right: {
      body: { answer: 'false', reason: REASON },
      data: { answers: [{ fact: 'co-accused', new: false }], reason: REASON },
    },
    fields: {
      answer: choice({
        choices: {
          true: { data: { answers: [{ fact: 'co-accused', new: true }] } },
          false: {},
        },
        missing: 'Select an answer, or “I don’t know”',
      }),
      reason,
    },
  },
  {
    when: 'of an address that names no fact there is',
    input: input(policeView('triaged'), { target: 'invented' }),
    right: null,
    fields: {},
    isNotThere: true,
    rows: [
      [
        'an answer',
        { answer: 'true', reason: REASON },
        { errors: [['form', 'There is no such fact. Choose one from the list.']] },
      ],
    ],
  },
];

/** A case under Checkpoint whose verdict an amended fact has turned. */
function turned(...ranks: readonly ('officer' | 'inspector')[]): CaseState {
  const discretions = ranks.map((by) => ({ clause: 'EX-1', question: 'Is it safe?', by }));
  return caseThrough('accepted', { decisions: [decision('eligible', { discretions })] })
    .and(
      { ...sampleCommands.amend, data: { fact: 'admission', new: 'denies', reason: 'Asked' } },
      { in: { decidedAgain: [decision('ineligible')] } },
    )
    .state();
}

const confirming = (state: CaseState) =>
  input(policeView(state, { scheme: { ...checkpoint, eligibility: [] } }), { actor: supervisor });

export const confirmVerdict: readonly Situation<FormInput>[] = [
  {
    when: 'where the scheme leaves nothing to a rank',
    input: confirming(turned('officer')),
    right: { body: { reason: REASON }, data: { reason: REASON, authority: null } },
    fields: { reason },
    rows: [
      [
        'an authority that nobody asks for',
        { reason: REASON, authority: 'Inspector Made-up' },
        { data: { reason: REASON, authority: null } },
      ],
    ],
  },
  {
    when: 'where the scheme leaves it to an inspector',
    input: confirming(turned('inspector')),
    right: {
      body: { reason: REASON, authority: 'Inspector Made-up' },
      data: { reason: REASON, authority: 'Inspector Made-up' },
    },
    fields: {
      reason,
      authority: words({
        missing: 'Enter who gave the authority',
        atMost: 200,
        change: (authority) => ({ data: { authority } }),
      }),
    },
  },
  {
    when: 'where no verdict has turned',
    input: confirming(caseThrough('accepted').state()),
    right: null,
    fields: {},
    isNotThere: true,
  },
];
