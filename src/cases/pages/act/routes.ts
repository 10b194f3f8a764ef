import type { FastifyInstance, FastifyReply } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { type FormBody, formBodyOf, type FormError, textOf, textsOf } from '../../../web/markup/index.ts';
import { csrfTokenOf, redirectWithNotice, sendForbidden, sendNotFound, sendPage } from '../../../web/server/index.ts';
import { actOnCase } from '../../use-cases/act-on-case.ts';
import type { ActOnCase } from '../../use-cases/case-ask.ts';
import { showCase } from '../../use-cases/show-case.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import { addressPart, type Asking, type CaseSite, answering } from '../case-site.ts';
import { caseForms } from './case-forms.ts';
import type { AnyCaseForm, FormInput } from './case-form.ts';
import { actPage } from './page.ts';

const NOT_NOW = 'This cannot be done to the case as it stands, or not by you. Look at the case again.';

/** Every form of a case has the same two addresses: GET shows it, POST does it. */
export function addActRoutes(server: FastifyInstance, site: CaseSite): void {
  for (const form of caseForms) {
    for (const path of [`/cases/:caseId/${form.path}`, `/cases/:caseId/${form.path}/:target`]) {
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

async function show(asking: Asking, form: AnyCaseForm): Promise<FastifyReply> {
  const input = await inputOf(asking, form, { body: {}, errors: [] });
  if ('answered' in input) return input.answered;
  if (!input.view.mayAsk.includes(form.asked)) return sendForbidden(asking.request, asking.reply, NOT_NOW);
  return draw(asking, form, { ...input, body: startOf(form, input) });
}

async function send(asking: Asking, form: AnyCaseForm): Promise<FastifyReply> {
  const body = formBodyOf(asking.request.body);
  const input = await inputOf(asking, form, { body, errors: [] });
  if ('answered' in input) return input.answered;
  const read = await form.read(input as FormInput<never>);
  if (!read.ok) return draw(asking, form, { ...input, errors: read.errors }, 400);
  const { data, note } = read.value;
  const caseId = addressPart(asking.request, 'caseId');
  const act = { caseId, seen: Number(textOf(body, 'seen')), ask: { type: form.asked, data }, ...(note && { note }) };
  const acted = await actOnCase(asking.site.work, asking.actor, act as ActOnCase);
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
  form: AnyCaseForm,
  typed: Pick<FormInput, 'body' | 'errors'>,
): Promise<FormInput | { readonly answered: FastifyReply }> {
  const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
  if (!shown.ok) return { answered: sendNotFound(request, reply) };
  const view = shown.value;
  if (form.side !== 'both' && form.side !== view.for) {
    return { answered: sendForbidden(request, reply, 'Somebody in another role does this. Ask them to.') };
  }
  const target = addressPart(request, 'target');
  const today = londonDayOf(site.work.clock());
  return { site, actor, view, target: target === '' ? null : target, today, ...typed };
}

/** What the fields hold at first. An empty field that was sent stays empty. */
function startOf(form: AnyCaseForm, input: FormInput): FormBody {
  return form.startWith?.(input as FormInput<never>) ?? {};
}

function draw(asking: Asking, form: AnyCaseForm, input: FormInput, status = 200): FastifyReply {
  const { request, reply } = asking;
  const shown = form.show(input as FormInput<never>);
  if (shown === null) return sendNotFound(request, reply);
  const action = request.url.split('?')[0] ?? '';
  return sendPage(reply, actPage(input, shown, { action, csrfToken: csrfTokenOf(reply) }), status);
}

function typedIn(form: AnyCaseForm, body: FormBody): { label: string; value: string }[] {
  return Object.entries(form.labels)
    .map(([field, label]) => ({ label, value: textsOf(body, field).filter(Boolean).join(', ') }))
    .filter(({ value }) => value !== '');
}
