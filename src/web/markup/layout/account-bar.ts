import { type Html, html } from '../html.ts';
import type { Visitor } from './visitor.ts';

/** Who is signed in, and the way out: a form, because signing out changes something. */
export function accountBar(visitor: Visitor, csrfToken: string): Html {
  return html`<div class="waymark-account">
    <span class="waymark-account__name"><a class="govuk-link" href="/account">${visitor.name}</a>${role(visitor)}</span>
    ${visitor.worksElsewhere && html`<a class="govuk-link waymark-account__change" href="/membership">Change<span class="govuk-visually-hidden"> where you are working</span></a>`}
    <form class="waymark-account__form" method="post" action="/sign-out" novalidate>
      <input type="hidden" name="_csrf" value="${csrfToken}">
      <button class="waymark-account__sign-out" type="submit">Sign out</button>
    </form>
  </div>`;
}

/** On a telephone it makes room for the page, but not where it says for which of several places somebody acts. */
function role({ role, organisation, worksElsewhere }: Visitor): Html {
  return worksElsewhere
    ? html`<span class="waymark-account__place">, ${role} at ${organisation}</span>`
    : html`<span class="waymark-account__role">, ${role}</span>`;
}
