import { parseCalendarDay } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Actor } from '../domain/actor.ts';
import { may } from '../domain/may.ts';

/** One entry, as an information officer reads it. */
export interface AuditLine {
  readonly at: Date;
  readonly action: string;
  /** Null where nobody was signed in. */
  readonly who: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly subject: string;
  /** Of a case of their force. */
  readonly caseReference: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the entries are narrowed to; null where not. */
export interface AuditFilter {
  /** Part of the name of whoever looked. */
  readonly who: string | null;
  readonly reference: string | null;
  /** A day in London, as `2026-03-01`. */
  readonly day: string | null;
  readonly action: string | null;
}

/** The audit record of a force, the newest entry first. */
export interface AuditOfForce {
  entries(
    actor: Actor,
    asked: AuditFilter & { readonly limit: number; readonly skip: number },
  ): Promise<readonly AuditLine[]>;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  readonly page: number;
  readonly hasMore: boolean;
  /** There is more, and no page shows it. */
  readonly isCut: boolean;
}

const PAGE_SIZE = 50;
/** No deeper: what is skipped is read. Assumed: whoever looks for more narrows it to a day. */
const MOST_PAGES = 100;

/** A page of the audit record of somebody's force. That they read it is entered as every page is. */
export async function readAudit(
  audit: AuditOfForce,
  actor: Actor,
  { page: asked, ...filter }: AuditFilter & { readonly page: number },
): Promise<Result<AuditPage, { readonly code: 'not-your-role' }>> {
  if (!may(actor, 'read-audit')) return refuse({ code: 'not-your-role' });
  const page = Math.min(asked, MOST_PAGES);
  const found = await audit.entries(actor, { ...filter, limit: PAGE_SIZE + 1, skip: (page - 1) * PAGE_SIZE });
  const isMore = found.length > PAGE_SIZE;
  return ok({
    lines: found.slice(0, PAGE_SIZE),
    page,
    hasMore: isMore && page < MOST_PAGES,
    isCut: isMore && page === MOST_PAGES,
  });
}

/** The filter that was typed: what is empty narrows nothing, and a day that is none is said to be. */
export function auditFilterOf(typed: Readonly<Record<keyof AuditFilter, string>>): {
  readonly filter: AuditFilter;
  readonly dayIsWrong: boolean;
} {
  const typedOrNull = (text: string): string | null => text.trim() || null;
  const day = typedOrNull(typed.day);
  const dayIsWrong = day !== null && parseCalendarDay(day) === null;
  return {
    filter: {
      who: typedOrNull(typed.who),
      reference: typedOrNull(typed.reference)?.toUpperCase() ?? null,
      day: dayIsWrong ? null : day,
      action: typedOrNull(typed.action),
    },
    dayIsWrong,
  };
}
