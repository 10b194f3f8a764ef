import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AnsweredTogether, FactDefinition } from '../../../eligibility/index.ts';
import { type FormBody, formBodyOf, type FormError } from '../../../web/markup/index.ts';
import { addressPart, csrfTokenOf, handlerOf, seeOther, sendNotFound, sendPage } from '../../../web/server/index.ts';
import { answeredTogether } from '../../domain/answered-together.ts';
import { DECLINED } from '../../domain/answer-draft.ts';
import type { EarlierDiversion } from '../../domain/earlier-diversion.ts';
import type { TriageRefusal } from '../../domain/triage-refusal.ts';
import { questionBefore, type TriageView } from '../../domain/triage-view.ts';
import { answerFromRecords } from '../../use-cases/answer-from-records.ts';
import { answerQuestion, answerQuestions } from '../../use-cases/answer-question.ts';
import { lookInOurRecords } from '../../use-cases/look-in-our-records.ts';
import { schemeName, schemeTerms, type TriageSite, type TriageVisit } from '../triage-site.ts';
import { nextPage, refused, refusedAnswerWords, withTriage } from '../with-triage.ts';
import { proposedAnswer } from './our-records.ts';
import { readAnswer, saysDeclined, saysNoneOnRecords, saysNotKnown, togetherPressed } from './read-answer.ts';
import { answerSoFar, askedWith, triageQuestionPage } from './triage-question-page.ts';

/** One question of a triage, and its answer. */
export function addQuestionRoutes(server: FastifyInstance, site: TriageSite): void {
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

interface Drawn {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
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
  if (saysNoneOnRecords(body)) {
    const none = await answerFromRecords(site.work, actor, { view, fact: fact.id });
    return none.ok ? seeOther(reply, nextPage(none.value)) : wrongAnswer(visit, { view, fact, body }, none.refusal);
  }
  const together = answeredTogether(fact, view.draft)[togetherPressed(body) ?? -1];
  if (together !== undefined) return answerTogether(visit, { view, fact, body }, together);
  const read = saysNotKnown(body)
    ? ({ ok: true, value: saysDeclined(body) ? DECLINED : null } as const)
    : readAnswer(fact, body, askedWith(view, fact));
  if (!read.ok) return drawWithErrors(visit, { view, fact, body, errors: read.errors });
  const { draftId } = view.draft;
  const answered = await answerQuestion(site.work, actor, { draftId, fact: fact.id, value: read.value });
  if (answered.ok) return seeOther(reply, nextPage(answered.value));
  return wrongAnswer(visit, { view, fact, body }, answered.refusal);
}

/** One tap that answers several questions: each is kept as the answer of its own fact. */
async function answerTogether(
  visit: TriageVisit,
  drawn: Omit<Drawn, 'errors' | 'earlier'>,
  { answers }: AnsweredTogether,
): Promise<FastifyReply> {
  const all = Object.entries(answers).map(([fact, value]) => ({ fact, value }));
  const { draftId } = drawn.view.draft;
  const answered = await answerQuestions(visit.site.work, visit.actor, { draftId, answers: all });
  return answered.ok ? seeOther(visit.reply, nextPage(answered.value)) : wrongAnswer(visit, drawn, answered.refusal);
}

async function wrongAnswer(
  visit: TriageVisit,
  drawn: Omit<Drawn, 'errors' | 'earlier'>,
  refusal: TriageRefusal,
): Promise<FastifyReply> {
  const text = refusedAnswerWords(refusal);
  if (text === null) return refused(visit, refusal);
  return drawWithErrors(visit, { ...drawn, errors: [{ field: 'answer', text }] });
}

/** The question again, with what our records show of it still beside it. */
async function drawWithErrors(visit: TriageVisit, drawn: Omit<Drawn, 'earlier'>): Promise<FastifyReply> {
  const { fact, view } = drawn;
  const earlier = await lookInOurRecords(visit.site.work, visit.actor, { fact: fact.id, draft: view.draft });
  return drawQuestion(visit, { ...drawn, earlier });
}
