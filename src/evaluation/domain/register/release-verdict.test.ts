import { describe, expect, test } from 'vitest';
import { comparedPrints, peoplePrints } from './people-prints.ts';
import { releaseVerdict, type ReleasedBefore } from './release-verdict.ts';
import { studyRow } from '../cohort/study-row.test-support.ts';

const before = (more: Partial<ReleasedBefore>): ReleasedBefore => ({
  title: 'A study',
  releasedOn: '2026-03-01',
  counts: 'rounded',
  isSamePlan: false,
  shared: 500,
  differing: 40,
  ...more,
});

describe('A release', () => {
  test('beside which there is none, or only those of other people, may have either form', () => {
    expect(releaseVerdict([])).toEqual({ kind: 'free' });
    expect(releaseVerdict([before({ shared: 0, differing: 900, counts: 'hidden' })])).toEqual({ kind: 'free' });
  });

  test.each([1, 9])('that differs by %i people from an earlier one is refused, with the reason', (differing) => {
    const verdict = releaseVerdict([before({ shared: 0 }), before({ differing })]);
    expect(verdict).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(verdict)).toContain('fewer than 10 people');
    expect(JSON.stringify(verdict)).toContain('“A study”, released on 2026-03-01');
  });

  test('that differs by ten from one in fives is in fives', () => {
    expect(releaseVerdict([before({ differing: 10 })])).toMatchObject({ kind: 'only', counts: 'rounded' });
  });

  test('of people of whom there are exact counts is refused, whatever the plan', () => {
    expect(releaseVerdict([before({ counts: 'hidden' })])).toMatchObject({ kind: 'refused' });
    expect(releaseVerdict([before({ counts: 'hidden', differing: 0 })])).toMatchObject({ kind: 'refused' });
  });

  test('that has a few of many people in common with another is free', () => {
    expect(releaseVerdict([before({ counts: 'hidden', shared: 9, differing: 900 })])).toEqual({ kind: 'free' });
    expect(releaseVerdict([before({ counts: 'hidden', shared: 10, differing: 900 })])).toMatchObject({
      kind: 'refused',
    });
  });

  test('that is the same once more keeps its form', () => {
    for (const counts of ['hidden', 'rounded'] as const) {
      const same = before({ counts, differing: 0, isSamePlan: true });
      expect(releaseVerdict([same])).toMatchObject({ kind: 'only', counts });
    }
  });

  test('of another organisation is not named', () => {
    const verdict = JSON.stringify(releaseVerdict([before({ title: null, differing: 3 })]));
    expect(verdict).toContain('a report of another organisation, released on');
  });
});

describe('Prints of people', () => {
  const subject = (person: string, more = {}) => ({ row: studyRow({ person, ...more }), reoffences: [] });

  test('tell who is in one set alone and whose record changed, each once', () => {
    const one = peoplePrints(['a', 'b', 'c'].map((person) => subject(person)));
    const two = peoplePrints([subject('a'), subject('b', { sex: 'female' }), subject('d')]);
    expect(comparedPrints(one, two)).toEqual({ shared: 2, differing: 3 });
    expect(comparedPrints(one, one)).toEqual({ shared: 3, differing: 0 });
  });

  test('do not hang on the order of people, and name nobody', () => {
    const one = peoplePrints([subject('a'), subject('b')]);
    expect(peoplePrints([subject('b'), subject('a')])).toEqual(one);
    expect(one.join()).toMatch(/^[0-9a-f]{16}\.[0-9a-f]{16},[0-9a-f]{16}\.[0-9a-f]{16}$/);
  });
});
