import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Right } from '../../../access/index.ts';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { formBodyOf, type FormError, textOf } from '../../../web/markup/index.ts';
import {
  addressPart,
  csrfTokenOf,
  handlerOf,
  redirectWithNotice,
  sendForbidden,
  sendNotFound,
  sendPage,
} from '../../../web/server/index.ts';
import { actOnCase } from '../../use-cases/act-on-case.ts';
import type { CommandType } from '../../domain/case-command.ts';
import { refusalOf } from '../../domain/case-refusal.ts';
import { transitions } from '../../domain/transitions.ts';
import { readCase, recordLook, showCase, type CaseView } from '../../use-cases/show-case.ts';
import { answerRefusal, refusalWordsFor } from '../answer-refusal.ts';
import type { CaseVisit, CaseSite } from '../case-site.ts';
import { caseForms } from './case-forms.ts';
import type { CaseForm, FormInput } from './case-form.ts';
import { fieldOfRefusal } from './field-of-refusal.ts';
import { actPage } from './page.ts';
import { typedIn } from './typed-in.ts';

/**
 * Every form of a case has the same two addresses: GET shows it, POST does it. The audit has one entry of each request:
 * the look at the case, or what was done to it; where a form is shown again, that look.
 */
export function addActRoutes(server: FastifyInstance, site: CaseSite): void {
  for (const form of Object.values(caseForms)) {
    const access = rightsFor(form.command);
    const alone = { path: `/cases/:caseId/${form.command}`, address: { caseId: 'id' } } as const;
    const named = { path: `${alone.path}/:target`, address: { ...alone.address, target: 'word' } } as const;
    for (const { path, address } of [alone, named]) {
      server.get(
        path,
        { config: { address, access } },
        handlerOf(site, (visit) => show(visit, form)),
      );
      server.post(
        path,
        { config: { address, access } },
        handlerOf(site, (visit) => send(visit, form)),
      );
    }
  }
}

/** The rights that the state machine asks for a command: one of them is enough to open its form. */
function rightsFor(command: CommandType): readonly [Right, ...Right[]] {
  const [first, ...others] = new Set(transitions.filter((line) => line.command === command).map(({ by }) => by));
  if (first === undefined) throw new Error(`No line of the state machine is for ${command}`);
  return [first, ...others];
}

async function show(visit: CaseVisit, form: CaseForm): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
  if (!shown.ok) return sendNotFound(request, reply);
  const view = shown.value;
  const refusal = isOfSide(form, view) ? view.refused.get(form.command) : refusalOf('not-your-role');
  if (refusal) return sendForbidden(request, reply, refusalWordsFor(refusal));
  const input = inputOf(visit, view, { body: {}, errors: [] });
  return draw(visit, form, { ...input, body: form.startWith(input) });
}

async function send(visit: CaseVisit, form: CaseForm): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const caseId = addressPart(request, 'caseId');
  const found = await readCase(site.work, actor, caseId);
  if (!found.ok) return sendNotFound(request, reply);
  const view = found.value;
  if (!isOfSide(form, view)) return sendForbidden(request, reply, refusalOf('not-your-role').says);
  const input = inputOf(visit, view, { body, errors: [] });
  const read = await form.read(input);
  if (!read.ok) return drawAgain(visit, form, { ...input, errors: read.errors }, 400);
  const { command, note, says } = read.value;
  const recorded = await actOnCase(site.work, actor, {
    caseId,
    expectedSequence: Number(textOf(body, 'seen')),
    command,
    ...(note && { note }),
  });
  if (recorded.ok) {
    const text = says === undefined ? form.done : `${form.done}. ${says}`;
    return redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'success', text });
  }
  const sent = {
    typed: typedIn(form.show(input)?.fields ?? null, form.labels(input), body),
    continueTo: { href: `/cases/${caseId}`, text: 'See the case as it is now' },
  };
  const answer = answerRefusal(visit, recorded.refusal, sent);
  if (answer !== null) return answer;
  const now = isOfPlaces(recorded.refusal.code) ? await readCase(site.work, actor, caseId) : found;
  const again = now.ok ? { ...input, view: now.value } : input;
  const field = fieldOfRefusal(form, again, recorded.refusal.code);
  const errors: FormError[] = [{ field, text: refusalWordsFor(recorded.refusal) }];
  return drawAgain(visit, form, { ...again, errors }, 422);
}

/** A place that is gone is not shown again. */
function isOfPlaces(code: string): boolean {
  return code.startsWith('place-');
}

function isOfSide({ side }: CaseForm, view: CaseView): boolean {
  return side === 'both' || side === view.for;
}

function inputOf(
  { site, actor, request }: CaseVisit,
  view: CaseView,
  typed: Pick<FormInput, 'body' | 'errors'>,
): FormInput {
  const target = addressPart(request, 'target');
  const today = londonDayOf(site.work.clock());
  return { site, actor, view, target: target === '' ? null : target, today, ...typed };
}

/** The form that was sent, with what is wrong. It shows the case once more, which is a look at it. */
async function drawAgain(visit: CaseVisit, form: CaseForm, input: FormInput, status: number): Promise<FastifyReply> {
  await recordLook(visit.site.work, visit.actor, input.view);
  return draw(visit, form, input, status);
}

function draw(visit: CaseVisit, form: CaseForm, input: FormInput, status = 200): FastifyReply {
  const { request, reply } = visit;
  const shown = form.show(input);
  if (shown === null) return sendNotFound(request, reply);
  const action = request.url.split('?')[0] ?? '';
  return sendPage(reply, actPage(input, shown, { action, csrfToken: csrfTokenOf(reply) }), status);
}
