import type { FastifyInstance, FastifyReply } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import {
  type FormBody,
  formBodyOf,
  type FormError,
  govukButton,
  html,
  type Page,
  postForm,
  stalePage,
  textOf,
} from '../../../web/markup/index.ts';
import { csrfTokenOf, handlerOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { oldestAge } from '../../../triage/index.ts';
import { recordOf } from '../../domain/case-state.ts';
import { correctPerson, personVersion } from '../../use-cases/correct-person.ts';
import { type PoliceCaseView, readCase, recordLook, showCase } from '../../use-cases/show-case.ts';
import { refusedAtTop } from '../act/refused-at-top.ts';
import { typedIn } from '../act/typed-in.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import type { CaseVisit, CaseSite } from '../case-site.ts';
import { caseBanner } from '../case/banner.ts';
import { readCorrection } from './form.ts';
import { personFields, personLabels, personSoFar } from './page.ts';
import { withPoliceCase } from './with-police-case.ts';

/** The person's details: beside the log, so that they can be corrected. */
export function addPersonRoutes(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases/:caseId/person',
    { config: { address: { caseId: 'id' }, access: 'correct-person' } },
    handlerOf(site, (visit) =>
      withPoliceCase(visit, showCase, (view) => draw(visit, view, { body: personSoFar(view.file.person), errors: [] })),
    ),
  );
  server.post(
    '/cases/:caseId/person',
    { config: { address: { caseId: 'id' }, access: 'correct-person' } },
    handlerOf(site, (visit) => withPoliceCase(visit, readCase, (view) => correct(visit, view))),
  );
}

/** The form that was sent, with what is wrong: a look at the person's details once more. */
async function drawAgain(visit: CaseVisit, view: PoliceCaseView, typed: Typed): Promise<FastifyReply> {
  await recordLook(visit.site.work, visit.actor, view);
  return draw(visit, view, typed);
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

function draw({ site, reply }: CaseVisit, view: PoliceCaseView, typed: Typed): FastifyReply {
  return sendPage(
    reply,
    personPage(site, view, { typed, csrfToken: csrfTokenOf(reply) }),
    typed.errors.length > 0 ? 400 : 200,
  );
}

function personPage(
  site: CaseSite,
  view: PoliceCaseView,
  { typed, csrfToken }: { readonly typed: Typed; readonly csrfToken: string },
): Page {
  const { file } = view;
  const { caseId, reference, person } = file;
  return {
    title: 'The person’s details',
    errors: typed.errors,
    backLink: { href: `/cases/${caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${person.name}, ${reference}</span>
      <h1 class="govuk-heading-l">The person’s details</h1>
      ${caseBanner(site, view)}
      ${refusedAtTop(typed.errors)}
      ${postForm({
        action: `/cases/${caseId}/person`,
        csrfToken,
        hidden: { seen: personVersion(person) },
        content: html`${personFields(typed)}${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  };
}

async function correct(visit: CaseVisit, view: PoliceCaseView): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const { caseId, person } = view.file;
  const read = readCorrection(body, person, {
    today: londonDayOf(site.work.clock()),
    occurredOn: recordOf(view.state).offence.occurredOn,
    oldest: oldestAge(site.work.catalogue.vocabulary),
  });
  if (!read.ok) return drawAgain(visit, view, { body, errors: read.errors });
  const corrected = await correctPerson(site.work, actor, {
    caseId,
    expectedVersion: textOf(body, 'seen'),
    ...read.value,
  });
  if (corrected.ok) return redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'success', text: 'Details saved' });
  const { refusal } = corrected;
  const typed = typedIn(personFields({ body, errors: [] }), personLabels, body);
  const continueTo = { href: `/cases/${caseId}/person`, text: 'See the details as they are now' };
  // Details stand beside the log: there is no event that says who changed them, only that they have changed.
  if (refusal.code === 'changed-since') return sendPage(reply, stalePage({ changes: [], typed, continueTo }), 409);
  const answer = answerRefusal(visit, refusal, { typed, continueTo });
  const isBirthday = refusal.code === 'birthday-not-valid' || refusal.code === 'fact-value-not-valid';
  const field = isBirthday ? 'born-on' : refusal.code === 'person-needed' ? 'name' : 'form';
  const target = isBirthday ? { target: 'born-on-day' } : {};
  return answer ?? drawAgain(visit, view, { body, errors: [{ field, text: refusalWordsFor(refusal), ...target }] });
}
