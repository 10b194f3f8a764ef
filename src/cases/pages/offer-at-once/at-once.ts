import type { PlacesFor } from '../../../providers/domain/index.ts';
import type { Service } from '../../../providers/index.ts';
import { hasActivity, type Scheme } from '../../../schemes/index.ts';
import { factsOfDraft, type ReadyToOffer, type TriageView } from '../../../triage/index.ts';
import type { FormState } from '../../../web/markup/index.ts';
import { isAdult } from '../../domain/known-facts.ts';
import type { CaseSite } from '../case-site.ts';

/** What the page of an offer at the end of a triage is drawn from and read with. */
export interface AtOnce extends FormState {
  readonly site: CaseSite;
  readonly view: TriageView;
  readonly ready: ReadyToOffer;
  readonly scheme: Scheme;
  /** Those that take people of this force for this scheme. */
  readonly services: readonly Service[];
  /** The next places that the person could take, one of which is booked with the referral. */
  readonly places: PlacesFor;
}

type Of<Member extends keyof AtOnce> = Pick<AtOnce, Member>;

/** What is asked of the person beside the two consents, once they were told: each a fact of the triage. */
export function factsAsked({ ready: { asks } }: Of<'ready'>): readonly string[] {
  return asks.filter((fact) => fact !== 'consents');
}

/** Until the person is known to be 18 or over, they may be a child. */
export function mayBeChild({ site, view }: Of<'site' | 'view'>): boolean {
  return !isAdult(factsOfDraft(site.work.catalogue.vocabulary, view.draft).values);
}

/** Whether the scheme leaves something to the officer. */
export function isToJudge({ ready: { ifAgreed } }: Of<'ready'>): boolean {
  return ifAgreed.verdict === 'needs-discretion';
}

/** Whether a page of its own comes before the referral: an agreement to sign, or a place to book with it. */
export function comesFirst(offer: Of<'scheme' | 'places'>): 'agreement' | 'place' | null {
  if (offer.scheme.pathway.agreement !== null) return 'agreement';
  return hasActivity(offer.scheme) && offer.places.places.length > 0 ? 'place' : null;
}

/** Whether the referral follows at once. */
export function isReferredAtOnce(offer: Of<'scheme' | 'services' | 'places'>): boolean {
  return comesFirst(offer) === null && hasActivity(offer.scheme) && offer.services.length > 0;
}

/** Whether somebody must say which service: of one alone nobody need. */
export function asksWhichService(offer: Of<'scheme' | 'services' | 'places'>): boolean {
  return isReferredAtOnce(offer) && offer.services.length > 1;
}

export function hasName({ view: { draft } }: Of<'view'>): boolean {
  return (draft.person?.name ?? '').trim() !== '';
}
