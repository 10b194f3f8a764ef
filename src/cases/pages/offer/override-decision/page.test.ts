import { describe, expect, test } from 'vitest';
import { caseThrough, decision, sampleCommands } from '../../../../../tests/cases/case-in-state.ts';
import { input, policeView, site } from '../../../../../tests/forms/case-views.ts';
import type { CaseState } from '../../../domain/case-state.ts';
import { decisionPage } from '../../decision/page.ts';
import { offerForms } from '../index.ts';

const { scheme } = sampleCommands.override.data;

function noticeAfter(verdict: 'needs-discretion' | 'ineligible'): string {
  const view = policeView('triaged', { first: { decisions: [decision(verdict)] } });
  return offerForms['override-decision'].done(input(view, { target: scheme }));
}

/** The page of the decision once a person has decided otherwise. */
function pageAfter(verdict: 'needs-discretion' | 'ineligible'): string {
  const state = caseThrough('triaged', { decisions: [decision(verdict)] }).state();
  if (state.status !== 'triaged') throw new Error('A case just triaged is not');
  const override = { ...sampleCommands.override.data, from: verdict, to: 'eligible' } as const;
  const after: CaseState = { ...state, record: { ...state.record, overrides: [override] } };
  return String(decisionPage(site, policeView(after, { scheme: null })).content);
}

describe('What the scheme leaves to a person', () => {
  test('is a judgement once somebody made it, in the notice and on the page of the decision', () => {
    expect(noticeAfter('needs-discretion')).toBe('Judgement recorded');
    const page = pageAfter('needs-discretion');
    expect(page).toContain('(judged; decided: ');
    expect(page).toContain('Judged eligible');
    expect(page).not.toMatch(/overridden/i);
  });

  test('is apart from an override, which goes against the rules', () => {
    expect(noticeAfter('ineligible')).toBe('Decision overridden');
    expect(pageAfter('ineligible')).toContain('(overridden; decided: ');
    expect(pageAfter('ineligible')).toContain('Overridden to eligible');
  });
});
