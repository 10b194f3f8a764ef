import { freePlacesOf, type Particulars, type PublishedService, type ServiceTime } from './particulars.ts';
import { whomItTakes, type AskFirst, type Need, type NotTakenBecause } from './whom-it-takes.ts';

/**
 * How near a place is, by lists of areas and never by distance, which nobody knows: in the council area looked near to,
 * elsewhere in the force, or nowhere to travel to (online, by telephone).
 */
export type Nearness = 'near-council' | 'in-the-force' | 'no-travel';

/** A place that a person could take. */
export interface Place {
  readonly service: PublishedService;
  readonly particulars: Particulars;
  readonly time: ServiceTime;
  readonly free: number;
  readonly nearness: Nearness;
  readonly askFirst: readonly AskFirst[];
}

/** Why a service has no place for somebody. */
export type NoPlaceBecause =
  | NotTakenBecause
  | { readonly is: 'nothing-published' }
  | { readonly is: 'no-times' }
  | { readonly is: 'full' }
  | { readonly is: 'closed'; readonly because: string };

export interface PlacesFor {
  /** Nearest first; of those as near the soonest. */
  readonly places: readonly Place[];
  /** The services without one, with every reason. */
  readonly without: readonly { readonly service: PublishedService; readonly because: readonly NoPlaceBecause[] }[];
}

export interface PlacesAsked {
  readonly need: Need;
  readonly services: readonly PublishedService[];
  readonly times: readonly ServiceTime[];
  /** ISO 8601 in UTC: what has begun is no place any more. */
  readonly now: string;
}

/** The next places that a person could take, and why each other service has none. */
export function placesFor({ need, services, times, now }: PlacesAsked): PlacesFor {
  const toCome = Map.groupBy(
    times.filter(({ startsAt }) => startsAt > now),
    ({ serviceId }) => serviceId,
  );
  const places: Place[] = [];
  const without: PlacesFor['without'][number][] = [];
  for (const service of services) {
    const answer = ofService(service, toCome.get(service.serviceId) ?? [], need);
    if (answer.places.length > 0) places.push(...answer.places);
    else without.push({ service, because: answer.because });
  }
  return { places: places.sort(nearestFirst), without };
}

function ofService(
  service: PublishedService,
  times: readonly ServiceTime[],
  need: Need,
): { readonly places: readonly Place[]; readonly because: readonly NoPlaceBecause[] } {
  const { particulars } = service;
  if (particulars === null) return { places: [], because: [{ is: 'nothing-published' }] };
  const { against, askFirst } = whomItTakes(particulars, need);
  if (against.length > 0) return { places: [], because: against };
  const nearness = nearnessOf(particulars, need);
  const places = times
    .map((time) => ({ service, particulars, time, free: freePlacesOf(time), nearness, askFirst }))
    .filter(({ free }) => free > 0);
  return { places, because: places.length > 0 ? [] : [whyNone(times)] };
}

function nearnessOf({ mode, council }: Particulars, need: Need): Nearness {
  if (mode !== 'in-person') return 'no-travel';
  return council !== null && council === need.near ? 'near-council' : 'in-the-force';
}

function whyNone(times: readonly ServiceTime[]): NoPlaceBecause {
  const [first] = times;
  if (first === undefined) return { is: 'no-times' };
  const open = times.filter(({ closedBecause }) => closedBecause === null);
  return open.length > 0 ? { is: 'full' } : { is: 'closed', because: first.closedBecause ?? '' };
}

const NEAREST: readonly Nearness[] = ['near-council', 'in-the-force', 'no-travel'];

function nearestFirst(one: Place, other: Place): number {
  return (
    NEAREST.indexOf(one.nearness) - NEAREST.indexOf(other.nearness) ||
    one.time.startsAt.localeCompare(other.time.startsAt) ||
    one.service.name.localeCompare(other.service.name) ||
    one.time.timeId.localeCompare(other.time.timeId)
  );
}
