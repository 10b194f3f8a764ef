import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cookieName, cookieOptions } from './cookies.ts';
import type { Notice } from '../markup/index.ts';

const COOKIE = 'notice';

/** The cookie is signed, so it is one of ours; it may be of an earlier version, whose notice is then not shown. */
const noticeSchema: z.ZodType<Notice> = z.object({ kind: z.enum(['success', 'information']), text: z.string() });

/** Post/Redirect/Get: sends the browser to a page with GET, which shows the notice once. */
export function redirectWithNotice(reply: FastifyReply, url: string, notice: Notice): FastifyReply {
  const { server } = reply.request;
  reply.setCookie(cookieName(server, COOKIE), JSON.stringify(notice), { ...cookieOptions(server), signed: true });
  return seeOther(reply, url);
}

/** Post/Redirect/Get without a word. */
export function seeOther(reply: FastifyReply, url: string): FastifyReply {
  return reply.redirect(url, 303);
}

/** The notice waiting for this browser, taken so that it is shown once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | null {
  const name = cookieName(request.server, COOKIE);
  const sent = request.cookies[name];
  if (sent === undefined) return null;
  reply.clearCookie(name, cookieOptions(request.server));
  const { valid, value } = request.unsignCookie(sent);
  return valid && value !== null ? (noticeSchema.safeParse(JSON.parse(value)).data ?? null) : null;
}
