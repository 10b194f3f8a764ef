import { describe, expect, test } from 'vitest';
import { compileScheme, decide, parseFacts } from '../../src/eligibility/index.ts';
import { restingOn } from '../../src/schemes/index.ts';
import { schemeFiles } from '../../src/schemes/store/catalogue-files.ts';
import { calendarDayOf } from '../../src/shared/calendar-day.ts';
import { keptDecisions, keptLaw, keptScheme, keptVocabulary, toKeep } from './kept-decisions.ts';

const kept = keptDecisions();

describe('A decision that was made once', () => {
  test.each(kept)('for $scheme ($schemeVersion) comes out the same today', (set) => {
    const vocabulary = keptVocabulary(set.vocabularyVersion);
    const scheme = compileScheme(vocabulary, restingOn(keptScheme(set.schemeVersion), (set.law ?? []).map(keptLaw)));
    expect(set.decisions.length).toBeGreaterThan(5);
    for (const { facts: raw, asOf, verdict, clauses, missing } of set.decisions) {
      const facts = parseFacts(vocabulary, raw, { standIns: true });
      if (!facts.ok) throw new Error(`The vocabulary no longer reads ${JSON.stringify(facts.refusal)}`);
      const again = toKeep(decide(scheme, facts.value, calendarDayOf(asOf)));
      expect({ ...again, missing: again.missing.toSorted() }, `${asOf} ${JSON.stringify(raw)}`).toEqual({
        verdict,
        clauses,
        missing: missing.toSorted(),
      });
    }
  });

  test('is kept for every scheme, and for every verdict and result there is', async () => {
    const schemes = (await schemeFiles()).map((file) => file.split('/').at(-2) ?? '');
    expect([...new Set(kept.map(({ scheme }) => scheme))].sort(), 'run npm run kept-decisions').toEqual(schemes.sort());
    const decisions = kept.flatMap((set) => set.decisions);
    expect(new Set(decisions.map(({ verdict }) => verdict)).size).toBe(4);
    expect(new Set(decisions.flatMap(({ clauses }) => Object.values(clauses))).size).toBe(4);
    expect(decisions.some(({ missing }) => missing.length > 1)).toBe(true);
  });
});
