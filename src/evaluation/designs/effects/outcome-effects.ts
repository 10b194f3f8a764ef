import { ok, refuse, type Result } from '../../../shared/result.ts';
import type { Outcome } from '../../domain/plan/plan-document.ts';
import type { ComparedGroup, EffectScale, Finding, FindingRole } from '../finding.ts';
import type { OutcomeValues } from '../outcome-values.ts';
import { count, sentence, setNumber, type Sentence } from '../../domain/disclosure/sentence.ts';
import { peopleOf, sidesOf, type ComparedRows, type FoundEffect } from './compared-rows.ts';
import { differenceEffect } from './difference-effect.ts';
import { withoutLoneStrata } from './lone-strata.ts';
import { hazardRatioEffect, rateRatioEffect } from './ratio-effect.ts';

/** On fewer people than this on a side nothing is estimated. */
const FEWEST_PEOPLE = 10;

type Kind = OutcomeValues['kind'];

/** The scale on which an outcome of each kind is compared first, and those that stand beside it. */
export const SCALES: { readonly [kind in Kind]: readonly [EffectScale, ...EffectScale[]] } = {
  happened: ['risk-difference', 'risk-ratio'],
  time: ['hazard-ratio', 'risk-difference'],
  count: ['mean-difference', 'rate-ratio'],
  amount: ['mean-difference'],
};

/** The effect on one scale, or why the data can't carry it, in words. */
export function effectOn(scale: EffectScale, given: ComparedRows): Result<FoundEffect, Sentence> {
  const within = withoutLoneStrata(given);
  if (!within.ok) return within;
  const { rows, notes } = within.value;
  const found = effectWithinStrata(scale, rows);
  return found.ok && notes.length > 0 ? ok({ ...found.value, notes: [...notes, ...found.value.notes] }) : found;
}

function effectWithinStrata(scale: EffectScale, rows: ComparedRows): Result<FoundEffect, Sentence> {
  const { withScheme, without } = sidesOf(rows);
  const fewest = Math.min(withScheme.n, without.n);
  if (fewest < FEWEST_PEOPLE) {
    return refuse(
      sentence`Only ${count(fewest)} are left on one side; with fewer than ${setNumber(FEWEST_PEOPLE)} nothing is estimated.`,
    );
  }
  switch (scale) {
    case 'risk-difference':
      return differenceEffect(rows, 'risk');
    case 'mean-difference':
      return differenceEffect(rows, 'mean');
    case 'risk-ratio':
      return rateRatioEffect(rows, 'risk');
    case 'rate-ratio':
      return rateRatioEffect(rows, 'rate');
    case 'hazard-ratio':
      return hazardRatioEffect(rows);
  }
}

export interface FindingTask {
  readonly id: string;
  readonly role: FindingRole;
  readonly label: string;
  readonly outcome: Outcome;
  readonly kind: Kind;
  readonly scale: EffectScale;
  readonly rows: ComparedRows;
  readonly names: readonly [string, string];
  readonly notes?: readonly Sentence[];
}

/** One finding: the two sides as they were observed, and the effect on a scale. */
export function findingOn(task: FindingTask): Finding {
  return findingFrom(task, effectOn(task.scale, task.rows));
}

/** The same, of an effect that was found in another way. */
export function findingFrom(task: FindingTask, found: Result<FoundEffect, Sentence>): Finding {
  const { id, role, label, outcome, scale, rows, names, kind, notes = [] } = task;
  return {
    id,
    role,
    label,
    outcome,
    scale,
    estimate: found.ok ? found.value.estimate : null,
    adjustedP: null,
    groups: groupsOf(rows, { names, kind }),
    method: found.ok ? found.value.method : sentence``,
    notes: [...notes, ...repeated(rows), ...(found.ok ? found.value.notes : [])],
    refusal: found.ok ? null : found.refusal,
  };
}

function repeated(rows: ComparedRows): Sentence[] {
  const { withScheme, without } = peopleOf(rows);
  if (withScheme.n + without.n === rows.treated.length) return [];
  return [sentence`Counts are of people, each once; shares weigh each as often as they are compared`];
}

/**
 * The two sides of a comparison as they were observed. Counts are of people, each once; a share or mean is of the rows
 * compared, in which somebody may stand for several.
 */
function groupsOf(
  rows: ComparedRows,
  { names, kind }: { readonly names: readonly [string, string]; readonly kind: Kind },
): readonly [ComparedGroup, ComparedGroup] {
  const { withScheme, without } = sidesOf(rows);
  const people = peopleOf(rows);
  const group = (name: string, counted: typeof people.without, { n, sum }: typeof withScheme): ComparedGroup => ({
    name,
    n: counted.n,
    events: kind === 'happened' || kind === 'time' ? counted.events : null,
    value: n === 0 ? null : sum / n,
  });
  return [group(names[0], people.withScheme, withScheme), group(names[1], people.without, without)];
}
