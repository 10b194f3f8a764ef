import { londonDayOf } from '../../shared/calendar-day.ts';
import { isLiveOn } from '../domain/scheme-terms.ts';
import type { Scheme } from '../../schemes/index.ts';
import type { CaseTransaction } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';

/** The document of a version: the catalogue's while it is the newest, else the one kept with the decisions. */
export async function schemeOfVersion(work: CaseWork, cases: CaseTransaction, version: string): Promise<Scheme | null> {
  const newest = work.catalogue.schemes.find((scheme) => scheme.version === version);
  return newest ?? (await cases.schemes([version])).get(version) ?? null;
}

/** Whether a scheme is live today, by its newest document. */
export function isLiveToday(work: CaseWork, id: string): boolean {
  const newest = work.catalogue.schemes.find((scheme) => scheme.id === id);
  return newest !== undefined && isLiveOn(newest, londonDayOf(work.clock()));
}
