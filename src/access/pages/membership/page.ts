import {
  choiceField,
  govukButton,
  html,
  postForm,
  type FormBody,
  type FormError,
  type Page,
} from '../../../web/markup/index.ts';
import type { Membership } from '../../domain/membership.ts';

export interface MembershipView {
  readonly memberships: readonly Membership[];
  readonly csrfToken: string;
  /** Where to go afterwards: a path of this program. */
  readonly next: string;
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

/** Asks somebody who works in several places for which of them they act. */
export function membershipPage({ memberships, csrfToken, next, body, errors }: MembershipView): Page {
  const items = memberships.map(({ id, organisation, role }) => ({
    value: id,
    text: organisation,
    hint: { text: `As ${role}` },
  }));
  const fields = html`${choiceField(
    { body, errors },
    {
      name: 'membership',
      label: 'Where are you working today?',
      hint: 'What you see, and what you may do, is what your role there allows.',
      large: true,
      items,
    },
  )}
  ${govukButton({ text: 'Continue', preventDoubleClick: true })}`;
  return {
    title: 'Where are you working today?',
    errors,
    content: postForm({ action: '/membership', csrfToken, hidden: { next }, content: fields }),
  };
}
