import type { FastifyInstance, FastifyReply } from 'fastify';
import type { FactDefinition } from '../../../eligibility/index.ts';
import { type FormBody, formBodyOf, type FormError } from '../../../web/markup/index.ts';
import { csrfTokenOf, handlerOf, seeOther, sendPage } from '../../../web/server/index.ts';
import { ticksShown, type TriageView } from '../../domain/triage-view.ts';
import { answerQuestions } from '../../use-cases/answer-question.ts';
import { schemeName, type TriageSite, type TriageVisit } from '../triage-site.ts';
import { nextPage, refused, refusedAnswerWords, withTriage } from '../with-triage.ts';
import { readTicks, ticksSent, ticksSoFar } from './form.ts';
import { ticksPage } from './page.ts';

/** The screen of ticks, and what was ticked on it. */
export function addTicksRoutes(server: FastifyInstance, site: TriageSite): void {
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

interface Drawn {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
  readonly view: TriageView;
  readonly facts: readonly FactDefinition[];
}

function drawTicks({ site, actor, reply }: TriageVisit, drawn: Drawn): FastifyReply {
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
  const text = refusedAnswerWords(answered.refusal);
  if (text === null) return refused(visit, answered.refusal);
  return drawTicks(visit, { view, facts: shown, body, errors: [{ field: 'applies', text }] });
}
