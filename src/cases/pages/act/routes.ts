import type { FastifyInstance, FastifyReply } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { formBodyOf, type FormError, textOf, textsOf } from '../../../web/markup/index.ts';
import { csrfTokenOf, redirectWithNotice, sendForbidden, sendNotFound, sendPage } from '../../../web/server/index.ts';
import { actOnCase } from '../../use-cases/act-on-case.ts';
import { refusalOf } from '../../domain/case-refusal.ts';
import { readCase, recordLook, showCase, type CaseView } from '../../use-cases/show-case.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import { addressPart, type Asking, type CaseSite, answering } from '../case-site.ts';
import { caseForms } from './case-forms.ts';
import type { CaseForm, FormInput } from './case-form.ts';
import { actPage } from './page.ts';

/**
 * Every form of a case has the same two addresses: GET shows it, POST does it. The audit has one entry of each request:
 * the look at the case, or what was done to it; where a form is shown again, that look.
 */
export function addActRoutes(server: FastifyInstance, site: CaseSite): void {
  for (const form of Object.values(caseForms)) {
    for (const path of [`/cases/:caseId/${form.command}`, `/cases/:caseId/${form.command}/:target`]) {
      server.get(
        path,
        { config: { access: ['see-cases', 'see-referrals'] } },
        answering(site, (asking) => show(asking, form)),
      );
      server.post(
        path,
        { config: { access: ['see-cases', 'see-referrals'] } },
        answering(site, (asking) => send(asking, form)),
      );
    }
  }
}

async function show(asking: Asking, form: CaseForm): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
  if (!shown.ok) return sendNotFound(request, reply);
  const view = shown.value;
  const refusal = isOfSide(form, view) ? view.refused.get(form.command) : refusalOf('not-your-role');
  if (refusal) return sendForbidden(request, reply, refusalWordsFor(refusal));
  const input = inputOf(asking, view, { body: {}, errors: [] });
  return draw(asking, form, { ...input, body: form.startWith(input) });
}

async function send(asking: Asking, form: CaseForm): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const body = formBodyOf(request.body);
  const caseId = addressPart(request, 'caseId');
  const found = await readCase(site.work, actor, caseId);
  if (!found.ok) return sendNotFound(request, reply);
  const view = found.value;
  if (!isOfSide(form, view)) return sendForbidden(request, reply, refusalOf('not-your-role').says);
  const input = inputOf(asking, view, { body, errors: [] });
  const read = await form.read(input);
  if (!read.ok) return drawAgain(asking, form, { ...input, errors: read.errors }, 400);
  const { ask, note } = read.value;
  const acted = await actOnCase(site.work, actor, {
    caseId,
    seen: Number(textOf(body, 'seen')),
    ask,
    ...(note && { note }),
  });
  if (acted.ok) return redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'success', text: form.done });
  const sent = {
    typed: typedIn(form, input),
    continueTo: { href: `/cases/${caseId}`, text: 'See the case as it is now' },
  };
  const answer = answerRefusal(asking, acted.refusal, sent);
  if (answer !== null) return answer;
  const errors: FormError[] = [{ field: 'form', text: refusalWordsFor(acted.refusal) }];
  return drawAgain(asking, form, { ...input, errors }, 422);
}

function isOfSide({ side }: CaseForm, view: CaseView): boolean {
  return side === 'both' || side === view.for;
}

function inputOf(
  { site, actor, request }: Asking,
  view: CaseView,
  typed: Pick<FormInput, 'body' | 'errors'>,
): FormInput {
  const target = addressPart(request, 'target');
  const today = londonDayOf(site.work.clock());
  return { site, actor, view, target: target === '' ? null : target, today, ...typed };
}

/** The form that was sent, with what is wrong. It shows the case once more, which is a look at it. */
async function drawAgain(asking: Asking, form: CaseForm, input: FormInput, status: number): Promise<FastifyReply> {
  await recordLook(asking.site.work, asking.actor, input.view);
  return draw(asking, form, input, status);
}

function draw(asking: Asking, form: CaseForm, input: FormInput, status = 200): FastifyReply {
  const { request, reply } = asking;
  const shown = form.show(input);
  if (shown === null) return sendNotFound(request, reply);
  const action = request.url.split('?')[0] ?? '';
  return sendPage(reply, actPage(input, shown, { action, csrfToken: csrfTokenOf(reply) }), status);
}

function typedIn(form: CaseForm, input: FormInput): { label: string; value: string }[] {
  return Object.entries(form.labels(input))
    .map(([field, label]) => ({ label, value: textsOf(input.body, field).filter(Boolean).join(', ') }))
    .filter(({ value }) => value !== '');
}
