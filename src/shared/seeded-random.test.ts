import { describe, expect, test } from 'vitest';
import { SeededRandom } from './seeded-random.ts';

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

describe('seeded random numbers', () => {
  test('are those of the reference implementation of xoshiro256**', () => {
    const random = SeededRandom.fromState([1n, 2n, 3n, 4n]);
    expect(draws(10, () => random.nextWord().toString())).toEqual([
      '11520',
      '0',
      '1509978240',
      '1215971899390074240',
      '1216172134540287360',
      '607988272756665600',
      '16172922978634559625',
      '8476171486693032832',
      '10595114339597558777',
      '2904607092377533576',
    ]);
  });

  test('spread a whole-number seed by splitmix64: seed 0 begins at its published first words', () => {
    const published = [0xe220_a839_7b1d_cdafn, 0x6e78_9e6a_a1b9_65f4n, 0x06c4_5d18_8009_454fn, 0xf88b_b8a8_724c_81ecn];
    const byState = SeededRandom.fromState(published);
    const bySeed = SeededRandom.of(0);
    expect(draws(5, () => bySeed.nextWord())).toEqual(draws(5, () => byState.nextWord()));
  });

  test('are the same for the same seed, and others for another', () => {
    const first = SeededRandom.of('trial of 2026');
    const again = SeededRandom.of('trial of 2026');
    const other = SeededRandom.of('trial of 2027');
    const numbers = draws(50, () => first.next());
    expect(draws(50, () => again.next())).toEqual(numbers);
    expect(draws(50, () => other.next())).not.toEqual(numbers);
  });

  test('are the upper 53 bits of the word, from 0 to below 1', () => {
    const words = SeededRandom.of(7);
    const numbers = SeededRandom.of(7);
    for (const word of draws(200, () => words.nextWord())) {
      expect(numbers.next()).toBe(Number(word >> 11n) / 2 ** 53);
    }
  });

  test('below a bound fall on each whole number equally often, also where the bound divides nothing', () => {
    const random = SeededRandom.of(20_240_601);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (const drawn of draws(70_000, () => random.below(7))) counts[drawn]! += 1;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(22.46); // its 0.999 quantile on 6 degrees of freedom
    expect(draws(3, () => random.below(1))).toEqual([0, 0, 0]);
    expect(random.below(2 ** 32)).toBeLessThan(2 ** 32);
  });

  test('fill an array with whole numbers below a bound, each equally often and all of the array', () => {
    const into = new Int32Array(35_001).fill(-1);
    SeededRandom.of('fill').fillBelow(into, 5);
    const counts = [0, 0, 0, 0, 0];
    for (const drawn of into) counts[drawn]! += 1;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 7000.2) ** 2 / 7000.2, 0);
    expect(chiSquared).toBeLessThan(18.47); // its 0.999 quantile on 4 degrees of freedom
    expect(() => SeededRandom.of(1).fillBelow(into, 2 ** 22)).toThrow('a bound is a whole number from 1 to 2^21');
  });

  test('have the mean, the variance and the lack of memory of a uniform distribution', () => {
    const random = SeededRandom.of(2026);
    const numbers = draws(200_000, () => random.next());
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    const next = numbers.slice(1).reduce((sum, x, at) => sum + (x - mean) * (numbers[at]! - mean), 0) / numbers.length;
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 3);
    expect(next / variance).toBeCloseTo(0, 2);
  });

  test('split into streams which do not repeat one another, each the same every time', () => {
    const [random, again] = [SeededRandom.of(3), SeededRandom.of(3)];
    const second = random.split();
    expect(draws(20, () => second.next())).toEqual(draws(20, () => again.next()));
    const jumped = SeededRandom.fromState([1n, 2n, 3n, 4n]);
    jumped.split();
    // Worked out apart from this code, by squaring the generator's 256 x 256 bit matrix 128 times.
    expect(draws(3, () => jumped.nextWord().toString())).toEqual([
      '13534147089533256664',
      '7126240192422241655',
      '3805973808039778091',
    ]);
    expect(draws(20, () => random.next())).not.toEqual(draws(20, () => again.next()));
  });

  test('shuffle every order of three equally often', () => {
    const random = SeededRandom.of(11);
    const counts = new Map<string, number>();
    for (let at = 0; at < 12_000; at += 1) {
      const cards = ['a', 'b', 'c'];
      random.shuffle(cards);
      counts.set(cards.join(''), (counts.get(cards.join('')) ?? 0) + 1);
    }
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(counts.size).toBe(6);
    expect(chiSquared).toBeLessThan(20.52); // its 0.999 quantile on 5 degrees of freedom
  });

  test('do not come from a seed which is no whole number, nor from a state of zeros', () => {
    expect(() => SeededRandom.of(1.5)).toThrow('a seed is a whole number of at most 53 bits or a text, not 1.5');
    expect(() => SeededRandom.fromState([0n, 0n, 0n, 0n])).toThrow('not all of them zero');
    expect(() => SeededRandom.of(1).below(0)).toThrow('a bound is a whole number from 1 to 2^32, not 0');
  });
});
