import type { ChangedVerdict } from '../case-event.ts';
import type { CaseRecord, CaseState, TurnedVerdict } from '../case-state.ts';

/**
 * The verdicts that stand turned after an amendment: what would now be decided, and which facts turned it. Each amendment
 * asks again for a confirmation: whoever gave the last one did not know of it.
 */
export function turnedVerdicts(
  { changedVerdicts }: CaseRecord,
  changed: readonly ChangedVerdict[],
  amended: readonly string[],
): readonly TurnedVerdict[] {
  return changed.map((verdict) => {
    const before = changedVerdicts.find(({ scheme }) => scheme === verdict.scheme);
    return { ...verdict, because: [...new Set([...(before?.because ?? []), ...amended])], isConfirmed: false };
  });
}

/** The record after somebody let the case go on under a scheme all the same. */
export function confirmedRecord(record: CaseRecord, scheme: string): CaseRecord {
  const changedVerdicts = record.changedVerdicts.map((turned) =>
    turned.scheme === scheme ? { ...turned, isConfirmed: true } : turned,
  );
  return { ...record, changedVerdicts };
}

/**
 * The turned verdict on which a case that is open and beyond the decision rests, and which nobody has confirmed: of the
 * scheme offered, unless the rules would now let the person in. Null where nothing has to be settled.
 */
export function unsettledVerdict(state: CaseState): TurnedVerdict | null {
  if (state.status === 'closed' || !('offer' in state)) return null;
  const { offer, record } = state;
  const turned = record.changedVerdicts.find(({ scheme }) => scheme === offer.scheme);
  return turned === undefined || turned.isConfirmed || turned.to === 'eligible' ? null : turned;
}
