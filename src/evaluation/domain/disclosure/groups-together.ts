import { EVERYBODY, type Figure } from '../measured.ts';
import type { AllDisclosed, Disclosed, Disclosure } from './disclosed.ts';

type ShownFigure = AllDisclosed<Figure<number | null>>;

/** What stands for the groups of a line that are hidden one by one. */
const TOGETHER = 'groups hidden above, together';

/**
 * The figures, and for each line of which several groups are hidden one more, of these groups together: the coarser table
 * in place of the one that was taken. It is what all have beside the groups that are shown, and tells no more than they do.
 */
export function groupsTogether(figures: readonly ShownFigure[], disclosure: Disclosure): readonly ShownFigure[] {
  const added = [...Map.groupBy(figures, ({ what }) => what).values()].flatMap((line) => togetherOf(line, disclosure));
  return [...figures, ...added];
}

function togetherOf(line: readonly ShownFigure[], disclosure: Disclosure): ShownFigure[] {
  const all = line.find(({ of }) => of === EVERYBODY);
  const groups = line.filter(({ of }) => of !== EVERYBODY);
  const shown = groups.filter(({ n, count }) => n !== null && count !== null);
  const isLine = all?.unit === 'proportion' && disclosure.form === 'hidden';
  if (!isLine || groups.length - shown.length < 2) return [];
  const left = (part: 'n' | 'count') => leftOf(all[part], shown, part);
  const [n, count] = [left('n'), left('count')];
  if (n === null || count === null || n <= 0 || count < 0) return [];
  const value = disclosure.rounded(count / n, 'share');
  const counts = { n: disclosure.set(n), count: disclosure.set(count), value };
  return [{ ...all, ...counts, of: TOGETHER, low: null, high: null, why: 'one by one they are hidden' }];
}

function leftOf(all: Disclosed | null, shown: readonly ShownFigure[], part: 'n' | 'count'): number | null {
  return all === null ? null : shown.reduce((sum, figure) => sum - (figure[part] ?? 0), Number(all));
}
