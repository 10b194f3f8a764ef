import { placesFor, type Need, type PlacesFor } from '../../providers/domain/index.ts';
import { ageOn, NOBODY, type Person } from '../../triage/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import type { Instant } from '../domain/author.ts';
import { recordOf, type CaseState } from '../domain/case-state.ts';
import { presentValueOf } from '../domain/facts/index.ts';
import type { CaseFile, CaseTransaction, ServicesInReach } from '../store/case-store.ts';

/** The services of the force with their next times, as of a moment. */
export interface Reach extends ServicesInReach {
  readonly at: Instant;
}

/** Of a case: all that the next places for its person are worked out from. */
export interface PlacesSought {
  readonly file: Pick<CaseFile, 'person'>;
  readonly state: CaseState;
  readonly reach: Reach;
}

/** The stages at which somebody may look for a place: before the offer, and until the provider has answered. */
export async function reachAt(cases: CaseTransaction, state: CaseState, now: Date): Promise<Reach> {
  const at = now.toISOString();
  const isLookedFor = ['triaged', 'offered', 'accepted', 'sent-back', 'referred'].includes(state.status);
  if (!isLookedFor) return { services: [], times: [], at };
  return { ...(await cases.servicesInReach({ force: recordOf(state).force, from: at })), at };
}

/**
 * The next places that the person of a case could take under a scheme, and why its other services have none. Of a person
 * who is referred already, at the one service that they are referred to.
 */
export function nextPlaces({ file: { person }, state, reach }: PlacesSought, scheme: string): PlacesFor {
  const only = state.status === 'referred' ? state.referral.serviceId : null;
  const record = recordOf(state);
  const known = (fact: string) => presentValueOf(record, fact);
  const services = reach.services.filter(
    (service) => service.scheme === scheme && (only === null || service.serviceId === only),
  );
  return placesFor({ need: needOf(person, known, reach.at), services, times: reach.times, now: reach.at });
}

/** The same of somebody whose case is not open yet, by the facts of their triage. */
export function nextPlacesInTriage(
  person: Person | null,
  facts: Readonly<Record<string, unknown>>,
  { reach, scheme }: { readonly reach: Reach; readonly scheme: string },
): PlacesFor {
  const services = reach.services.filter((service) => service.scheme === scheme);
  const need = needOf(person ?? NOBODY, (fact) => facts[fact], reach.at);
  return placesFor({ need, services, times: reach.times, now: reach.at });
}

type Known = (fact: string) => unknown;

/**
 * Where the person lives, and whether they need to come without steps, is nowhere recorded yet and so not known. `near` is
 * the council area where the offence was, which pages say.
 */
function needOf({ bornOn, language, interpreterNeeded }: Person, known: Known, at: Instant): Need {
  const near = known('offence-local-authority');
  return {
    age: bornOn === null ? ageAmong(known) : ageOn(bornOn, londonDayOf(new Date(at))),
    livesIn: null,
    near: typeof near === 'string' ? near : null,
    language,
    interpreterNeeded,
    needsStepFree: null,
  };
}

function ageAmong(known: Known): number | null {
  const age = known('age-today') ?? known('age');
  return typeof age === 'number' ? age : null;
}
