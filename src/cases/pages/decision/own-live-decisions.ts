import { isOpenTo, type Scheme } from '../../../schemes/index.ts';
import type { RecordedDecision } from '../../../triage/index.ts';
import type { CaseRecord } from '../../domain/case-state.ts';
import type { CaseSite } from '../case-site.ts';
import { decidingOrder } from './order.ts';

/** The decisions on what the force of the case can offer, from eligible to not. */
export function ownLiveDecisions(site: CaseSite, record: CaseRecord): readonly RecordedDecision[] {
  return decidingOrder(record.decisions.filter((decision) => isOwnAndLive(site, record, decision)));
}

/** The others: not live, or of other forces. */
export function otherDecisions(site: CaseSite, record: CaseRecord): readonly RecordedDecision[] {
  return decidingOrder(record.decisions.filter((decision) => !isOwnAndLive(site, record, decision)));
}

/** The document of a decision's scheme as it is now; undefined where it has left the catalogue. */
export function schemeOf(site: CaseSite, scheme: string): Scheme | undefined {
  return site.work.catalogue.schemes.find(({ id }) => id === scheme);
}

function isOwnAndLive(site: CaseSite, { force }: CaseRecord, { scheme, standing }: RecordedDecision): boolean {
  const document = schemeOf(site, scheme);
  return standing === 'live' && (document === undefined || isOpenTo(force, document));
}
