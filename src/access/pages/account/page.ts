import {
  formatDateTime,
  govukButton,
  govukSummaryList,
  govukTag,
  html,
  postForm,
  type Html,
  type Page,
  type Visitor,
} from '../../../web/markup/index.ts';
import type { OwnSession } from '../../use-cases/own-sessions.ts';

export interface AccountView {
  readonly visitor: Pick<Visitor, 'name' | 'role' | 'organisation'>;
  readonly sessions: readonly OwnSession[];
  readonly csrfToken: string;
}

/** Somebody's own account: who they are here, their password, and where they are signed in. */
export function accountPage({ visitor, sessions, csrfToken }: AccountView): Page {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return {
    title: 'Your account',
    content: html`<h1 class="govuk-heading-l">Your account</h1>
      ${govukSummaryList({
        rows: [row('Name', visitor.name), row('Role', visitor.role), row('Organisation', visitor.organisation)],
      })}
      <p class="govuk-body"><a class="govuk-link" href="/account/password">Change your password</a></p>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <p class="govuk-body">End a session that you do not know, and change your password.</p>
      ${sessions.map((session) => sessionPart(session, csrfToken))}
      ${
        sessions.length > 2 &&
        postForm({
          action: '/account/sessions/end-others',
          csrfToken,
          content: govukButton({ text: 'End all others', classes: 'govuk-button--warning', preventDoubleClick: true }),
        })
      }`,
  };
}

function sessionPart({ id, browser, address, signedInAt, lastSeenAt, isThis }: OwnSession, csrfToken: string): Html {
  const name = browser ?? 'A browser';
  const row = (key: string, text: string) => ({
    key: { text: key },
    value: { text, classes: 'govuk-!-text-break-word' },
  });
  return html`<h3 class="govuk-heading-s">${name} ${isThis && govukTag({ text: 'This session' })}</h3>
    ${govukSummaryList({
      rows: [
        row('Address', address ?? 'Not recorded'),
        row('Signed in', formatDateTime(signedInAt)),
        row('Last seen', formatDateTime(lastSeenAt)),
      ],
    })}
    ${
      !isThis &&
      postForm({
        action: `/account/sessions/${id}/end`,
        csrfToken,
        content: govukButton({
          html: html`End this session<span class="govuk-visually-hidden"> (${name}, ${formatDateTime(signedInAt)})</span>`,
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        }),
      })
    }`;
}
