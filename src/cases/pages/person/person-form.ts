import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Person } from '../../../triage/index.ts';
import {
  type FormBody,
  formBodyOf,
  type FormError,
  type FormResult,
  govukButton,
  html,
  type Html,
  type Page,
  postForm,
  stalePage,
  textOf,
} from '../../../web/markup/index.ts';
import { csrfTokenOf, handlerOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import type { CaseRefusal } from '../../domain/case-refusal.ts';
import { correctPerson, personVersion } from '../../use-cases/correct-person.ts';
import { type PoliceCaseView, readCase, recordLook, showCase } from '../../use-cases/show-case.ts';
import { refusedAtTop } from '../act/refused-at-top.ts';
import { typedIn } from '../act/typed-in.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import type { CaseVisit, CaseSite } from '../case-site.ts';
import { caseBanner } from '../case/banner.ts';
import { withPoliceCase } from './with-police-case.ts';

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

/** A form that changes what is recorded of a person beside the log of the case. */
export interface PersonForm {
  /** The last part of its address. */
  readonly address: string;
  readonly title: string;
  readonly savedNotice: string;
  /** The link to the form as it is now, where somebody else changed it first. */
  readonly seeAgain: string;
  readonly soFar: (person: Person) => FormBody;
  readonly introduction: Html;
  readonly fields: (typed: Typed, view: PoliceCaseView) => Html;
  readonly labels: Parameters<typeof typedIn>[1];
  readonly read: (
    body: FormBody,
    view: PoliceCaseView,
  ) => FormResult<{ readonly person: Person; readonly reason: string | null }>;
  /** The field that a refusal is about; none where it is about all of the form. */
  readonly fieldOf: (refusal: CaseRefusal) => Pick<FormError, 'field' | 'target'> | null;
}

/** The two addresses of such a form. */
export function addPersonForm(server: FastifyInstance, site: CaseSite, form: PersonForm): void {
  const address = `/cases/:caseId/${form.address}`;
  server.get(
    address,
    { config: { address: { caseId: 'id' }, access: 'correct-person' } },
    handlerOf(site, (visit) =>
      withPoliceCase(visit, showCase, (view) =>
        draw(form, visit, view, { body: form.soFar(view.file.person), errors: [] }),
      ),
    ),
  );
  server.post(
    address,
    { config: { address: { caseId: 'id' }, access: 'correct-person' } },
    handlerOf(site, (visit) => withPoliceCase(visit, readCase, (view) => save(form, visit, view))),
  );
}

/** The form that was sent, with what is wrong: a look at the person's details once more. */
async function drawAgain(
  form: PersonForm,
  visit: CaseVisit,
  view: PoliceCaseView,
  typed: Typed,
): Promise<FastifyReply> {
  await recordLook(visit.site.work, visit.actor, view);
  return draw(form, visit, view, typed);
}

function draw(form: PersonForm, visit: CaseVisit, view: PoliceCaseView, typed: Typed): FastifyReply {
  return sendPage(visit.reply, pageOf(form, visit, view, typed), typed.errors.length > 0 ? 400 : 200);
}

function pageOf(form: PersonForm, { site, reply }: CaseVisit, view: PoliceCaseView, typed: Typed): Page {
  const { caseId, reference, person } = view.file;
  return {
    title: form.title,
    errors: typed.errors,
    backLink: { href: `/cases/${caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${person.name}, ${reference}</span>
      <h1 class="govuk-heading-l">${form.title}</h1>
      ${caseBanner(site, view)}
      ${refusedAtTop(typed.errors)}
      ${form.introduction}
      ${postForm({
        action: `/cases/${caseId}/${form.address}`,
        csrfToken: csrfTokenOf(reply),
        hidden: { seen: personVersion(person) },
        content: html`${form.fields(typed, view)}${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  };
}

async function save(form: PersonForm, visit: CaseVisit, view: PoliceCaseView): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const { caseId } = view.file;
  const read = form.read(body, view);
  if (!read.ok) return drawAgain(form, visit, view, { body, errors: read.errors });
  const saved = await correctPerson(site.work, actor, {
    caseId,
    expectedVersion: textOf(body, 'seen'),
    ...read.value,
  });
  if (saved.ok) return redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'success', text: form.savedNotice });
  const { refusal } = saved;
  const typed = typedIn(form.fields({ body, errors: [] }, view), form.labels, body);
  const continueTo = { href: `/cases/${caseId}/${form.address}`, text: form.seeAgain };
  // Details stand beside the log: there is no event that says who changed them, only that they have changed.
  if (refusal.code === 'changed-since') return sendPage(reply, stalePage({ changes: [], typed, continueTo }), 409);
  const answer = answerRefusal(visit, refusal, { typed, continueTo });
  const error = { ...(form.fieldOf(refusal) ?? { field: 'form' }), text: refusalWordsFor(refusal) };
  return answer ?? drawAgain(form, visit, view, { body, errors: [error] });
}
