import type { FastifyInstance, FastifyReply } from 'fastify';
import { rights } from '../../access/index.ts';
import type { FactDefinition } from '../../eligibility/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { type FormBody, formBodyOf, type FormError } from '../../web/markup/index.ts';
import {
  addressPart,
  csrfTokenOf,
  handlerOf,
  redirectWithNotice,
  seeOther,
  sendForbidden,
  sendNotFound,
  sendPage,
} from '../../web/server/index.ts';
import { DECLINED } from '../domain/answer-draft.ts';
import type { EarlierDiversion } from '../domain/earlier-diversion.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import { answerQuestion, answerQuestions } from '../use-cases/answer-question.ts';
import { describePerson } from '../use-cases/describe-person.ts';
import { lookInOurRecords } from '../use-cases/look-in-our-records.ts';
import { finishTriage } from '../use-cases/finish-triage.ts';
import { discardTriage, findDraft } from '../use-cases/show-triage.ts';
import { mayStartTriage, startTriage } from '../use-cases/start-triage.ts';
import { viewDraft } from '../use-cases/view-draft.ts';
import { oldestAge } from '../domain/birthday-fault.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import { questionBefore, ticksShown, type TriageView } from '../domain/triage-view.ts';
import { schemeName, schemeTerms, type TriageVisit, type TriageSite } from './triage-site.ts';
import { brokenTriagePage } from './broken/page.ts';
import { checkAnswersPage } from './check/page.ts';
import { proposedAnswer } from './question/our-records.ts';
import { readAnswer, saysDeclined, saysNotKnown } from './question/read-answer.ts';
import { answerSoFar, askedWith, triageQuestionPage } from './question/triage-question-page.ts';
import { readStart, startSoFar } from './start/form.ts';
import { startTriagePage } from './start/page.ts';
import { readTicks, ticksSent, ticksSoFar } from './ticks/form.ts';
import { ticksPage } from './ticks/page.ts';

/** A triage: who and when, one question after another, the answers to check, and the decision. */
export function addTriageRoutes(server: FastifyInstance, site: TriageSite): void {
  server.get(
    '/triages/new',
    { config: { access: 'triage-person' } },
    handlerOf(site, async (visit) => {
      const may = mayStartTriage(visit.actor);
      return may.ok ? drawStart(visit, null, { body: {}, errors: [] }) : refused(visit, may.refusal);
    }),
  );
  server.post('/triages/new', { config: { access: 'triage-person' } }, handlerOf(site, begin));
  server.get(
    '/triages/:triageId',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withTriage(visit, async (view) => seeOther(visit.reply, nextPage(view)))),
  );
  server.get(
    '/triages/:triageId/person',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) =>
      withDraft(visit, async (draft) => drawStart(visit, draft, { body: startSoFar(draft), errors: [] })),
    ),
  );
  server.post(
    '/triages/:triageId/person',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withDraft(visit, (draft) => correctStart(visit, draft))),
  );
  server.get(
    '/triages/:triageId/questions/:fact',
    { config: { address: { triageId: 'id', fact: 'word' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withQuestion(visit, (view, fact) => showQuestion(visit, view, fact))),
  );
  server.post(
    '/triages/:triageId/questions/:fact',
    { config: { address: { triageId: 'id', fact: 'word' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withQuestion(visit, (view, fact) => answer(visit, view, fact))),
  );
  server.get(
    '/triages/:triageId/ticks',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) =>
      withTicks(visit, async (view, facts) =>
        drawTicks(visit, { view, facts, body: ticksSoFar(view, facts), errors: [] }),
      ),
    ),
  );
  server.post(
    '/triages/:triageId/ticks',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withTriage(visit, (view) => answerTicks(visit, view))),
  );
  server.get(
    '/triages/:triageId/check',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withTriage(visit, async (view) => drawCheck(visit, view, []))),
  );
  server.post(
    '/triages/:triageId/finish',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withTriage(visit, (view) => finish(visit, view))),
  );
  server.post(
    '/triages/:triageId/discard',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withDraft(visit, (draft) => discard(visit, draft))),
  );
}

/** The officer's own triage; a finished one leads to its case. */
async function withTriage(
  visit: TriageVisit,
  then: (view: TriageView) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  return withDraft(visit, async (draft) => {
    const viewed = viewDraft(visit.site.work, draft);
    return viewed.ok ? then(viewed.value) : drawBroken(visit, draft, viewed.refusal);
  });
}

/** The same as it is stored, whether or not its facts can be true together. */
async function withDraft(
  visit: TriageVisit,
  then: (draft: TriageDraft) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const found = await findDraft(site.work, actor, addressPart(request, 'triageId'));
  if (!found.ok) return refused(visit, found.refusal);
  const { finishedAs } = found.value;
  return finishedAs === null ? then(found.value) : seeOther(reply, `/cases/${finishedAs}/decision`);
}

/** What is wrong with a triage that can't go on as it is, and what can be done about it. */
function drawBroken({ reply }: TriageVisit, draft: TriageDraft, refusal: TriageRefusal): FastifyReply {
  return sendPage(reply, brokenTriagePage({ draft, refusal, csrfToken: csrfTokenOf(reply) }), 422);
}

async function withQuestion(
  visit: TriageVisit,
  then: (view: TriageView, fact: FactDefinition) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const fact = visit.site.work.catalogue.vocabulary.byId.get(addressPart(visit.request, 'fact'));
  if (!fact) return sendNotFound(visit.request, visit.reply);
  return withTriage(visit, async (view) => {
    const before = questionBefore(visit.site.work.catalogue.vocabulary, view.draft, fact);
    if (before === null) return then(view, fact);
    return seeOther(visit.reply, `/triages/${view.draft.draftId}/questions/${before}`);
  });
}

/** The screen of ticks; where there is nothing to tick, whatever is next. */
async function withTicks(
  visit: TriageVisit,
  then: (view: TriageView, facts: readonly FactDefinition[]) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  return withTriage(visit, async (view) => {
    const facts = ticksShown(view, visit.site.work.catalogue.vocabulary);
    return facts.length > 0 ? then(view, facts) : seeOther(visit.reply, nextPage(view));
  });
}

function nextPage({ draft, next, ticks }: TriageView): string {
  const base = `/triages/${draft.draftId}`;
  if (next === null) return `${base}/check`;
  return ticks.length > 0 ? `${base}/ticks` : `${base}/questions/${next.id}`;
}

/** A refusal that no form can put right: a triage that is not there, or not theirs to make. */
function refused({ request, reply }: TriageVisit, { code, says, detail }: TriageRefusal): FastifyReply {
  if (code === 'triage-not-found') return sendNotFound(request, reply);
  const grant = Object.entries(rights).find(([right]) => code === 'not-your-role' && right === detail);
  if (grant) return sendForbidden(request, reply, grant[1].refusedBecause);
  return code === 'another-force' || code === 'not-your-role'
    ? sendForbidden(request, reply, says)
    : seeOther(reply, '/cases');
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

function drawStart({ reply }: TriageVisit, draft: TriageDraft | null, typed: Typed, status = 200): FastifyReply {
  const action = draft === null ? '/triages/new' : `/triages/${draft.draftId}/person`;
  const page = startTriagePage({ ...typed, action, csrfToken: csrfTokenOf(reply), underWay: draft !== null });
  return sendPage(reply, page, status);
}

async function begin(visit: TriageVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const read = readStart(body, startedWith(visit, null));
  if (!read.ok) return drawStart(visit, null, { body, errors: read.errors }, 400);
  const started = await startTriage(site.work, actor, read.value);
  if (started.ok) return seeOther(reply, nextPage(started.value));
  const errors = birthdayErrors(started.refusal);
  return errors ? drawStart(visit, null, { body, errors }, 422) : refused(visit, started.refusal);
}

async function correctStart(visit: TriageVisit, draft: TriageDraft): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const read = readStart(body, startedWith(visit, draft));
  if (!read.ok) return drawStart(visit, draft, { body, errors: read.errors }, 400);
  const described = await describePerson(site.work, actor, { draftId: draft.draftId, ...read.value });
  if (described.ok) return seeOther(reply, `/triages/${draft.draftId}/check`);
  const errors = birthdayErrors(described.refusal);
  return errors ? drawStart(visit, draft, { body, errors }, 422) : refused(visit, described.refusal);
}

function startedWith({ site }: TriageVisit, draft: TriageDraft | null) {
  const { clock, catalogue } = site.work;
  return { today: londonDayOf(clock()), draft, oldest: oldestAge(catalogue.vocabulary) };
}

/** A refusal that belongs beside the date of birth. */
function birthdayErrors({ code, says, detail }: TriageRefusal): readonly FormError[] | null {
  if (code !== 'birthday-not-valid' && code !== 'facts-not-valid') return null;
  const text = code === 'facts-not-valid' && detail !== null ? `${says} ${detail}` : says;
  return [{ field: 'born-on', text, target: 'born-on-day' }];
}

interface Drawn extends Typed {
  readonly view: TriageView;
  readonly fact: FactDefinition;
  readonly earlier?: readonly EarlierDiversion[] | null;
}

/** A question as it is first shown: with the answer so far, else with what our records propose. */
async function showQuestion(visit: TriageVisit, view: TriageView, fact: FactDefinition): Promise<FastifyReply> {
  const { site, actor } = visit;
  const earlier = await lookInOurRecords(site.work, actor, { fact: fact.id, draft: view.draft });
  const isAnswered = view.draft.answered.includes(fact.id);
  const body = isAnswered ? answerSoFar(view, fact) : proposedAnswer(fact, earlier, askedWith(view, fact).counted);
  const shown = isAnswered || Object.keys(body).length > 0 ? body : answerSoFar(view, fact);
  return drawQuestion(visit, { view, fact, body: shown, errors: [], earlier });
}

function drawQuestion({ site, actor, reply }: TriageVisit, drawn: Drawn): FastifyReply {
  const { view, fact, body, errors, earlier } = drawn;
  const page = triageQuestionPage({
    view,
    fact,
    body,
    errors,
    ...(earlier !== undefined && { earlier }),
    words: site.words,
    ownForce: actor.force,
    nameOf: (id) => schemeName(site, id),
    termsOf: (id) => schemeTerms(site, id),
    csrfToken: csrfTokenOf(reply),
  });
  return sendPage(reply, page, errors.length > 0 ? 400 : 200);
}

async function answer(visit: TriageVisit, view: TriageView, fact: FactDefinition): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const read = saysNotKnown(body)
    ? ({ ok: true, value: saysDeclined(body) ? DECLINED : null } as const)
    : readAnswer(fact, body, askedWith(view, fact));
  if (!read.ok) return drawQuestion(visit, { view, fact, body, errors: read.errors });
  const { draftId } = view.draft;
  const answered = await answerQuestion(site.work, actor, { draftId, fact: fact.id, value: read.value });
  if (answered.ok) return seeOther(reply, nextPage(answered.value));
  const { code, says, detail } = answered.refusal;
  if (code !== 'fact-value-not-valid' && code !== 'facts-not-valid') return refused(visit, answered.refusal);
  const text = code === 'facts-not-valid' && detail !== null ? `${says} ${detail}` : says;
  return drawQuestion(visit, { view, fact, body, errors: [{ field: 'answer', text }] });
}

interface TicksDrawn extends Typed {
  readonly view: TriageView;
  readonly facts: readonly FactDefinition[];
}

function drawTicks({ site, actor, reply }: TriageVisit, drawn: TicksDrawn): FastifyReply {
  const page = ticksPage({
    ...drawn,
    words: site.words,
    ownForce: actor.force,
    nameOf: (id) => schemeName(site, id),
    csrfToken: csrfTokenOf(reply),
  });
  return sendPage(reply, page, drawn.errors.length > 0 ? 400 : 200);
}

async function answerTicks(visit: TriageVisit, view: TriageView): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const { vocabulary } = site.work.catalogue;
  const facts = ticksSent(vocabulary, body);
  const read = readTicks(facts, body);
  const shown = facts.length > 0 ? facts : ticksShown(view, vocabulary);
  if (!read.ok) return drawTicks(visit, { view, facts: shown, body, errors: read.errors });
  const answered = await answerQuestions(site.work, actor, { draftId: view.draft.draftId, answers: read.value });
  if (answered.ok) return seeOther(reply, nextPage(answered.value));
  const { code, says, detail } = answered.refusal;
  if (code !== 'fact-value-not-valid' && code !== 'facts-not-valid') return refused(visit, answered.refusal);
  const text = code === 'facts-not-valid' && detail !== null ? `${says} ${detail}` : says;
  return drawTicks(visit, { view, facts: shown, body, errors: [{ field: 'applies', text }] });
}

function drawCheck({ site, reply }: TriageVisit, view: TriageView, errors: readonly FormError[]): FastifyReply {
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

async function finish(visit: TriageVisit, view: TriageView): Promise<FastifyReply> {
  const { site, actor, reply } = visit;
  const { draftId, person } = view.draft;
  if (!person?.name) {
    const errors = [{ field: 'name', text: 'Enter the person’s name' }];
    return drawStart(visit, view.draft, { body: startSoFar(view.draft), errors }, 422);
  }
  const finished = await finishTriage(site.work, actor, draftId);
  if (finished.ok)
    return redirectWithNotice(reply, `/cases/${finished.value.caseId}/decision`, {
      kind: 'success',
      text: 'Triage finished and decided',
    });
  return finished.refusal.code === 'case-not-opened'
    ? drawCheck(visit, view, [{ field: 'form', text: finished.refusal.says }])
    : refused(visit, finished.refusal);
}

async function discard({ site, actor, reply }: TriageVisit, draft: TriageDraft): Promise<FastifyReply> {
  await discardTriage(site.work, actor, draft.draftId);
  return redirectWithNotice(reply, '/cases', { kind: 'information', text: 'Triage discarded' });
}
