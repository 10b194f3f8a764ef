import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  answerQuestions,
  nextPage,
  NOBODY,
  showTriage,
  type TriageRefusal,
  type TriageView,
} from '../../../triage/index.ts';
import { formBodyOf, type Notice, textOf } from '../../../web/markup/index.ts';
import {
  addressPart,
  csrfTokenOf,
  handlerOf,
  redirectWithNotice,
  seeOther,
  sendNotFound,
  sendPage,
} from '../../../web/server/index.ts';
import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { type OfferedAtOnce, offerAtOnce } from '../../use-cases/offer-at-once.ts';
import { refusalWordsFor } from '../answer-refusal.ts';
import { schemeName, type CaseSite, type CaseVisit } from '../case-site.ts';
import { nextPlacesInTriage } from '../../use-cases/next-places.ts';
import { type AtOnce, comesFirst } from './at-once.ts';
import { atOnceSoFar, readAtOnce } from './form.ts';
import { atOncePage } from './page.ts';
import { whichOfferPage } from './which-page.ts';

/** The offer at the end of a triage: it decides, offers, accepts and refers where nothing else is left to ask. */
export function addOfferAtOnceRoutes(server: FastifyInstance, site: CaseSite): void {
  const alone = { path: '/triages/:triageId/offer', address: { triageId: 'id' } } as const;
  const named = { path: `${alone.path}/:scheme`, address: { ...alone.address, scheme: 'word' } } as const;
  for (const { path, address } of [alone, named]) {
    server.get(
      path,
      { config: { address, access: 'triage-person' } },
      handlerOf(site, (visit) => withReady(visit, (view) => show(visit, view))),
    );
  }
  server.post(
    named.path,
    { config: { address: named.address, access: 'triage-person' } },
    handlerOf(site, (visit) => withReady(visit, (view) => send(visit, view))),
  );
}

/** A triage that an offer can end; any other goes on where it stands. */
async function withReady(visit: CaseVisit, then: (view: TriageView) => Promise<FastifyReply>): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const draftId = addressPart(request, 'triageId');
  const shown = await showTriage(site.triage, actor, draftId);
  if (!shown.ok) return refused(visit, shown.refusal);
  const { draft, ready } = shown.value;
  if (draft.finishedAs !== null) return seeOther(reply, `/cases/${draft.finishedAs}`);
  return ready.length === 0 ? seeOther(reply, nextPage(shown.value)) : then(shown.value);
}

/** A triage that is not there; or one that says itself, on its own page, what is wrong with it. */
function refused({ request, reply }: CaseVisit, { code }: TriageRefusal): FastifyReply {
  const draftId = addressPart(request, 'triageId');
  return code === 'facts-not-valid' ? seeOther(reply, `/triages/${draftId}/check`) : sendNotFound(request, reply);
}

async function show(visit: CaseVisit, view: TriageView): Promise<FastifyReply> {
  const { site, request, reply } = visit;
  const named = addressPart(request, 'scheme');
  if (named === '' && view.ready.length > 1)
    return sendPage(
      reply,
      whichOfferPage(view, (id) => schemeName(site, id)),
    );
  const offer = await offerOf(visit, view);
  return offer === null ? sendNotFound(request, reply) : draw(visit, { ...offer, body: atOnceSoFar(offer) });
}

/** The offer that the address names, or the only one there is. */
async function offerOf({ site, actor, request }: CaseVisit, view: TriageView): Promise<AtOnce | null> {
  const named = addressPart(request, 'scheme');
  const ready = view.ready.find(({ ifAgreed }) => named === '' || ifAgreed.scheme === named);
  const scheme = site.work.catalogue.schemes.find(({ id }) => id === ready?.ifAgreed.scheme);
  if (ready === undefined || scheme === undefined) return null;
  const { force } = view.draft;
  const at = site.work.clock().toISOString();
  return site.work.store.as(actor, async (cases) => {
    const services = await cases.services({ scheme: scheme.id, force });
    const reach = { ...(await cases.servicesInReach({ force, scheme: scheme.id, from: at })), at };
    const places = nextPlacesInTriage(view.draft.person, view.draft.facts, { reach, scheme: scheme.id });
    return { site, view, ready, scheme, services, places, body: {}, errors: [] };
  });
}

function draw({ reply }: CaseVisit, offer: AtOnce, status = 200): FastifyReply {
  return sendPage(reply, atOncePage(offer, csrfTokenOf(reply)), status);
}

async function send(visit: CaseVisit, view: TriageView): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const found = await offerOf(visit, view);
  if (found === null) return sendNotFound(request, reply);
  const offer = { ...found, body: formBodyOf(request.body) };
  const read = readAtOnce(offer);
  if (!read.ok) return draw(visit, { ...offer, errors: read.errors }, 400);
  const said = read.value;
  const { draft } = view;
  const shownAgain = ({ says, detail }: TriageRefusal): FastifyReply =>
    draw(visit, { ...offer, errors: [{ field: 'form', text: detail === null ? says : `${says} ${detail}` }] }, 422);
  if (!said.takesPart || said.commands.length === 0) {
    const answered = await answerQuestions(site.triage, actor, { draftId: draft.draftId, answers: said.answers });
    return answered.ok ? seeOther(reply, nextPage(answered.value)) : shownAgain(answered.refusal);
  }
  const person = { ...(draft.person ?? NOBODY), ...said.person };
  const { answers, commands } = said;
  const offered = await offerAtOnce({ cases: site.work, triage: site.triage }, actor, {
    draft,
    answers,
    person,
    commands,
  });
  return offered.ok ? leadOn(visit, offer, offered.value) : shownAgain(offered.refusal);
}

/** To the case, or to what comes next on it; where a step was refused, with what was recorded and what was not. */
function leadOn({ reply }: CaseVisit, offer: AtOnce, { caseId, done, stopped }: OfferedAtOnce): FastifyReply {
  const to = `/cases/${caseId}`;
  if (stopped !== null) {
    const text = `${recordedWords(done)}. What came next was not recorded: ${refusalWordsFor(stopped.refusal)}`;
    return redirectWithNotice(reply, done.length === 0 ? `${to}/decision` : to, { kind: 'information', text });
  }
  const success = (text: string): Notice => ({ kind: 'success', text });
  if (done.includes('refer-person')) return redirectWithNotice(reply, to, success('Referred to the provider'));
  if (!done.includes('accept-offer')) return redirectWithNotice(reply, `${to}/decision`, success('Judgement recorded'));
  if (comesFirst(offer) === 'place' && textOf(offer.body, 'share') !== 'no')
    return redirectWithNotice(reply, `${to}/refer-person`, success('Acceptance recorded. The place comes next'));
  if (comesFirst(offer) === 'agreement')
    return redirectWithNotice(reply, `${to}/sign-agreement`, success('Acceptance recorded. The agreement comes next'));
  return redirectWithNotice(reply, to, success('Acceptance recorded'));
}

function recordedWords(done: readonly CaseCommandType[]): string {
  if (done.includes('accept-offer')) return 'The triage is finished, and that the offer was accepted is recorded';
  if (done.includes('offer-scheme')) return 'The triage is finished, and the offer is recorded';
  return 'The triage is finished and decided';
}
