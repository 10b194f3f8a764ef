import type { BaselineRow, Curve, Curves, Flow, FlowSide, SubgroupTest } from '../../designs/design-result.ts';
import type { DisproportionalityPicture } from '../../designs/disproportionality-picture.ts';
import type { ComparedGroup, Finding } from '../../designs/finding.ts';
import { disclosedMeasures } from '../../domain/disclosure/disclose.ts';
import type { Disclosed, Disclosure } from '../../domain/disclosure/disclosed.ts';
import { sentenceFor, sentencesFor } from '../../domain/disclosure/sentence.ts';
import type { BoardEvaluation, FoundEvaluation } from '../evaluation.ts';
import { idWords } from '../words/numbers.ts';
import { cells } from './cells.ts';
import { hiddenInEvaluation, type Hidden } from './hidden-in-evaluation.ts';

type Shown = Disclosed | null;

/**
 * An evaluation as a board may see it: no count from 1 to 4, none from which one could be worked out, and no number made
 * with either. Every count gets in through the disclosure, and nothing else fits the type. What would tell small counts
 * by the difference of two tables is not shown at all: how far each side went (the measures say it), who is in each
 * sensitivity analysis, and every step of a curve.
 */
export function forBoards(found: FoundEvaluation, hidden: Hidden = hiddenInEvaluation(found)): BoardEvaluation {
  const { result: disclosure } = hidden;
  const { result, disproportionality } = found;
  const sidesAreHidden = disclosure.hides(cells.side(0), cells.side(1));
  const hiddenLevels = new Set(
    result.baseline.flatMap((row, at) => (isHiddenRow(at, disclosure) ? levelName(row) : [])),
  );
  return {
    ...found,
    audience: 'board',
    // A side of which the whole is hidden must not be told by its measures, which are of the same people.
    measures: sidesAreHidden ? [] : disclosedMeasures(found.measures, hidden.measures),
    disproportionality:
      sidesAreHidden || disproportionality === null ? null : shownPicture(disproportionality, disclosure),
    result: {
      ...result,
      baseline: result.baseline.map((row, at) => shownRow(row, at, disclosure)),
      flow: shownFlow(result.flow, disclosure),
      findings: result.findings.map((finding) => shownFinding(finding, disclosure)),
      subgroupTests: result.subgroupTests.map(shownTest),
      balance: result.balance?.filter(({ name }) => !hiddenLevels.has(name)) ?? null,
      curves: result.curves === null ? null : shownCurves(result.curves, disclosure),
      warnings: [...sentencesFor('board', result.warnings), ...(sidesAreHidden ? [LEFT_OUT] : [])],
    },
  };
}

const LEFT_OUT =
  'The measures, and who came to the scheme, are left out: with them a count from 1 to 4 could be worked out.';

function shownFlow({ inData, excluded, studied, sides }: Flow, disclosure: Disclosure): Flow<Shown> {
  const side = (at: 0 | 1): FlowSide<Shown> => {
    const { name, n, lost, compared } = sides[at];
    return {
      name,
      n: disclosure.shown(n, cells.side(at)),
      stages: [],
      lost: lost.map((one, place) => ({ ...one, n: disclosure.shown(one.n, cells.lost(at, place)) })),
      compared: disclosure.shown(compared, cells.compared(at)),
    };
  };
  return {
    inData: disclosure.shown(inData, cells.data),
    excluded: excluded.map((one, at) => ({ ...one, n: disclosure.shown(one.n, cells.excluded(at)) })),
    studied: disclosure.shown(studied, cells.studied),
    sides: [side(0), side(1)],
  };
}

function isHiddenRow(at: number, disclosure: Disclosure): boolean {
  return [0, 1].some((side) => disclosure.hides(cells.level(side, at), cells.rest(cells.level(side, at))));
}

/** As the table of balance names it. */
function levelName({ characteristic, level }: BaselineRow): string[] {
  return level === null ? [] : [idWords(`${characteristic}: ${level}`)];
}

function shownRow(row: BaselineRow, at: number, disclosure: Disclosure): BaselineRow<Shown> {
  const made = [0, 1].flatMap((side) => [cells.level(side, at), cells.rest(cells.level(side, at))]);
  const cell = (side: 0 | 1) => ({
    count: disclosure.shown(row.groups[side].count, ...made),
    value: disclosure.shown(row.groups[side].value, ...made),
  });
  return {
    ...row,
    groups: [cell(0), cell(1)],
    standardisedDifference: disclosure.shown(row.standardisedDifference, ...made),
  };
}

const WHY_HIDDEN = 'Hidden, as a count from 1 to 4 could be worked out from it.';

function shownFinding(finding: Finding, disclosure: Disclosure): Finding<string, Shown> {
  const none = ({ name }: ComparedGroup): ComparedGroup<Shown> => ({ name, n: null, events: null, value: null });
  const [one, other] = finding.groups;
  const bare = { ...finding, groups: [none(one), none(other)] as const };
  const made = cells.ofFinding(finding);
  if (finding.role !== 'sensitivity' && disclosure.hides(...made)) {
    return { ...bare, estimate: null, adjustedP: null, method: '', notes: [], refusal: WHY_HIDDEN };
  }
  const words = {
    method: sentenceFor('board', finding.method),
    notes: sentencesFor('board', finding.notes),
    refusal: finding.refusal === null ? null : sentenceFor('board', finding.refusal),
  };
  if (finding.role === 'sensitivity') return { ...bare, ...words };
  const group = ({ name, n, events, value }: ComparedGroup): ComparedGroup<Shown> => ({
    name,
    n: disclosure.shown(n, ...made),
    events: disclosure.shown(events, ...made),
    value: disclosure.shown(value, ...made),
  });
  return { ...finding, ...words, groups: [group(one), group(other)] };
}

function shownTest({ why, ...test }: SubgroupTest): SubgroupTest<string> {
  return { ...test, why: why === null ? null : sentenceFor('board', why) };
}

/** Only the points that may be shown, joined by straight lines. */
function shownCurves({ groups, method, ...curves }: Curves, disclosure: Disclosure): Curves<Shown> | null {
  if (disclosure.hides(cells.curve(0), cells.curve(1))) return null;
  const side = (at: 0 | 1): Curve<Shown> => {
    const { name, n, atRisk } = groups[at];
    const points = atRisk.flatMap(({ day, n, share }, place) => {
      const shown = disclosure.shown(n, cells.atRisk(at, place));
      return shown === null ? [] : [{ day, n: shown, share: disclosure.shown(share, cells.atRisk(at, place)) }];
    });
    return {
      name,
      n: disclosure.shown(n, cells.curve(at)),
      days: points.map(({ day }) => day),
      share: points.map(({ share }) => share ?? 0),
      low: null,
      high: null,
      atRisk: points,
    };
  };
  return { ...curves, groups: [side(0), side(1)], method: `${method}; shown only at these months` };
}

/** Only the points that may be shown. */
function shownPicture(
  { what, funnel }: DisproportionalityPicture,
  disclosure: Disclosure,
): DisproportionalityPicture<Disclosed> {
  const points = funnel.points.flatMap((point) => {
    const [size, count] = (['size', 'count'] as const).map((part) => cells.funnel(point.name, part));
    const made = [size, count, cells.rest(count ?? '')].filter((cell) => cell !== undefined);
    const [shownSize, shownCount] = [disclosure.shown(point.size, ...made), disclosure.shown(point.count, ...made)];
    return shownSize === null || shownCount === null ? [] : [{ ...point, size: shownSize, count: shownCount }];
  });
  return { what, funnel: { ...funnel, points } };
}
