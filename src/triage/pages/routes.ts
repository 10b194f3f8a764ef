import type { FastifyInstance, FastifyReply } from 'fastify';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { type FormBody, formBodyOf, type FormError } from '../../web/markup/index.ts';
import { addressPart, csrfTokenOf, handlerOf, redirectWithNotice, seeOther, sendPage } from '../../web/server/index.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import { describePerson } from '../use-cases/describe-person.ts';
import { finishTriage } from '../use-cases/finish-triage.ts';
import { discardTriage } from '../use-cases/show-triage.ts';
import { mayStartTriage, startTriage } from '../use-cases/start-triage.ts';
import { oldestAge } from '../domain/birthday-fault.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { schemeName, type TriageVisit, type TriageSite } from './triage-site.ts';
import { checkAnswersPage } from './check/page.ts';
import { readStart, startAnew, startSoFar } from './start/form.ts';
import { addQuestionRoutes } from './question/route.ts';
import { startTriagePage } from './start/page.ts';
import { addTicksRoutes } from './ticks/route.ts';
import { nextPage, refused, withDraft, withTriage } from './with-triage.ts';

/** A triage: who and when, one question after another, the answers to check, and the decision. */
export function addTriageRoutes(server: FastifyInstance, site: TriageSite): void {
  server.get(
    '/triages/new',
    { config: { access: 'triage-person' } },
    handlerOf(site, async (visit) => {
      const may = mayStartTriage(visit.actor);
      return may.ok ? drawStart(visit, null, { body: startAnew, errors: [] }) : refused(visit, may.refusal);
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
  addQuestionRoutes(server, site);
  addTicksRoutes(server, site);
  server.get(
    '/triages/:triageId/check',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withTriage(visit, async (view) => drawCheck(visit, view, []))),
  );
  server.post(
    '/triages/:triageId/finish',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, finish),
  );
  server.post(
    '/triages/:triageId/discard',
    { config: { address: { triageId: 'id' }, access: 'triage-person' } },
    handlerOf(site, (visit) => withDraft(visit, (draft) => discard(visit, draft))),
  );
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
  return [{ field: 'born-on', text }];
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

/** Finishes it at once; it is only looked at where that was refused, to show why. */
async function finish(visit: TriageVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const finished = await finishTriage(site.work, actor, addressPart(request, 'triageId'));
  if (finished.ok)
    return redirectWithNotice(reply, `/cases/${finished.value.caseId}/decision`, {
      kind: 'success',
      text: 'Triage finished and decided',
    });
  const { refusal } = finished;
  return withTriage(visit, async (view) => {
    if (refusal.code === 'person-needed') {
      const errors = [{ field: 'name', text: 'Enter the person’s name' }];
      return drawStart(visit, view.draft, { body: startSoFar(view.draft), errors }, 422);
    }
    return refusal.code === 'case-not-opened'
      ? drawCheck(visit, view, [{ field: 'form', text: refusal.says }])
      : refused(visit, refusal);
  });
}

async function discard({ site, actor, reply }: TriageVisit, draft: TriageDraft): Promise<FastifyReply> {
  await discardTriage(site.work, actor, draft.draftId);
  return redirectWithNotice(reply, '/cases', { kind: 'information', text: 'Triage discarded' });
}
