import type { FastifyInstance, FastifyReply } from 'fastify';
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
import { recordOf } from '../../domain/case-state.ts';
import { correctPerson, personVersion } from '../../use-cases/correct-person.ts';
import { type PoliceCaseView, readCase, recordLook, showCase } from '../../use-cases/show-case.ts';
import { refusedAtTop } from '../act/refused-at-top.ts';
import { typedIn } from '../act/typed-in.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import type { CaseVisit, CaseSite } from '../case-site.ts';
import { caseBanner } from '../case/banner.ts';
import { withPoliceCase } from '../person/with-police-case.ts';
import { monitoringSoFar, readMonitoring } from './form.ts';
import { monitoringFields, monitoringLabels, whyMonitoring } from './page.ts';

/** What is asked once for equality monitoring: kept with the person, beside the log, and read by no rule. */
export function addMonitoringRoutes(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases/:caseId/monitoring',
    { config: { address: { caseId: 'id' }, access: 'correct-person' } },
    handlerOf(site, (visit) =>
      withPoliceCase(visit, showCase, (view) =>
        draw(visit, view, { body: monitoringSoFar(view.file.person), errors: [] }),
      ),
    ),
  );
  server.post(
    '/cases/:caseId/monitoring',
    { config: { address: { caseId: 'id' }, access: 'correct-person' } },
    handlerOf(site, (visit) => withPoliceCase(visit, readCase, (view) => save(visit, view))),
  );
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

/** The triage asks the sex where a scheme turns on it: then it is known, or not to be said, and not asked twice. */
function asksSexOf(view: PoliceCaseView): boolean {
  return typeof recordOf(view.state).facts['sex'] !== 'string' && !declinedSex(view);
}

/** Whether the person preferred at the triage not to say their sex: that is their answer here too. */
function declinedSex({ state }: PoliceCaseView): boolean {
  return recordOf(state).declined.includes('sex');
}

/** The form that was sent, with what is wrong: a look at the person's details once more. */
async function drawAgain(visit: CaseVisit, view: PoliceCaseView, typed: Typed): Promise<FastifyReply> {
  await recordLook(visit.site.work, visit.actor, view);
  return draw(visit, view, typed);
}

function draw({ site, reply }: CaseVisit, view: PoliceCaseView, typed: Typed): FastifyReply {
  const page = monitoringPage(site, view, { typed, csrfToken: csrfTokenOf(reply) });
  return sendPage(reply, page, typed.errors.length > 0 ? 400 : 200);
}

function monitoringPage(
  site: CaseSite,
  view: PoliceCaseView,
  { typed, csrfToken }: { readonly typed: Typed; readonly csrfToken: string },
): Page {
  const { caseId, reference, person } = view.file;
  const fields = monitoringFields(typed, { asksSex: asksSexOf(view) });
  return {
    title: 'Equality monitoring',
    errors: typed.errors,
    backLink: { href: `/cases/${caseId}`, text: 'Back to the case' },
    content: html`<span class="govuk-caption-l">${person.name}, ${reference}</span>
      <h1 class="govuk-heading-l">Equality monitoring</h1>
      ${caseBanner(site, view)}
      ${refusedAtTop(typed.errors)}
      ${whyMonitoring()}
      ${postForm({
        action: `/cases/${caseId}/monitoring`,
        csrfToken,
        hidden: { seen: personVersion(person) },
        content: html`${fields}${govukButton({ text: 'Save', preventDoubleClick: true })}`,
      })}`,
  };
}

async function save(visit: CaseVisit, view: PoliceCaseView): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const { caseId, person } = view.file;
  const asksSex = asksSexOf(view);
  const read = readMonitoring(body, person, { asksSex, declinedSex: declinedSex(view) });
  if (!read.ok) return drawAgain(visit, view, { body, errors: read.errors });
  const saved = await correctPerson(site.work, actor, {
    caseId,
    expectedVersion: textOf(body, 'seen'),
    person: read.value,
    reason: null,
  });
  if (saved.ok) return redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'success', text: 'Answers saved' });
  const { refusal } = saved;
  const typed = typedIn(monitoringFields({ body, errors: [] }, { asksSex }), monitoringLabels, body);
  const continueTo = { href: `/cases/${caseId}/monitoring`, text: 'See the answers as they are now' };
  if (refusal.code === 'changed-since') return sendPage(reply, stalePage({ changes: [], typed, continueTo }), 409);
  const answer = answerRefusal(visit, refusal, { typed, continueTo });
  return answer ?? drawAgain(visit, view, { body, errors: [{ field: 'form', text: refusalWordsFor(refusal) }] });
}
