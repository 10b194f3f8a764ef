import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Notice } from '../markup/index.ts';

const COOKIE = 'waymark_notice';

/** The cookie is signed, so it is one of ours; it may be of an earlier version, whose notice is then not shown. */
const noticeSchema: z.ZodType<Notice> = z.object({ kind: z.enum(['success', 'information']), text: z.string() });

/** Post/Redirect/Get: sends the browser to a page with GET, which shows the notice once. */
export function redirectWithNotice(reply: FastifyReply, url: string, notice: Notice): FastifyReply {
  reply.setCookie(COOKIE, JSON.stringify(notice), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: 'auto',
    signed: true,
  });
  return seeOther(reply, url);
}

/** Post/Redirect/Get without a word. */
export function seeOther(reply: FastifyReply, url: string): FastifyReply {
  return reply.redirect(url, 303);
}

/** The notice waiting for this browser, taken so that it is shown once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | null {
  const sent = request.cookies[COOKIE];
  if (sent === undefined) return null;
  reply.clearCookie(COOKIE, { path: '/' });
  const { valid, value } = request.unsignCookie(sent);
  return valid && value !== null ? (noticeSchema.safeParse(JSON.parse(value)).data ?? null) : null;
}
