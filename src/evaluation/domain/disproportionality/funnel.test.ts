import { describe, expect, test } from 'vitest';
import { funnel, funnelLimits } from './funnel.ts';

describe('Funnel limits', () => {
  test('are nearer to the rate of all where there are more, and never leave what a rate can be', () => {
    const [small, large] = [funnelLimits(0.2, 20, 'binomial'), funnelLimits(0.2, 2000, 'binomial')];
    expect(small.high3 - small.low3).toBeGreaterThan(5 * (large.high3 - large.low3));
    expect(small.low3).toBe(0);
    expect(funnelLimits(0.9, 5, 'binomial').high3).toBeLessThanOrEqual(1);
  });

  test('are close to two and three standard deviations where counts are large', () => {
    const deviation = Math.sqrt((0.2 * 0.8) / 100_000);
    const { low2, high2, low3, high3 } = funnelLimits(0.2, 100_000, 'binomial');
    expect((high2 - 0.2) / deviation).toBeCloseTo(2, 1);
    expect((0.2 - low2) / deviation).toBeCloseTo(2, 1);
    expect((high3 - 0.2) / deviation).toBeCloseTo(3, 1);
    expect((0.2 - low3) / deviation).toBeCloseTo(3, 1);
  });

  test('exist where nothing or everything is expected', () => {
    expect(funnelLimits(0, 50, 'poisson')).toEqual({ size: 50, low2: 0, high2: 0, low3: 0, high3: 0 });
    expect(funnelLimits(1, 50, 'binomial')).toMatchObject({ low3: 1, high3: 1 });
  });
});

describe('A funnel', () => {
  const shown = funnel(
    [
      { name: 'near', count: 205, size: 1000 },
      { name: 'far', count: 320, size: 1000 },
      { name: 'small and far', count: 0, size: 8 },
      { name: 'empty', count: 0, size: 0 },
    ],
    'binomial',
  );

  test('places each against the rate of all together, and leaves out whoever has no size', () => {
    expect(shown.expected).toBeCloseTo(525 / 2008, 12);
    expect(shown.points.map(({ name, beyond, side }) => [name, beyond, side])).toEqual([
      ['near', 3, 'below'],
      ['far', 3, 'above'],
      ['small and far', 0, null],
    ]);
  });

  test('finds nothing odd in all of a few where nearly all are expected', () => {
    const counts = [
      { name: 'few', count: 5, size: 5 },
      { name: 'many', count: 895, size: 1000 },
    ];
    expect(funnel(counts, 'binomial').points.map(({ beyond }) => beyond)).toEqual([0, 0]);
  });

  test('of nothing has no points', () => expect(funnel([], 'poisson')).toMatchObject({ expected: 0, points: [] }));
});
