/** Whether the people of a study were enough: how many there were, what so many could find, and how many more it takes. */
import { twoProportionsPower, twoProportionsSize } from '../../../statistics/index.ts';
import { nullOf } from '../../designs/finding.ts';
import type { ReportedFinding } from '../evaluation.ts';
import { count, percent, signed } from '../words/numbers.ts';
import type { Answer } from './answer.ts';

/** The fewest people on a side for whom the Justice Data Lab publishes a result (Ministry of Justice). */
const FEWEST_PEOPLE = 60;
const POWER = 0.8;

/** What of the primary outcome is read here. */
export type Primary = Pick<ReportedFinding, 'estimate' | 'groups' | 'scale'>;

interface Risks {
  readonly n: readonly [number, number];
  readonly risk: readonly [number, number];
}

/** The people and shares of the two sides, where both are told and the outcome is a yes or no. */
function risksOf(primary: Primary | undefined): Risks | null {
  if (primary === undefined) return null;
  const [one, other] = primary.groups;
  if (one.events === null || other.events === null || one.n === null || other.n === null) return null;
  if (one.value === null || other.value === null) return null;
  return { n: [one.n, other.n], risk: [one.value, other.value] };
}

export function absoluteOf(primary: Primary | undefined): Answer | null {
  const risks = risksOf(primary);
  if (risks === null) return null;
  return { says: `${percent(risks.risk[0])} with the scheme, ${percent(risks.risk[1])} without`, from: 'data' };
}

/** The smallest difference that so many people would show, from the share without the scheme downwards. */
export function powerOf(primary: Primary | undefined): Answer | null {
  const risks = risksOf(primary);
  if (risks === null || !(risks.risk[1] > 0 && risks.risk[1] < 1)) return null;
  const [one, other] = risks.n;
  const powerAt = (difference: number) => {
    const power = twoProportionsPower(
      { riskA: risks.risk[1] - difference, riskB: risks.risk[1], ratio: other / one },
      one,
    );
    return power.ok ? power.value : 0;
  };
  const steps = Array.from({ length: 199 }, (_, at) => ((at + 1) * risks.risk[1]) / 200);
  const least = steps.find((difference) => powerAt(difference) >= POWER);
  const sizes = `${count(one)} and ${count(other)} people`;
  const says =
    least === undefined
      ? `no size was fixed in the plan; with ${sizes} not even a fall to none would be found 80 times of 100`
      : `no size was fixed in the plan; with ${sizes}, taken one by one, a fall of ${signed(100 * least, 1)} points from ${percent(risks.risk[1])} would be found 80 times of 100`;
  return { says, from: 'data' };
}

export function fewestOf(primary: Primary | undefined): Answer | null {
  const [one, other] = primary?.groups.map(({ n }) => n) ?? [];
  if (one === undefined || other === undefined || one === null || other === null) return null;
  const least = Math.min(one, other);
  const says =
    least >= FEWEST_PEOPLE
      ? `yes: ${count(one)} and ${count(other)}`
      : `no: ${count(one)} and ${count(other)}; ${more(FEWEST_PEOPLE - least)} needed on the smaller side`;
  return { says, from: 'data' };
}

/** How many people would settle whether there is an effect, if both shares stayed what they are. */
export function howManyMoreOf(primary: Primary | undefined): Answer | null {
  const risks = risksOf(primary);
  if (risks === null || primary?.estimate === null || primary === undefined) return null;
  const none = nullOf(primary.scale);
  if (primary.estimate.low > none || primary.estimate.high < none) {
    return { says: 'none: the interval leaves out no difference already', from: 'data' };
  }
  const [one, other] = risks.n;
  const needed = twoProportionsSize({ riskA: risks.risk[0], riskB: risks.risk[1], ratio: other / one }, POWER);
  if (!needed.ok)
    return { says: 'the two shares are alike, and no number of people would tell them apart', from: 'data' };
  const missing = Math.max(0, Math.ceil(needed.value) - one);
  return {
    says: `if both shares stayed as they are, ${count(missing)} more ${missing === 1 ? 'person' : 'people'} with the scheme, and as many without as there are now for each, would find it 80 times of 100`,
    from: 'data',
  };
}

function more(people: number): string {
  return people === 1 ? '1 more is' : `${count(people)} more are`;
}
