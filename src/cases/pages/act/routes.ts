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
import { actOnCaseInView } from '../../use-cases/act-on-case-in-view.ts';
import { caseByReference } from '../../use-cases/case-by-reference.ts';
import type { CommandType } from '../../domain/case-command.ts';
import { refusalOf, type CaseRefusal } from '../../domain/case-refusal.ts';
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
  const answered = await actOnCaseInView<SentForm>(site.work, actor, caseId, async (view, cases) => {
    const input = inputOf(visit, view, { body, errors: [] });
    if (!isOfSide(form, view)) return { request: null, kept: { input, read: null } };
    const read = await form.read(input, caseByReference(cases, actor));
    if (!read.ok) return { request: null, kept: { input, read } };
    const { command, note } = read.value;
    const request = { caseId, expectedSequence: Number(textOf(body, 'seen')), command, ...(note && { note }) };
    return { request, kept: { input, read } };
  });
  if (answered === null) return sendNotFound(request, reply);
  const { input, read } = answered.kept;
  if (read === null) return sendForbidden(request, reply, refusalOf('not-your-role').says);
  if (!read.ok) return drawAgain(visit, form, { ...input, errors: read.errors }, 400);
  const { recorded } = answered;
  if (recorded === null || recorded.ok) {
    const { says } = read.value;
    const done = form.done(input);
    const text = says === undefined ? done : `${done}. ${says}`;
    return redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'success', text });
  }
  return sayWhyNot(visit, form, { input, refusal: recorded.refusal });
}

/** A form that was sent, as it was read; null where it is none of this side's. */
interface SentForm {
  readonly input: FormInput;
  readonly read: Awaited<ReturnType<CaseForm['read']>> | null;
}

async function sayWhyNot(
  visit: CaseVisit,
  form: CaseForm,
  { input, refusal }: { readonly input: FormInput; readonly refusal: CaseRefusal },
): Promise<FastifyReply> {
  const { site, actor, request } = visit;
  const caseId = addressPart(request, 'caseId');
  const sent = {
    typed: typedIn(form.show(input)?.fields ?? null, form.labels(input), input.body),
    continueTo: { href: `/cases/${caseId}`, text: 'See the case as it is now' },
  };
  const answer = answerRefusal(visit, refusal, sent);
  if (answer !== null) return answer;
  const now = isOfPlaces(refusal.code) ? await readCase(site.work, actor, caseId) : null;
  const again = now?.ok ? { ...input, view: now.value } : input;
  const field = fieldOfRefusal(form, again, refusal.code);
  const errors: FormError[] = [{ field, text: refusalWordsFor(refusal) }];
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
