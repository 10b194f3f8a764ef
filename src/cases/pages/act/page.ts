import { govukButton, html, type Page, postForm } from '../../../web/markup/index.ts';
import { caseBanner } from '../case/banner.ts';
import type { FormInput, FormShown } from './case-form.ts';
import { refusedAtTop } from './refused-at-top.ts';

/** A form of a case, with what it is about above it and the version of the case that it was opened on. */
export function actPage(
  { site, view, errors }: Pick<FormInput, 'site' | 'view' | 'errors'>,
  shown: FormShown,
  { action, csrfToken }: { readonly action: string; readonly csrfToken: string },
): Page {
  const { caseId, reference, name } = subjectOf(view);
  const button =
    shown.button !== null &&
    govukButton({
      text: shown.button,
      preventDoubleClick: true,
      ...(shown.ends && { classes: 'govuk-button--warning' }),
    });
  return {
    title: shown.title,
    errors,
    backLink: { href: `/cases/${caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${name}, ${reference}</span>
      <h1 class="govuk-heading-l">${shown.title}</h1>
      ${caseBanner(site, view)}
      ${refusedAtTop(errors)}
      ${postForm({
        action,
        csrfToken,
        hidden: { seen: view.sequence },
        content: html`${shown.fields}
          <div class="govuk-button-group">${button}${shown.second} <a class="govuk-link" href="/cases/${caseId}">Cancel</a></div>`,
      })}`,
  };
}

/** Whose case it is, for either side. */
function subjectOf(view: FormInput['view']): { caseId: string; reference: string; name: string } {
  if (view.for === 'police') {
    const { caseId, reference, person } = view.file;
    return { caseId, reference, name: person.name };
  }
  const { caseId, reference, handOver } = view.referral;
  return { caseId, reference, name: handOver?.name ?? 'Name no longer held' };
}
