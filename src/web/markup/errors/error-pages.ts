import { html } from '../html.ts';
import type { Page } from '../layout/layout.ts';

/** The plain pages for what went wrong, by HTTP status: what happened, and what to do now. */

export function notFoundPage(): Page {
  return {
    title: 'Page not found',
    content: html`<h1 class="govuk-heading-l">Page not found</h1>
      <p class="govuk-body">
        If you typed the web address, check that it is correct. If you pasted it, check that you copied all of it.
      </p>
      <p class="govuk-body">A case that belongs to another force or provider is not shown either.</p>
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>`,
  };
}

/** @param why one sentence in plain words, or nothing where there is no more to say. */
export function forbiddenPage(why?: string): Page {
  return {
    title: 'You cannot do this',
    content: html`<h1 class="govuk-heading-l">You cannot do this</h1>
      <p class="govuk-body">${why ?? 'Your account does not have permission for this page.'}</p>
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>`,
  };
}

export function expiredFormPage(): Page {
  return {
    title: 'This page was open for too long',
    content: html`<h1 class="govuk-heading-l">This page was open for too long</h1>
      <p class="govuk-body">You may have signed in or out since you opened it. Nothing has been saved.</p>
      <p class="govuk-body">Go back, reload the page and send the form again.</p>
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>`,
  };
}

export function tooManyRequestsPage(seconds: number): Page {
  return {
    title: 'Too many requests',
    content: html`<h1 class="govuk-heading-l">Too many requests</h1>
      <p class="govuk-body">
        Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again. Nothing has been saved.
      </p>`,
  };
}

export function badRequestPage(): Page {
  return {
    title: 'The request could not be read',
    content: html`<h1 class="govuk-heading-l">The request could not be read</h1>
      <p class="govuk-body">Go back and try again. Nothing has been saved.</p>`,
  };
}

/** @param reference what to quote to support; the same is in the log beside the fault. */
export function faultPage(reference: string): Page {
  return {
    title: 'Sorry, there is a problem with the service',
    content: html`<h1 class="govuk-heading-l">Sorry, there is a problem with the service</h1>
      <p class="govuk-body">
        Try again later. What you last saved is kept; what you were sending now may not have been.
      </p>
      <p class="govuk-body">
        If it goes on, tell your administrator this reference:
        <strong class="govuk-!-font-weight-bold">${reference}</strong>
      </p>`,
  };
}
