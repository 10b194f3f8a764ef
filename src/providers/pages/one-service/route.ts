import type { FastifyInstance, FastifyReply } from 'fastify';
import { parseCalendarDay, type CalendarDay } from '../../../shared/calendar-day.ts';
import { formatDay, formBodyOf, textOf } from '../../../web/markup/index.ts';
import { addressPart, csrfTokenOf, handlerOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { openDay } from '../../use-cases/close-day.ts';
import { showService } from '../../use-cases/show-services.ts';
import { answerRefusal, type ServicesSite, type ServicesVisit } from '../services-site.ts';
import { oneServicePage } from './page.ts';

export function addOneServiceRoutes(server: FastifyInstance, site: ServicesSite): void {
  const config = { address: { serviceId: 'id' }, access: 'publish-services' } as const;
  server.get('/services/:serviceId', { config }, handlerOf(site, show));
  server.post('/services/:serviceId/open-day', { config }, handlerOf(site, openAgain));
}

async function show(visit: ServicesVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const shown = await showService(site.work, actor, addressPart(request, 'serviceId'));
  if (shown.ok) return sendPage(reply, oneServicePage(site, shown.value, { csrfToken: csrfTokenOf(reply) }));
  return answerRefusal(visit, shown.refusal) ?? redirectWithNotice(reply, '/services', told(shown.refusal.says));
}

async function openAgain(visit: ServicesVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const serviceId = addressPart(request, 'serviceId');
  const home = `/services/${serviceId}`;
  const day = parseCalendarDay(textOf(formBodyOf(request.body), 'day'));
  const opened = await openDay(site.work, actor, { serviceId, day });
  if (opened.ok) return redirectWithNotice(reply, home, { kind: 'success', text: openedWords(day) });
  return answerRefusal(visit, opened.refusal) ?? redirectWithNotice(reply, home, told(opened.refusal.says));
}

function openedWords(day: CalendarDay | null): string {
  return day === null ? 'Open again' : `Open again on ${formatDay(day)}`;
}

function told(text: string) {
  return { kind: 'information', text } as const;
}
