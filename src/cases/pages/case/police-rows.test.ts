import { describe, expect, test } from 'vitest';
import { aGivingScheme, facts, caseThrough, sampleCommands, today } from '../../../../tests/cases/case-in-state.ts';
import { leadingTo, policeView, site } from '../../../../tests/forms/case-views.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { PoliceCaseView } from '../../use-cases/show-case.ts';
import { policeRows } from './police-rows.ts';

function rowsOf(state: CaseState, different: Partial<PoliceCaseView> = {}): ReadonlyMap<string, string> {
  const view = policeView(state, { scheme: leadingTo('8'), ...different });
  const rows = policeRows(site, view, { mayProposeVariation: false, today });
  return new Map(rows.map((row) => [row.key?.text ?? '', `${String(row.value?.html)} ${JSON.stringify(row.actions)}`]));
}
const openLimit = { timeLimit: { applies: 'not-known', lastDay: null, passed: false } } as const;
const child = caseThrough('triaged', { facts: { ...facts, age: 15 } });

describe('A case shows', () => {
  test('the outcome that was given, its day, and where it is corrected', () => {
    const row = rowsOf(
      caseThrough('engaging')
        .and(sampleCommands.give, { in: { scheme: aGivingScheme } })
        .state(),
    ).get('Outcome');
    expect(row).toContain('Outcome 8, community resolution, given on 2 March 2026');
    expect(row).toContain('/correct-outcome/8');
  });

  test('no outcome before one is given', () => {
    expect(rowsOf(caseThrough('engaging').state()).has('Outcome')).toBe(false);
  });

  test('of a child whether the youth justice service was told', () => {
    expect(rowsOf(child.state()).get('Youth justice service')).toContain('Not recorded as told');
    const told = rowsOf(child.and(sampleCommands.tellYouthJustice).state());
    expect(told.get('Youth justice service')).toContain('Youth justice service, made up, told on 2 March 2026');
  });

  test('nothing of that of an adult', () => {
    expect(rowsOf(caseThrough('engaging').state()).has('Youth justice service')).toBe(false);
  });

  test('in Northern Ireland, that the limits of a charge are to be confirmed', () => {
    const state = caseThrough('triaged').state();
    if (state.status !== 'triaged') throw new Error('The case is not triaged');
    const record = { ...state.record, force: 'northern-ireland', facts: { ...facts, force: 'northern-ireland' } };
    const row = rowsOf({ ...state, record }, openLimit).get('Last day for a charge');
    expect(row).toContain('Limits to be confirmed');
    expect(row).toContain('Assumed');
    expect(rowsOf(state, openLimit).has('Last day for a charge')).toBe(false);
  });
});
