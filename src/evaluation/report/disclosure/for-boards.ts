import type { BaselineRow, Curve, Curves, Flow, FlowSide, SubgroupTest } from '../../designs/design-result.ts';
import type { DisproportionalityPicture } from '../../designs/disproportionality-picture.ts';
import { nullOf, type ComparedGroup, type EffectScale, type Finding } from '../../designs/finding.ts';
import { disclosedMeasures, type BoardMeasure } from '../../domain/disclosure/disclose.ts';
import type { AllDisclosed, Disclosed, Disclosure } from '../../domain/disclosure/disclosed.ts';
import type { NumberKind } from '../../domain/disclosure/rounding.ts';
import { sentenceFor, sentencesFor } from '../../domain/disclosure/sentence.ts';
import { EVERYBODY } from '../../domain/measured.ts';
import type { BoardEvaluation, FoundEvaluation } from '../evaluation.ts';
import { idWords } from '../words/numbers.ts';
import { cells } from './cells.ts';
import { hiddenInEvaluation, type Hidden } from './hidden-in-evaluation.ts';
import { historyFor } from './history-for.ts';
import { levelsTogether } from './levels-together.ts';

type Shown = Disclosed | null;

/**
 * An evaluation as a board may see it: no count from 1 to 4, none from which one could be worked out, and no number made
 * with either; and every number rounded before anything is drawn or written of it. Each gets in through the disclosure,
 * and nothing else fits the type. What would tell small counts by the difference of two tables is not shown at all: how
 * far each side went (the measures say it), who is in each sensitivity analysis, every step of a curve, how many are
 * still followed (with those who reoffended they tell who died), and the hashes of data by which a guess could be tried.
 */
export function forBoards(
  found: FoundEvaluation,
  hidden: Hidden = hiddenInEvaluation(found, found.counts ?? 'hidden'),
): BoardEvaluation {
  const { result: disclosure } = hidden;
  const { result, disproportionality } = found;
  const sidesAreHidden = disclosure.hides(cells.side(0), cells.side(1));
  const hiddenLevels = new Set(
    result.baseline.flatMap((row, at) => (isHiddenRow(at, disclosure) ? levelName(row) : [])),
  );
  const measures = disclosedMeasures(found.measures, hidden.measures);
  const isDivided = isHiddenAmong(result.findings, disclosure, ({ role }) => role === 'by-force');
  const flow = shownFlow(result.flow, disclosure);
  return {
    ...found,
    data: found.data.map(({ name }) => ({ name, sha256: '' })),
    earlier: found.earlier.map(({ planHash }) => ({ planHash, data: [] })),
    history: historyFor('board', found.history),
    audience: 'board',
    counts: disclosure.form,
    // A side of which the whole is hidden must not be told by its measures, which are of the same people.
    measures: sidesAreHidden ? measures.flatMap((measure) => sharesAlone(measure, disclosure)) : measures,
    disproportionality:
      sidesAreHidden || disproportionality === null ? null : shownPicture(disproportionality, disclosure),
    result: {
      ...result,
      baseline: levelsTogether(
        result.baseline.map((found, at) => ({ found, shown: shownRow(found, at, disclosure) })),
        flow,
        disclosure,
      ),
      flow,
      // Deaths and holes by side are small counts that nothing else here hides.
      record: null,
      findings: shownFindings(result.findings, disclosure, isDivided),
      subgroupTests: shownTests(result.subgroupTests, result.findings, disclosure),
      balance:
        result.balance?.filter(({ name }) => !hiddenLevels.has(name)).map((row) => shownBalance(row, disclosure)) ??
        null,
      curves: result.curves === null ? null : shownCurves(result.curves, disclosure),
      // How forces differ hangs on every one of them.
      pooling:
        result.pooling === null || isDivided
          ? null
          : shownPooling(result.pooling, disclosure, primaryScale(result.findings)),
      warnings: [...sentencesFor('board', result.warnings), ...(sidesAreHidden ? [LEFT_OUT] : [])],
    },
  };
}

const LEFT_OUT =
  'The counts of the measures, and who came to the scheme, are left out: with them a count from 1 to 4 could be worked out. Shares of all stand in their place, in whole per cents.';

/** The coarser table: what is known of all together, as a share in whole per cents and without its counts. */
function sharesAlone(measure: BoardMeasure, disclosure: Disclosure): BoardMeasure[] {
  const figures = measure.figures.filter(
    ({ of, unit, value }) => of === EVERYBODY && unit === 'proportion' && value !== null,
  );
  if (figures.length === 0) return [];
  return [
    {
      ...measure,
      figures: figures.map((figure) => ({
        ...figure,
        n: null,
        count: null,
        value: figure.value === null ? null : disclosure.coarse(figure.value, 'share'),
        low: null,
        high: null,
        suppressed: true,
      })),
    },
  ];
}

function shownFlow({ inData, excluded, studied, sides }: Flow, disclosure: Disclosure): Flow<Shown> {
  const side = (at: 0 | 1): FlowSide<Shown> => {
    const { name, n, lost, compared } = sides[at];
    return {
      name,
      n: disclosure.count(n, cells.side(at)),
      stages: [],
      lost: lost.map((one, place) => ({ ...one, n: disclosure.count(one.n, cells.lost(at, place)) })),
      compared: disclosure.count(compared, cells.compared(at)),
    };
  };
  return {
    inData: disclosure.count(inData, cells.data),
    excluded: excluded.map((one, at) => ({ ...one, n: disclosure.count(one.n, cells.excluded(at)) })),
    studied: disclosure.count(studied, cells.studied),
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

function shownRow(row: BaselineRow, at: number, disclosure: Disclosure): AllDisclosed<BaselineRow<number | null>> {
  const made = [0, 1].flatMap((side) => [cells.level(side, at), cells.rest(cells.level(side, at))]);
  const kind = row.unit === 'share' ? 'share' : 'amount';
  const cell = (side: 0 | 1) => ({
    count: disclosure.count(row.groups[side].count, ...made),
    value: disclosure.number(row.groups[side].value, kind, ...made),
  });
  return {
    ...row,
    groups: [cell(0), cell(1)],
    standardisedDifference: disclosure.number(row.standardisedDifference, 'deviations', ...made),
  };
}

type Balance = { readonly name: string; readonly before: number | null; readonly after: number | null };

function shownBalance({ name, before, after }: Balance, disclosure: Disclosure) {
  return {
    name,
    before: disclosure.number(before, 'deviations'),
    after: disclosure.number(after, 'deviations'),
  };
}

const WHY_HIDDEN = 'Hidden, as a count from 1 to 4 could be worked out from it.';

function isHiddenAmong(
  findings: readonly Finding[],
  disclosure: Disclosure,
  among: (finding: Finding) => boolean,
): boolean {
  return findings.some((finding) => among(finding) && disclosure.hides(...cells.ofFinding(finding)));
}

type ShownFinding = AllDisclosed<Finding<string, number | null>>;

/** `isDivided` says that a force is hidden of those that the main effect is put together from: then it is told coarsely. */
function shownFindings(findings: readonly Finding[], disclosure: Disclosure, isDivided: boolean): ShownFinding[] {
  // One adjusted p is a multiple of another: those of a family go together.
  const secondaryIsHidden = isHiddenAmong(findings, disclosure, ({ role }) => role === 'secondary');
  return findings.map((finding) => {
    const shown = shownFinding(finding, disclosure);
    const coarse = isDivided && finding.role !== 'by-force' ? { estimate: coarseEstimate(shown, disclosure) } : {};
    return { ...shown, ...coarse, ...(secondaryIsHidden && { adjustedP: null }) };
  });
}

function shownFinding(finding: Finding, disclosure: Disclosure): ShownFinding {
  const none = ({ name }: ComparedGroup) => ({ name, n: null, events: null, value: null });
  const [one, other] = finding.groups;
  const bare = { ...finding, groups: [none(one), none(other)] as const };
  const isOther = finding.role === 'sensitivity';
  const made = isOther ? [cells.estimate(finding)] : cells.ofFinding(finding);
  if (disclosure.hides(...made)) {
    const words = { method: '', notes: [], refusal: WHY_HIDDEN };
    return { ...bare, estimate: null, adjustedP: null, ...words };
  }
  const shown = {
    estimate: shownEstimate(finding, disclosure),
    adjustedP: disclosure.number(finding.adjustedP, 'p'),
    method: sentenceFor('board', finding.method),
    notes: sentencesFor('board', finding.notes),
    refusal: finding.refusal === null ? null : sentenceFor('board', finding.refusal),
  };
  if (isOther) return { ...bare, ...shown };
  const kind = finding.groups.every(({ events }) => events !== null) ? 'share' : 'amount';
  const group = ({ name, n, events, value }: ComparedGroup) => ({
    name,
    n: disclosure.count(n, ...made),
    events: disclosure.count(events, ...made),
    value: disclosure.number(value, kind, ...made),
  });
  return { ...finding, ...shown, groups: [group(one), group(other)] };
}

function kindOf(scale: EffectScale): NumberKind {
  if (scale === 'risk-difference') return 'share';
  return nullOf(scale) === 1 ? 'ratio' : 'amount';
}

/** The standard error stays with the evaluator: the interval says as much as a reader needs of it. */
function shownEstimate({ estimate, scale }: Finding, disclosure: Disclosure): ShownFinding['estimate'] {
  if (estimate === null) return null;
  const kind = kindOf(scale);
  return {
    value: disclosure.rounded(estimate.value, kind),
    low: disclosure.end(estimate.low, nullOf(scale), kind),
    high: disclosure.end(estimate.high, nullOf(scale), kind),
    standardError: null,
    p: disclosure.number(estimate.p, 'p'),
  };
}

/** As where counts are in fives. */
function coarseEstimate({ estimate, scale }: ShownFinding, disclosure: Disclosure): ShownFinding['estimate'] {
  if (estimate === null) return null;
  const coarse = (value: Disclosed) => disclosure.coarse(value, kindOf(scale));
  const { value, low, high } = estimate;
  return { ...estimate, value: coarse(value), low: coarse(low), high: coarse(high) };
}

function shownTests(
  tests: readonly SubgroupTest[],
  findings: readonly Finding[],
  disclosure: Disclosure,
): AllDisclosed<SubgroupTest<string>>[] {
  const isHidden = ({ subgroup }: SubgroupTest) =>
    isHiddenAmong(findings, disclosure, ({ role, id }) => role === 'subgroup' && id.split(':')[1] === subgroup);
  const familyIsHidden = tests.some(isHidden);
  return tests.map((test) => {
    const { why, p, adjustedP, ...named } = test;
    if (isHidden(test)) return { ...named, p: null, adjustedP: null, why: WHY_HIDDEN };
    return {
      ...named,
      p: disclosure.number(p, 'p'),
      adjustedP: familyIsHidden ? null : disclosure.number(adjustedP, 'p'),
      why: why === null ? null : sentenceFor('board', why),
    };
  });
}

type Pooling = NonNullable<FoundEvaluation['result']['pooling']>;

function primaryScale(findings: readonly Finding[]): EffectScale {
  return findings.find(({ role }) => role === 'primary')?.scale ?? 'risk-difference';
}

function shownPooling(pooling: Pooling, disclosure: Disclosure, scale: EffectScale): AllDisclosed<Pooling> {
  const kind = kindOf(scale);
  return {
    ...pooling,
    forces: disclosure.set(pooling.forces),
    tauSquared: disclosure.rounded(pooling.tauSquared, 'share'),
    iSquared: disclosure.rounded(pooling.iSquared, 'amount'),
    predictionLow: disclosure.end(pooling.predictionLow, nullOf(scale), kind),
    predictionHigh: disclosure.end(pooling.predictionHigh, nullOf(scale), kind),
    spreadP: disclosure.rounded(pooling.spreadP, 'p'),
  };
}

/** Only the shares at points that may be shown, in whole per cents, joined by straight lines. */
function shownCurves(
  { groups, method, p, ...curves }: Curves,
  disclosure: Disclosure,
): AllDisclosed<Curves<number | null>> | null {
  if (disclosure.hides(cells.curve(0), cells.curve(1))) return null;
  const side = (at: 0 | 1): AllDisclosed<Curve<number | null>> => {
    const points = groups[at].atRisk.flatMap(({ day, share }, place) => {
      const shown = disclosure.number(share, 'share', cells.atRisk(at, place));
      return shown === null ? [] : [{ day: disclosure.set(day), n: null, share: disclosure.coarse(shown, 'share') }];
    });
    return {
      name: groups[at].name,
      n: null,
      days: points.map(({ day }) => day),
      share: points.map(({ share }) => share),
      low: null,
      high: null,
      atRisk: points,
    };
  };
  return {
    ...curves,
    p: disclosure.number(p, 'p'),
    groups: [side(0), side(1)],
    method: `${method}; shown only at these months, in whole per cents`,
  };
}

/** Only the points that may be shown. */
function shownPicture(
  { what, funnel }: DisproportionalityPicture,
  disclosure: Disclosure,
): AllDisclosed<DisproportionalityPicture> {
  const points = funnel.points.flatMap((point) => {
    const [size, count] = (['size', 'count'] as const).map((part) => cells.funnel(point.name, part));
    const made = [size, count, cells.rest(count ?? '')].filter((cell) => cell !== undefined);
    const [shownSize, shownCount] = [disclosure.count(point.size, ...made), disclosure.count(point.count, ...made)];
    if (shownSize === null || shownCount === null || disclosure.hides(...made)) return [];
    const share = (value: number) => disclosure.rounded(value, 'share');
    return [
      {
        ...point,
        size: shownSize,
        count: shownCount,
        rate: share(point.rate),
        low2: share(point.low2),
        high2: share(point.high2),
        low3: share(point.low3),
        high3: share(point.high3),
      },
    ];
  });
  return { what, funnel: { ...funnel, expected: disclosure.rounded(funnel.expected, 'share'), points } };
}
