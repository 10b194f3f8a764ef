import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FactDefinition } from '../../../eligibility/index.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { type FormBody, formBodyOf, type FormError } from '../../../web/markup/index.ts';
import { csrfTokenOf, redirectWithNotice, seeOther, sendNotFound, sendPage } from '../../../web/server/index.ts';
import type { CaseRefusal } from '../../domain/case-refusal.ts';
import { answerQuestion } from '../../use-cases/answer-question.ts';
import { describePerson } from '../../use-cases/describe-person.ts';
import { finishTriage } from '../../use-cases/finish-triage.ts';
import { discardTriage, showTriage } from '../../use-cases/show-triage.ts';
import { mayStartTriage, startTriage } from '../../use-cases/start-triage.ts';
import type { TriageView } from '../../domain/triage-view.ts';
import { answerRefusal } from '../answer-refusal.ts';
import { addressPart, type Asking, type CaseSite, schemeName, answering } from '../case-site.ts';
import { checkAnswersPage } from './check/page.ts';
import { readAnswer, saysNotKnown } from './question/read-answer.ts';
import { answerSoFar, substancesNamed, triageQuestionPage } from './question/triage-question-page.ts';
import { readStart, startSoFar } from './start/form.ts';
import { startTriagePage } from './start/page.ts';

/** A triage: who and when, one question after another, the answers to check, and the decision. */
export function addTriageRoutes(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/triages/new',
    { config: { access: 'triage-person' } },
    answering(site, async (asking) => {
      const asked = mayStartTriage(asking.actor);
      return asked.ok ? drawStart(asking, null, { body: {}, errors: [] }) : refused(asking, asked.refusal);
    }),
  );
  server.post('/triages/new', { config: { access: 'triage-person' } }, answering(site, begin));
  server.get(
    '/triages/:triageId',
    { config: { access: 'triage-person' } },
    answering(site, (asking) => withTriage(asking, async (view) => seeOther(asking.reply, nextPage(view)))),
  );
  server.get(
    '/triages/:triageId/person',
    { config: { access: 'triage-person' } },
    answering(site, (asking) =>
      withTriage(asking, async (view) => drawStart(asking, view, { body: startSoFar(view.draft), errors: [] })),
    ),
  );
  server.post(
    '/triages/:triageId/person',
    { config: { access: 'triage-person' } },
    answering(site, (asking) => withTriage(asking, (view) => correctStart(asking, view))),
  );
  server.get(
    '/triages/:triageId/questions/:fact',
    { config: { access: 'triage-person' } },
    answering(site, (asking) =>
      withQuestion(asking, async (view, fact) =>
        drawQuestion(asking, { view, fact, body: answerSoFar(view, fact), errors: [] }),
      ),
    ),
  );
  server.post(
    '/triages/:triageId/questions/:fact',
    { config: { access: 'triage-person' } },
    answering(site, (asking) => withQuestion(asking, (view, fact) => answer(asking, view, fact))),
  );
  server.get(
    '/triages/:triageId/check',
    { config: { access: 'triage-person' } },
    answering(site, (asking) => withTriage(asking, async (view) => drawCheck(asking, view, []))),
  );
  server.post(
    '/triages/:triageId/finish',
    { config: { access: 'triage-person' } },
    answering(site, (asking) => withTriage(asking, (view) => finish(asking, view))),
  );
  server.post(
    '/triages/:triageId/discard',
    { config: { access: 'triage-person' } },
    answering(site, (asking) => withTriage(asking, (view) => discard(asking, view))),
  );
}

/** The officer's own triage; a finished one leads to its case. */
async function withTriage(asking: Asking, then: (view: TriageView) => Promise<FastifyReply>): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const shown = await showTriage(site.work, actor, addressPart(request, 'triageId'));
  if (!shown.ok) return refused(asking, shown.refusal);
  const { finishedAs } = shown.value.draft;
  return finishedAs === null ? then(shown.value) : seeOther(reply, `/cases/${finishedAs}/decision`);
}

async function withQuestion(
  asking: Asking,
  then: (view: TriageView, fact: FactDefinition) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const fact = asking.site.work.catalogue.vocabulary.byId.get(addressPart(asking.request, 'fact'));
  if (!fact) return sendNotFound(asking.request, asking.reply);
  return withTriage(asking, (view) => then(view, fact));
}

function nextPage({ draft, next }: TriageView): string {
  return next === null ? `/triages/${draft.draftId}/check` : `/triages/${draft.draftId}/questions/${next.id}`;
}

function refused(asking: Asking, refusal: CaseRefusal): FastifyReply {
  const sent = { typed: [], continueTo: { href: '/cases', text: 'Go to your cases' } };
  return answerRefusal(asking, refusal, sent) ?? seeOther(asking.reply, '/cases');
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

function drawStart({ reply }: Asking, view: TriageView | null, typed: Typed, status = 200): FastifyReply {
  const action = view === null ? '/triages/new' : `/triages/${view.draft.draftId}/person`;
  const page = startTriagePage({ ...typed, action, csrfToken: csrfTokenOf(reply), underWay: view !== null });
  return sendPage(reply, page, status);
}

async function begin(asking: Asking): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const body = formBodyOf(request.body);
  const read = readStart(body, { today: londonDayOf(site.work.clock()), draft: null });
  if (!read.ok) return drawStart(asking, null, { body, errors: read.errors }, 400);
  const started = await startTriage(site.work, actor, read.value);
  return started.ok ? seeOther(reply, nextPage(started.value)) : refused(asking, started.refusal);
}

async function correctStart(asking: Asking, view: TriageView): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const body = formBodyOf(request.body);
  const { draft } = view;
  const read = readStart(body, { today: londonDayOf(site.work.clock()), draft });
  if (!read.ok) return drawStart(asking, view, { body, errors: read.errors }, 400);
  const described = await describePerson(site.work, actor, { draftId: draft.draftId, ...read.value });
  return described.ok ? seeOther(reply, `/triages/${draft.draftId}/check`) : refused(asking, described.refusal);
}

interface Drawn extends Typed {
  readonly view: TriageView;
  readonly fact: FactDefinition;
}

function drawQuestion({ site, actor, reply }: Asking, { view, fact, body, errors }: Drawn): FastifyReply {
  const page = triageQuestionPage({
    view,
    fact,
    body,
    errors,
    words: site.words,
    ownForce: actor.force,
    nameOf: (id) => schemeName(site, id),
    csrfToken: csrfTokenOf(reply),
  });
  return sendPage(reply, page, errors.length > 0 ? 400 : 200);
}

async function answer(asking: Asking, view: TriageView, fact: FactDefinition): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const body = formBodyOf(request.body);
  const read = saysNotKnown(body)
    ? ({ ok: true, value: null } as const)
    : readAnswer(fact, body, { substances: substancesNamed(view.draft) });
  if (!read.ok) return drawQuestion(asking, { view, fact, body, errors: read.errors });
  const { draftId } = view.draft;
  const answered = await answerQuestion(site.work, actor, { draftId, fact: fact.id, value: read.value });
  if (answered.ok) return seeOther(reply, nextPage(answered.value));
  if (answered.refusal.code !== 'fact-value-not-valid') return refused(asking, answered.refusal);
  return drawQuestion(asking, { view, fact, body, errors: [{ field: 'answer', text: answered.refusal.says }] });
}

function drawCheck({ site, reply }: Asking, view: TriageView, errors: readonly FormError[]): FastifyReply {
  return sendPage(
    reply,
    checkAnswersPage({
      words: site.words,
      nameOf: (id) => schemeName(site, id),
      view,
      errors,
      csrfToken: csrfTokenOf(reply),
    }),
    errors.length > 0 ? 422 : 200,
  );
}

async function finish(asking: Asking, view: TriageView): Promise<FastifyReply> {
  const { site, actor, reply } = asking;
  const { draftId, person } = view.draft;
  if (!person?.name) {
    const errors = [{ field: 'name', text: 'Enter the person’s name' }];
    return drawStart(asking, view, { body: startSoFar(view.draft), errors }, 422);
  }
  const finished = await finishTriage(site.work, actor, draftId);
  if (finished.ok)
    return redirectWithNotice(reply, `/cases/${finished.value.caseId}/decision`, {
      kind: 'success',
      text: 'Triage finished and decided',
    });
  return (
    answerRefusal(asking, finished.refusal, { typed: [], continueTo: { href: '/cases', text: 'Go to your cases' } }) ??
    drawCheck(asking, view, [{ field: 'form', text: finished.refusal.says }])
  );
}

async function discard({ site, actor, reply }: Asking, { draft }: TriageView): Promise<FastifyReply> {
  await discardTriage(site.work, actor, draft.draftId);
  return redirectWithNotice(reply, '/cases', { kind: 'information', text: 'Triage discarded' });
}
