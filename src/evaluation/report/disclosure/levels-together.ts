import { MOST_LEVELS } from '../../designs/baseline.ts';
import type { BaselineRow, Flow } from '../../designs/design-result.ts';
import type { AllDisclosed, Disclosed, Disclosure } from '../../domain/disclosure/disclosed.ts';

type ShownRow = AllDisclosed<BaselineRow<number | null>>;
interface Row {
  readonly found: BaselineRow;
  readonly shown: ShownRow;
}

/** What stands for levels that are hidden one by one. */
const TOGETHER = 'hidden above, together';

/**
 * The rows, and for each characteristic of which several levels are hidden one more, of these levels together: the coarser
 * table in place of the one that was taken. It is what a side has beside the levels that are shown, and tells no more.
 */
export function levelsTogether(
  rows: readonly Row[],
  flow: Flow<Disclosed | null>,
  disclosure: Disclosure,
): readonly ShownRow[] {
  return [...Map.groupBy(rows, ({ found }) => found.characteristic).values()].flatMap((own) => {
    const [first] = own;
    const hidden = own.filter(({ shown }) => shown.groups.some(({ count }) => count === null));
    const isDivided = first !== undefined && first.found.level !== null;
    const shown = own.map((row) => row.shown);
    if (!isDivided || disclosure.form !== 'hidden' || hidden.length < 2) return shown;
    const [one, other] = ([0, 1] as const).map((side) => togetherOf({ own, hidden, side }, flow, disclosure));
    if (!one || !other) return shown;
    return [...shown, { ...first.shown, level: TOGETHER, groups: [one, other] as const, standardisedDifference: null }];
  });
}

interface Levels {
  readonly own: readonly Row[];
  readonly hidden: readonly Row[];
  readonly side: 0 | 1;
}

/**
 * Null where the levels do not make up all of a side, or what they make up is not shown: told by a level that is shown,
 * as nothing of what is hidden may decide what stands here.
 */
function togetherOf({ own, hidden, side }: Levels, { sides }: Flow<Disclosed | null>, disclosure: Disclosure) {
  const shown = own.filter((row) => !hidden.includes(row));
  const sizes = shown.flatMap(({ found }) => {
    const { count, value } = found.groups[side];
    return count === null || !value ? [] : [Math.round(count / value)];
  });
  const { n, compared } = sides[side];
  const whole = [n, compared].find((count) => count === sizes[0]);
  if (whole === undefined || whole === null || own.length >= MOST_LEVELS) return null;
  const left = shown.reduce((sum, row) => sum - (row.shown.groups[side].count ?? 0), Number(whole));
  return { count: disclosure.set(left), value: disclosure.rounded(left / whole, 'share') };
}
