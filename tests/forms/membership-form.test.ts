import { membershipPage } from '../../src/access/pages/membership/page.ts';
import { parseMembershipForm } from '../../src/access/pages/membership/form.ts';
import type { FormBody } from '../../src/web/markup/index.ts';
import type { Field, Row } from './form-table.ts';
import { hold } from './holding.ts';

const DURHAM = '00000000-0000-4000-8000-00000000aa01';
const PROVIDER = '00000000-0000-4000-8000-00000000aa02';
const memberships = [
  { id: DURHAM, role: 'officer', organisationId: 'o1', organisation: 'Durham Constabulary', force: 'durham' },
  { id: PROVIDER, role: 'provider', organisationId: 'o2', organisation: 'Aspen Services', force: null },
];
const nothingChosen = { errors: [['membership', 'Select where you are working today']] } as const;

/** Whichever is sent is passed on: the use-case alone knows what is theirs, and refuses the rest. */
const place: Field = {
  names: (name) => [name],
  choices: [DURHAM, PROVIDER],
  rows: (name) => {
    const taken = (title: string, sent: string | readonly string[], membershipId: string): Row => [
      title,
      { [name]: sent },
      { data: { membershipId } },
    ];
    const refused = (title: string, body: FormBody): Row => [title, body, nothingChosen];
    return [
      taken('the second', PROVIDER, PROVIDER),
      taken('the second, sent twice', [PROVIDER, PROVIDER], PROVIDER),
      taken('one that is not theirs, for the use-case to refuse', 'somebody-else', 'somebody-else'),
      refused('two that contradict each other', { [name]: [DURHAM, PROVIDER] }),
      refused('nothing sent', {}),
      refused('empty', { [name]: '' }),
      refused('a list of none', { [name]: [] }),
      refused('another field', { organisation: DURHAM }),
    ];
  },
};

hold<null>({
  title: 'Where somebody is working today',
  situations: [
    {
      when: 'in one of two places',
      input: null,
      right: { body: { membership: DURHAM }, data: { membershipId: DURHAM } },
      fields: { membership: place },
    },
  ],
  read: async (_input, body) => {
    const read = parseMembershipForm(body);
    return read.ok ? { ok: true, value: { data: read.value } } : read;
  },
  draw: (_input, typed) => membershipPage({ ...typed, memberships, csrfToken: 'token', next: '/cases' }).content,
  startsWith: () => ({}),
});
