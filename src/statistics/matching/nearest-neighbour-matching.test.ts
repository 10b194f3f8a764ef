import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/matching/expected.json' with { type: 'json' };
import { SeededRandom } from '../../shared/seeded-random.ts';
import { caliperWidth } from './caliper-width.ts';
import { nearestNeighbourMatching, type Matching, type MatchingTask } from './nearest-neighbour-matching.ts';

function match(task: MatchingTask): Matching {
  const answer = nearestNeighbourMatching(task);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

const { treated, strata } = expected;

describe.each(['tied', 'untied'] as const)('nearest-neighbour matching of %s scores', (kind) => {
  const { scores, ...answers } = expected[kind];
  const tasks: { readonly [name: string]: Partial<MatchingTask> } = {
    plain: {},
    smallest: { order: 'smallest' },
    asGiven: { order: 'as-given' },
    caliper: { caliper: kind === 'tied' ? 3 : 2e6 },
    reuse: { reuse: 2, caliper: 5 },
    replacement: kind === 'tied' ? { reuse: Infinity } : { reuse: Infinity, ratio: 2 },
    exact: { strata, caliper: 6 },
    ratio: { ratio: 3 },
    exactRatio: { strata, ratio: 2, reuse: 3, caliper: kind === 'tied' ? 4 : 4e6 },
  };

  test.each(Object.entries(answers))('finds the pairs and weights of the reference: %s', (name, theirs) => {
    const { controlRows, weights } = match({ treated, scores, ...tasks[name] });
    expect([...controlRows]).toEqual(theirs.controlRows);
    for (const [row, weight] of weights.entries()) expect(weight).toBeCloseTo(theirs.weights[row]!, 12);
  });
});

/** The rule, word for word, in time that grows as the square: for each treated row look at every control. */
function byLookingAtAll({ scores, treated, strata, ratio = 1, reuse = 1, caliper = Infinity }: MatchingTask): number[] {
  const rows = [...Array(scores.length).keys()];
  const treatedRows = rows.filter((row) => treated[row] === 1);
  const turns = [...treatedRows.keys()].sort((a, b) => scores[treatedRows[b]!]! - scores[treatedRows[a]!]! || a - b);
  const used = rows.map(() => 0);
  const chosen = treatedRows.flatMap(() => Array<number>(ratio).fill(-1));
  for (let round = 0; round < ratio; round += 1) {
    for (const turn of turns) {
      const row = treatedRows[turn]!;
      const apart = (other: number) => Math.abs(scores[other]! - scores[row]!);
      /** Whether a control stands before the row in the order of scores and rows. */
      const isBefore = (other: number) =>
        scores[other]! < scores[row]! || (scores[other] === scores[row] && other < row);
      const [best] = rows
        .filter((other) => treated[other] === 0 && used[other]! < reuse && apart(other) <= caliper)
        .filter((other) => strata === undefined || strata[other] === strata[row])
        .filter((other) => !chosen.slice(turn * ratio, turn * ratio + round).includes(other))
        .sort((a, b) => {
          if (apart(a) !== apart(b)) return apart(a) - apart(b);
          if (isBefore(a) !== isBefore(b)) return isBefore(a) ? -1 : 1;
          return isBefore(a) ? b - a : a - b;
        });
      if (best === undefined) continue;
      chosen[turn * ratio + round] = best;
      used[best]! += 1;
    }
  }
  return chosen;
}

describe('nearest-neighbour matching', () => {
  test('finds what looking at every control finds, in samples of every make', () => {
    const random = SeededRandom.of('matching by looking at all');
    for (let sample = 0; sample < 150; sample += 1) {
      const rows = 2 + random.below(60);
      const grain = [4, 20, 1e6][random.below(3)]!;
      const task = {
        scores: Float64Array.from({ length: rows }, () => Math.round(random.next() * grain) / grain),
        treated: Uint8Array.from({ length: rows }, (_, row) => (row < 2 ? row : random.below(3) === 0 ? 1 : 0)),
        ...(random.below(2) === 0 ? {} : { strata: Int32Array.from({ length: rows }, () => random.below(3)) }),
        ratio: 1 + random.below(3),
        reuse: [1, 2, Infinity][random.below(3)]!,
        caliper: [0.05, 0.3, Infinity][random.below(3)]!,
      };
      const looked = byLookingAtAll(task);
      const answer = nearestNeighbourMatching(task);
      if (answer.ok) expect([...answer.value.controlRows]).toEqual(looked);
      else expect(looked.every((row) => row === -1)).toBe(true);
    }
  });

  test('keeps to the caliper, the stratum and the reuse among a hundred thousand', () => {
    const random = SeededRandom.of('large matching');
    const rows = 100_000;
    const treated = Uint8Array.from({ length: rows }, () => (random.below(4) === 0 ? 1 : 0));
    const scores = Float64Array.from(treated, (arm) => random.next() ** (arm === 1 ? 1 : 1.3));
    const strata = Int32Array.from({ length: rows }, () => random.below(20));
    const caliper = caliperWidth(scores, 0.01);
    const { treatedRows, controlRows } = match({ scores, treated, strata, ratio: 2, reuse: 2, caliper });
    const used = new Int32Array(rows);
    for (const [at, control] of controlRows.entries()) {
      if (control === -1) continue;
      const row = treatedRows[Math.floor(at / 2)]!;
      used[control]! += 1;
      if (treated[control] !== 0 || strata[control] !== strata[row]) throw new Error(`row ${control} for ${row}`);
      if (Math.abs(scores[control]! - scores[row]!) > caliper) throw new Error(`row ${control} is far from ${row}`);
    }
    expect(used.reduce((most, times) => Math.max(most, times), 0)).toBe(2);
    expect(controlRows.filter((row) => row !== -1).length).toBeGreaterThan(45_000);
  });

  test('asks in a random order that its seed decides', () => {
    const scores = Float64Array.from({ length: 60 }, (_, row) => row % 7);
    const treated = Uint8Array.from(scores, (_, row) => (row < 25 ? 1 : 0));
    const draw = (seed: number) => match({ scores, treated, order: { random: SeededRandom.of(seed) } }).controlRows;
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test.each([
    { name: 'no rows', task: { scores: [], treated: [] }, code: 'no-observations' },
    { name: 'nobody treated', task: { scores: [1, 2], treated: [0, 0] }, code: 'no-comparison' },
    { name: 'no controls', task: { scores: [1, 2], treated: [1, 1] }, code: 'no-comparison' },
    { name: 'a score that is none', task: { scores: [1, Number.NaN], treated: [1, 0] }, code: 'not-a-number' },
    { name: 'a third treatment', task: { scores: [1, 2], treated: [1, 2] }, code: 'out-of-range' },
    { name: 'columns of two lengths', task: { scores: [1, 2], treated: [1] }, code: 'unequal-lengths' },
    { name: 'half a control', task: { scores: [1, 2], treated: [1, 0], ratio: 0.5 }, code: 'out-of-range' },
    {
      name: 'a caliper nobody is within',
      task: { scores: [1, 2], treated: [1, 0], caliper: 0.5 },
      code: 'no-comparison',
    },
    { name: 'strata without both', task: { scores: [1, 2], treated: [1, 0], strata: [0, 1] }, code: 'no-comparison' },
  ])('refuses $name', ({ task, code }) => {
    const answer = nearestNeighbourMatching(task);
    expect(answer.ok || answer.refusal.code).toBe(code);
  });
});
