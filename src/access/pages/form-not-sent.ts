import { html, type Page } from '../../web/markup/index.ts';

/**
 * A form that reached the server after its session had ended. Its answer stands in the place of the form: reloaded, the
 * browser sends again what was typed, and it counts once the same account has signed in. Nothing typed is kept anywhere else.
 */
export function formNotSentPage(signIn: string): Page {
  return {
    title: 'You have been signed out',
    content: html`<h1 class="govuk-heading-l">You have been signed out</h1>
      <p class="govuk-body">Nothing was saved. What you entered is not lost while this page stays open:</p>
      <ol class="govuk-list govuk-list--number">
        <li><a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">Sign in (opens in a new tab)</a>, and work where you worked before.</li>
        <li>Come back to this tab and reload it.</li>
        <li>Your browser asks whether to send the form again. Say yes.</li>
      </ol>
      <p class="govuk-body">Only the account that filled in the form can send it.</p>
      <p class="govuk-body"><a class="govuk-link" href="${signIn}">Sign in here instead, and fill in the form again</a></p>`,
  };
}
