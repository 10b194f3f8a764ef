import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { actPage } from '../../src/cases/pages/act/page.ts';
import { caseForms } from '../../src/cases/pages/act/case-forms.ts';
import { addVariationRoutes } from '../../src/cases/pages/engagement/propose-variation/route.ts';
import type { CaseStore, CaseTransaction } from '../../src/cases/store/case-store.ts';
import type { CaseActor } from '../../src/access/index.ts';
import { context, coordinator, supervisor } from '../cases/case-in-state.ts';
import { input, policeView, site } from './case-views.ts';
import { drawnForm } from './drawn-form.ts';
import { postedForms, type PostedForms } from './posted-form.ts';

/** Declining has no page of its own: it is the second button of the page where a supervisor approves. */
const { caseId } = context;
const view = policeView('engaging');
const DECLINE = `/cases/${caseId}/decline-variation/p1`;
const declined = [
  { settled: 'p1', at: context.now, by: supervisor.accountId, approved: false },
  { audited: 'condition-variation-declined', caseId, details: { proposalId: 'p1' } },
];

const done: object[] = [];
const cases: Partial<CaseTransaction> = {
  proposals: async (of) => (of === caseId ? view.proposals : []),
  settleProposal: async (settled, how) => void done.push({ settled, ...how }),
  audit: async ({ action: audited, caseId: of, details }) => void done.push({ audited, caseId: of, details }),
};
let actor: CaseActor = supervisor;
let forms: PostedForms;

beforeAll(async () => {
  const store: CaseStore = { ...site.work.store, as: (_actor, work) => work(cases as CaseTransaction) };
  forms = await postedForms(async (server) =>
    addVariationRoutes(server, { ...site, work: { ...site.work, store }, actorOf: () => actor }),
  );
});
afterEach(() => {
  actor = supervisor;
  done.splice(0);
});
afterAll(() => forms.close());

describe('Declining a change of a condition', () => {
  test('is a button of the page where it is approved, at an address that names the change, and nothing is typed', () => {
    const seen = input(view, { target: 'p1', actor: supervisor });
    const shown = caseForms['vary-condition'].show(seen);
    if (shown === null) throw new Error('There is no page');
    const page = actPage(seen, shown, { action: '/', csrfToken: 'token' }).content;
    expect(String(page)).toContain(`formaction="${DECLINE}"`);
    expect(drawnForm(page).names).toEqual([]);
  });

  test.each([
    ['with nothing but the token', {}],
    ['with what the page of approving sends', { seen: '4' }],
    ['with another change in it', { proposalId: 'p2', caseId: 'another' }],
    ['with words that say the opposite', { approved: 'yes', reason: 'It is approved.' }],
    ['with fields sent twice', { seen: ['4', '5'], proposalId: ['p1', 'p2'] }],
  ])('declines the change that the address names: %s', async (_when, body) => {
    expect(await forms.post(DECLINE, body)).toMatchObject({ status: 303, leadsTo: `/cases/${caseId}` });
    expect(done).toEqual(declined);
  });

  test.each([
    ['a change that does not wait', `/cases/${caseId}/decline-variation/p2`],
    ['a change of another case', `/cases/00000000-0000-4000-8000-00000000c009/decline-variation/p1`],
    ['a member that every object has', `/cases/${caseId}/decline-variation/constructor`],
  ])('settles nothing of %s', async (_what, address) => {
    expect((await forms.post(address, {})).status).toBe(303);
    expect(done).toEqual([]);
  });

  test('is refused to whoever may not approve', async () => {
    actor = coordinator;
    expect((await forms.post(DECLINE, {})).status).toBe(403);
    expect(done).toEqual([]);
  });

  test('is refused without the token of a page', async () => {
    expect((await forms.postWithoutToken(DECLINE)).status).toBe(403);
    expect(done).toEqual([]);
  });
});
