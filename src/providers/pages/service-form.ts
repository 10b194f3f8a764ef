import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  formBodyOf,
  type FormBody,
  type FormError,
  type FormResult,
  type FormState,
  govukButton,
  type Html,
  html,
  type Page,
  postForm,
} from '../../web/markup/index.ts';
import { addressPart, csrfTokenOf, handlerOf, redirectWithNotice, sendPage } from '../../web/server/index.ts';
import type { Actor } from '../../access/index.ts';
import type { Result } from '../../shared/result.ts';
import type { PublishedService } from '../domain/index.ts';
import { publishingRefusal, type PublishingRefusal } from '../domain/publishing-refusal.ts';
import { showServices } from '../use-cases/show-services.ts';
import { answerRefusal, type ServicesSite, type ServicesVisit } from './services-site.ts';

/** A form that does one thing with one service. */
export interface ServiceForm<Value> {
  /** The end of its address: /services/<id>/<name>. */
  readonly name: string;
  readonly title: string;
  readonly button: string;
  /** What the fields hold at first. */
  readonly startWith: (service: PublishedService) => FormBody;
  readonly fields: (form: FormState, service: PublishedService, site: Pick<ServicesSite, 'words'>) => Html;
  readonly read: (body: FormBody, service: PublishedService, site: Pick<ServicesSite, 'words'>) => FormResult<Value>;
  /** Does it, and answers what the next page says. */
  readonly send: (
    site: ServicesSite,
    actor: Actor,
    serviceId: string,
    value: Value,
  ) => Promise<Result<string, PublishingRefusal>>;
  /** The field at which a refusal is shown. */
  readonly fieldOf: (code: PublishingRefusal['code']) => string;
}

/** The two addresses of a form of a service: GET shows it, POST does it. */
export function addServiceForm<Value>(server: FastifyInstance, site: ServicesSite, form: ServiceForm<Value>): void {
  const config = { address: { serviceId: 'id' }, access: 'publish-services' } as const;
  const path = `/services/:serviceId/${form.name}`;
  server.get(
    path,
    { config },
    handlerOf(site, (visit) => ask(visit, form)),
  );
  server.post(
    path,
    { config },
    handlerOf(site, (visit) => send(visit, form)),
  );
}

async function ask<Value>(visit: ServicesVisit, form: ServiceForm<Value>): Promise<FastifyReply> {
  const found = await serviceOf(visit);
  if (!found.ok) return answerRefusal(visit, found.refusal) ?? visit.reply;
  const typed = { body: form.startWith(found.value), errors: [] };
  return draw(visit, form, { service: found.value, typed, status: 200 });
}

async function send<Value>(visit: ServicesVisit, form: ServiceForm<Value>): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const found = await serviceOf(visit);
  if (!found.ok) return answerRefusal(visit, found.refusal) ?? reply;
  const service = found.value;
  const body = formBodyOf(request.body);
  const read = form.read(body, service, site);
  if (!read.ok) return draw(visit, form, { service, typed: { body, errors: read.errors }, status: 400 });
  const sent = await form.send(site, actor, service.serviceId, read.value);
  if (sent.ok)
    return redirectWithNotice(reply, `/services/${service.serviceId}`, { kind: 'success', text: sent.value });
  const answer = answerRefusal(visit, sent.refusal);
  if (answer !== null) return answer;
  const errors: FormError[] = [{ field: form.fieldOf(sent.refusal.code), text: sent.refusal.says }];
  return draw(visit, form, { service, typed: { body, errors }, status: 422 });
}

async function serviceOf({
  site,
  actor,
  request,
}: ServicesVisit): Promise<Result<PublishedService, PublishingRefusal>> {
  const shown = await showServices(site.work, actor);
  if (!shown.ok) return shown;
  const service = shown.value.find(({ serviceId }) => serviceId === addressPart(request, 'serviceId'));
  return service ? { ok: true, value: service } : { ok: false, refusal: publishingRefusal('service-not-found') };
}

interface Drawn {
  readonly service: PublishedService;
  readonly typed: FormState;
  readonly status: number;
}

function draw<Value>(
  { site, reply }: ServicesVisit,
  form: ServiceForm<Value>,
  { service, typed, status }: Drawn,
): FastifyReply {
  return sendPage(reply, serviceFormPage(form, { site, service, typed, csrfToken: csrfTokenOf(reply) }), status);
}

/** The page of a form of a service. */
export function serviceFormPage<Value>(
  form: ServiceForm<Value>,
  {
    site,
    service,
    typed,
    csrfToken,
  }: {
    readonly site: Pick<ServicesSite, 'words'>;
    readonly service: PublishedService;
    readonly typed: FormState;
    readonly csrfToken: string;
  },
): Page {
  const home = `/services/${service.serviceId}`;
  return {
    title: form.title,
    errors: typed.errors,
    backLink: { href: home, text: service.name },
    content: html`<span class="govuk-caption-l">${service.name}</span>
      <h1 class="govuk-heading-l">${form.title}</h1>
      ${postForm({
        action: `${home}/${form.name}`,
        csrfToken,
        content: html`${form.fields(typed, service, site)}
          <div class="govuk-button-group">${govukButton({ text: form.button, preventDoubleClick: true })} <a class="govuk-link" href="${home}">Cancel</a></div>`,
      })}`,
  };
}
