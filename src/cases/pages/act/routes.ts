import type { FastifyInstance, FastifyReply } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { type FormBody, formBodyOf, type FormError, textOf, textsOf } from '../../../web/markup/index.ts';
import { csrfTokenOf, redirectWithNotice, sendForbidden, sendNotFound, sendPage } from '../../../web/server/index.ts';
import { actOnCase } from '../../use-cases/act-on-case.ts';
import { showCase } from '../../use-cases/show-case.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import { addressPart, type Asking, type CaseSite, answering } from '../case-site.ts';
import { caseForms } from './case-forms.ts';
import { type CaseForm, type FormInput, OTHER_SIDE } from './case-form.ts';
import { actPage } from './page.ts';

const NOT_NOW = 'This cannot be done to the case as it stands, or not by you. Look at the case again.';

/** Every form of a case has the same two addresses: GET shows it, POST does it. */
export function addActRoutes(server: FastifyInstance, site: CaseSite): void {
  for (const form of Object.values(caseForms)) {
    for (const path of [`/cases/:caseId/${form.command}`, `/cases/:caseId/${form.command}/:target`]) {
      server.get(
        path,
        { config: { access: 'signed-in' } },
        answering(site, (asking) => show(asking, form)),
      );
      server.post(
        path,
        { config: { access: 'signed-in' } },
        answering(site, (asking) => send(asking, form)),
      );
    }
  }
}

async function show(asking: Asking, form: CaseForm): Promise<FastifyReply> {
  const input = await inputOf(asking, form, { body: {}, errors: [] });
  if ('answered' in input) return input.answered;
  if (!input.view.mayAsk.includes(form.command)) return sendForbidden(asking.request, asking.reply, NOT_NOW);
  return draw(asking, form, { ...input, body: form.startWith(input) });
}

async function send(asking: Asking, form: CaseForm): Promise<FastifyReply> {
  const body = formBodyOf(asking.request.body);
  const input = await inputOf(asking, form, { body, errors: [] });
  if ('answered' in input) return input.answered;
  const read = await form.read(input);
  if (!read.ok) return draw(asking, form, { ...input, errors: read.errors }, 400);
  const { ask, note } = read.value;
  const caseId = addressPart(asking.request, 'caseId');
  const act = { caseId, seen: Number(textOf(body, 'seen')), ask, ...(note && { note }) };
  const acted = await actOnCase(asking.site.work, asking.actor, act);
  if (acted.ok) return redirectWithNotice(asking.reply, `/cases/${caseId}`, { kind: 'success', text: form.done });
  const sent = {
    typed: typedIn(form, body),
    continueTo: { href: `/cases/${caseId}`, text: 'See the case as it is now' },
  };
  const answer = answerRefusal(asking, acted.refusal, sent);
  if (answer !== null) return answer;
  const errors: FormError[] = [{ field: 'form', text: refusalWordsFor(acted.refusal) }];
  return draw(asking, form, { ...input, errors }, 422);
}

/** The case as the form needs it; or the answer, where it is not theirs to see or to do. */
async function inputOf(
  { site, actor, request, reply }: Asking,
  form: CaseForm,
  typed: Pick<FormInput, 'body' | 'errors'>,
): Promise<FormInput | { readonly answered: FastifyReply }> {
  const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
  if (!shown.ok) return { answered: sendNotFound(request, reply) };
  const view = shown.value;
  if (form.side !== 'both' && form.side !== view.for) {
    return { answered: sendForbidden(request, reply, OTHER_SIDE) };
  }
  const target = addressPart(request, 'target');
  const today = londonDayOf(site.work.clock());
  return { site, actor, view, target: target === '' ? null : target, today, ...typed };
}

function draw(asking: Asking, form: CaseForm, input: FormInput, status = 200): FastifyReply {
  const { request, reply } = asking;
  const shown = form.show(input);
  if (shown === null) return sendNotFound(request, reply);
  const action = request.url.split('?')[0] ?? '';
  return sendPage(reply, actPage(input, shown, { action, csrfToken: csrfTokenOf(reply) }), status);
}

function typedIn(form: CaseForm, body: FormBody): { label: string; value: string }[] {
  return Object.entries(form.labels)
    .map(([field, label]) => ({ label, value: textsOf(body, field).filter(Boolean).join(', ') }))
    .filter(({ value }) => value !== '');
}
