import { expect, test } from 'vitest';
import { decision, caseThrough } from '../../../../../tests/cases/case-in-state.ts';
import { checkpoint, input, policeView, site } from '../../../../../tests/forms/case-views.ts';
import type { CaseState } from '../../../domain/case-state.ts';
import type { RecordedFacts } from '../../../../triage/index.ts';
import { offerPage } from './page.ts';

const met = { result: 'met', says: 'So', source: ['S-EX'], reads: [], standing: 'assumed' } as const;

/** The page on which Checkpoint is offered, by what is known now. */
function offering(facts: RecordedFacts): string {
  const state = caseThrough('triaged').state();
  if (state.status !== 'triaged') throw new Error('A case just triaged is not');
  const decided = decision('eligible', {
    scheme: checkpoint.id,
    schemeVersion: checkpoint.version,
    clauses: [
      { ...met, id: 'DUR-1' },
      { ...met, id: 'DUR-2' },
    ],
  });
  const known: CaseState = { ...state, record: { ...state.record, facts, decisions: [decided] } };
  const view = policeView(known);
  const shown = offerPage({ ...input(view, { target: checkpoint.id }), view });
  return shown?.fields.toString() ?? '';
}

test('an offer says on how many assumed rules it rests, and what the pathway and the outcome rest on', () => {
  const page = offering({});
  expect(page).toContain('Eligible, by 2 assumed rules');
  expect(page).toContain('What the person does');
  expect(page).toContain('Outcome 22.');
  expect(page).toContain('Sourced');
  expect(page).toContain('Assumed');
});

test('an offer names the law that is still to be settled and by when, as long as nothing known settles it', () => {
  const open = offering({});
  expect(open).toContain('What the law still asks');
  expect(open).toContain('/about/rules/LAW-30"');
  expect(open).toContain('It must be before the outcome.');
  const done = offering({ 'activity-done': true });
  expect(done).not.toContain('/about/rules/LAW-30"');
  expect(done).toContain('/about/rules/LAW-32"');
});

test('an offer of a scheme with nothing to do promises no place and looks for no provider', () => {
  const scheme = 'scotland-recorded-police-warning';
  const view = policeView('triaged');
  const page = offerPage({ ...input(view, { target: scheme }), view })?.fields.toString() ?? '';
  expect(page).toContain('What would happen if nothing were offered?');
  for (const never of ['provider', 'No place', 'places']) expect(page).not.toContain(never);
});

test('an offer of a scheme that is not in the catalogue is no page', () => {
  const view = policeView('triaged');
  expect(offerPage({ ...input(view, { target: 'nowhere' }), view })).toBeNull();
  expect(site.work.catalogue.laws.length).toBeGreaterThan(0);
});
