import type { RouteAccess } from './route-access.ts';

/** An answered request, as far as the audit record is concerned with it. */
export interface Answered {
  readonly method: string;
  /** The route, as `/triages/:triageId`. */
  readonly page: string;
  readonly access: RouteAccess;
  readonly status: number;
  /** What stands in the address under the names of the route. */
  readonly parts: Readonly<Record<string, string>>;
  /** What stands after the `?`. */
  readonly asked: Readonly<Record<string, string>>;
  /** The cases that the page listed. */
  readonly listed: readonly string[];
}

/** What is entered of it. */
export interface Look {
  readonly action: 'page-shown' | 'page-refused' | 'form-sent';
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a page is about, by the part of its address that names it. */
const NAMED = [
  { within: '/cases/', part: 'caseId', kind: 'case' },
  { within: '/triages/', part: 'triageId', kind: 'triage' },
  { within: '/evaluations/', part: 'id', kind: 'evaluation' },
] as const;

/** `3F2A-91BC`, as cases are called. */
const REFERENCE = /^[0-9a-f]{4}-[0-9a-f]{4}$/i;

/** Forms that lead on where their use-case has made its own entry: of a triage that is begun, and of the case that one opens. */
const ENTERED: ReadonlySet<string> = new Set(['/triages/new', '/triages/:triageId/finish']);

/**
 * The one entry that a request leaves: a page shown, a form sent, or a refusal. Null where nothing was seen (an answer that
 * only leads on, a page for everybody), and where the use-case has made its own entry in the record of the case or the
 * evaluation.
 */
export function lookOf(answered: Answered): Look | null {
  const { method, page, access, status, parts } = answered;
  const subject = subjectOf(page, parts);
  if (status === 403 || status === 404) return { action: 'page-refused', subject, details: { method, page, status } };
  if (status >= 500 || access === 'open' || access === 'signed-in') return null;
  if ('caseId' in parts || ('id' in parts && page.startsWith('/evaluations/'))) return null;
  const isRead = method === 'GET' || method === 'HEAD';
  if (status >= 300 && status < 400) {
    return isRead || ENTERED.has(page) ? null : { action: 'form-sent', subject, details: { page, status } };
  }
  return { action: 'page-shown', subject, details: { method, page, status, ...detailsOf(answered) } };
}

function subjectOf(page: string, parts: Answered['parts']): string {
  const named = NAMED.find(({ within }) => page.startsWith(within));
  if (named === undefined) return `page:${page}`;
  const id = String(parts[named.part]);
  // Anything else that was typed into an address may be a name.
  return ID.test(id) ? `${named.kind}:${id.toLowerCase()}` : `page:${page}`;
}

/**
 * What a list was asked for. A reference is entered as it was typed; of anything else, which may be a name, only that there
 * was something: a name could never be taken out of the record again. Which cases were shown is entered either way.
 */
function detailsOf({ asked, listed }: Answered): Readonly<Record<string, unknown>> {
  const search = (asked['search'] ?? asked['reference'])?.trim() ?? '';
  const isReference = REFERENCE.test(search);
  const narrowedBy = ['who', 'reference', 'day', 'action'].filter((name) => asked[name]);
  return {
    ...(asked['list'] && /^[a-z-]{1,40}$/.test(asked['list']) && { list: asked['list'] }),
    ...(asked['page'] && /^\d{1,9}$/.test(asked['page']) && { number: Number(asked['page']) }),
    ...(search !== '' && { searched: isReference ? 'reference' : 'words' }),
    ...(isReference && { reference: search.toUpperCase() }),
    ...(listed.length > 0 && { listed }),
    ...(narrowedBy.length > 0 && { narrowedBy }),
  };
}
