import type { CaseActor } from '../../access/index.ts';
import { momentWords } from '../../providers/index.ts';
import { refuse, type Result } from '../../shared/result.ts';
import { refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import type { CaseWork } from './case-work.ts';
import { NoPlaceLeft } from './followers/hold-places.ts';
import { nextPlaces } from './next-places.ts';
import type { CommandRecorded } from './requested-command.ts';
import { readCase } from './show-case.ts';

/**
 * Does what may find that the last place has just been taken. That undoes all of it; then whoever booked is told so, with
 * the next place that is still free.
 */
export async function sayingNextPlace<Done extends Result<CommandRecorded, CaseRefusal> | null>(
  work: CaseWork,
  actor: CaseActor,
  caseId: string,
  act: () => Promise<Done>,
): Promise<Done | Result<CommandRecorded, CaseRefusal>> {
  try {
    const done = await act();
    if (done === null || done.ok || done.refusal.code !== 'place-not-free') return done;
  } catch (fault) {
    if (!(fault instanceof NoPlaceLeft)) throw fault;
  }
  return refuse(refusalOf('place-not-free', await nextInWords(work, actor, caseId)));
}

/** Null for a provider, who sees its own times. */
async function nextInWords(work: CaseWork, actor: CaseActor, caseId: string): Promise<string | null> {
  const read = await readCase(work, actor, caseId);
  if (!read.ok || read.value.for !== 'police' || !('offer' in read.value.state)) return null;
  const [next] = nextPlaces(read.value, read.value.state.offer.scheme).places;
  if (next === undefined) return 'No other place is free.';
  return `The next one free is ${momentWords(next.time.startsAt)}, ${next.service.organisationName}, ${next.service.name}.`;
}
