import type { FormInput } from '../../../src/cases/pages/act/case-form.ts';
import { decision, supervisor } from '../../cases/case-in-state.ts';
import { checkpoint, input, policeView } from '../case-views.ts';
import { choice, words } from '../fields.ts';
import type { Situation } from '../form-table.ts';

const scheme = checkpoint.id;
const REASON = 'The other person was released.';

/** A case whose decision about Checkpoint leaves questions to these ranks. */
function decided(...ranks: readonly ('officer' | 'sergeant' | 'inspector' | 'prosecutor')[]) {
  const discretions = ranks.map((by) => ({ clause: 'DUR-1', question: 'Is it safe?', by }));
  const verdict = ranks.length > 0 ? 'needs-discretion' : 'ineligible';
  return policeView('triaged', { first: { decisions: [decision(verdict, { scheme, discretions })] }, scheme: null });
}

const to = choice({
  choices: { eligible: { data: { to: 'eligible' } }, ineligible: { data: { to: 'ineligible' } } },
  missing: 'Select what you decide',
});
const reason = words({ missing: 'Enter a reason', change: (text) => ({ data: { reason: text } }) });
const right = {
  body: { to: 'eligible', reason: REASON },
  data: { scheme, to: 'eligible', reason: REASON, authority: null },
};

export const overrideDecision: readonly Situation<FormInput>[] = [
  {
    when: 'against the rules',
    input: input(decided(), { target: scheme }),
    right,
    fields: { to, reason },
    rows: [
      ['an authority that nobody asks for', { ...right.body, authority: 'Inspector Made-up' }, { data: right.data }],
      [
        'nothing',
        {},
        {
          errors: [
            ['to', 'Select what you decide'],
            ['reason', 'Enter a reason'],
          ],
        },
      ],
    ],
  },
  {
    when: 'where the scheme leaves it to a sergeant',
    input: input(decided('sergeant'), { target: scheme, actor: supervisor }),
    right,
    fields: { to, reason },
  },
  ...(['inspector', 'prosecutor'] as const).map((rank) => ({
    when: `where the scheme leaves it to the ${rank}`,
    input: input(decided('officer', rank), { target: scheme, actor: supervisor }),
    right: {
      body: { ...right.body, authority: 'Inspector Made-up' },
      data: { ...right.data, authority: 'Inspector Made-up' },
    },
    fields: {
      to,
      reason,
      authority: words({
        missing: 'Enter who gave the authority',
        atMost: 200,
        change: (text) => ({ data: { authority: text } }),
      }),
    },
  })),
];

export const offerScheme: readonly Situation<FormInput>[] = [
  {
    when: 'of a scheme that was decided',
    input: input(policeView('triaged', { scheme: null }), { target: scheme }),
    right: { body: { otherwise: 'prosecution' }, data: { scheme, otherwise: 'prosecution' } },
    fields: {
      otherwise: choice({
        choices: {
          prosecution: { data: { otherwise: 'prosecution' } },
          caution: { data: { otherwise: 'caution' } },
          'penalty-notice': { data: { otherwise: 'penalty-notice' } },
          'community-resolution': { data: { otherwise: 'community-resolution' } },
          'no-further-action': { data: { otherwise: 'no-further-action' } },
        },
        missing: 'Select what would happen if nothing were offered',
      }),
    },
  },
];
