import { expect, test } from 'vitest';
import { site, policeView } from '../../../../tests/forms/case-views.ts';
import { aScheme, decision, caseThrough, sampleCommands, today } from '../../../../tests/cases/case-in-state.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { RecordedDecision } from '../../../triage/index.ts';
import { factsPage } from '../facts/page.ts';
import { copyForPersonPage } from './copy-for-person/page.ts';
import { decisionPage } from './page.ts';

type Clause = RecordedDecision['clauses'][number];

const clause = (different: Partial<Clause>): Clause => ({
  id: 'EX-1',
  result: 'met',
  says: 'Aged 18 or over',
  source: ['S-EX'],
  standing: 'sourced',
  reads: ['age'],
  ...different,
});
const risk = clause({ id: 'EX-2', says: 'Is known to the conference', reads: ['disposal', 'marac-known'] });
const others = clause({
  id: 'LAW-25',
  says: 'If there is a victim, they were asked',
  reads: ['victim'],
  law: 'community-resolution',
});

/** A case that was decided so, by facts some of which may show somebody's risk. */
function view(...decisions: readonly RecordedDecision[]) {
  const state = caseThrough('triaged').state();
  if (state.status !== 'triaged') throw new Error('A case just triaged is not');
  const { record } = state;
  const facts = { ...record.facts, 'marac-known': true, 'domestic-abuse': 'high', 'reoffending-risk': 'highest' };
  const other: CaseState = { ...state, record: { ...record, facts, decisions } };
  const { triage } = sampleCommands;
  const by = { accountId: 'a', name: 'Officer Made-up', role: 'officer', organisationId: 'o' } as const;
  const event = {
    type: 'person-triaged',
    at: record.triagedAt,
    by,
    data: { ...triage.data, asOf: today, facts, decisions },
  } as const;
  return policeView(other, { log: [{ sequence: 1, event }] });
}

/** The page as it is printed: without what stands on the screen alone. */
function printed(content: { toString(): string }): string {
  const html = content.toString();
  return html.replace(/<(li|section|p|span|div)\b[^>]*class="[^"]*waymark-screen-only[^"]*"[\s\S]*?<\/\1>/g, '');
}

const eligible = decision('eligible', { clauses: [clause({}), risk, others] });
const outByRisk = decision('ineligible', { clauses: [clause({}), { ...risk, result: 'not-met' }] });
/** Asking stops where somebody is out. */
const outAndNoMoreAsked = decision('ineligible', {
  clauses: [clause({ result: 'not-known' }), { ...risk, result: 'not-met' }],
});
const outByAge = decision('ineligible', { clauses: [clause({ result: 'not-met' }), { ...risk, result: 'not-met' }] });

test('the decision says that a verdict is advice, and who decides', () => {
  const page = decisionPage(site, view(eligible)).content.toString();
  expect(page).toContain('A verdict is advice');
  expect(page).toContain('An officer decides whether to offer');
});

test('the decision shows a rule that turns on a risk on the screen, and prints it not', () => {
  const page = decisionPage(site, view(eligible)).content;
  expect(page.toString()).toContain(risk.says);
  expect(printed(page)).not.toContain(risk.says);
  expect(printed(page)).toContain('Aged 18 or over');
});

test('somebody ruled out is told by which rules before all others are listed, and not one that turns on a risk in print', () => {
  const page = decisionPage(site, view(outByAge)).content;
  const reasons = (of: string): string => /because this is not so:<\/p><ul[\s\S]*?<\/ul>/.exec(of)?.[0] ?? '';
  expect(reasons(page.toString())).toContain('Aged 18 or over');
  expect(reasons(page.toString())).toContain(risk.says);
  expect(reasons(printed(page))).toContain('Aged 18 or over');
  expect(reasons(printed(page))).not.toContain(risk.says);
  expect(reasons(decisionPage(site, view(eligible)).content.toString())).toBe('');
  const notAsked = reasons(decisionPage(site, view(outAndNoMoreAsked)).content.toString());
  expect(notAsked).toContain(risk.says);
  expect(notAsked).not.toContain('Aged 18 or over');
});

test('what was known is listed without what may show a risk, which the page says where to find', () => {
  const page = decisionPage(site, view(eligible)).content.toString();
  const known = page.slice(page.indexOf('What was known'));
  expect(known).toContain('How old was the person');
  for (const told of ['MARAC', 'high risk', 'Highest', 'reoffend']) expect(known).not.toContain(told);
  expect(known).toContain('/facts"');
});

test('a scheme whose verdict a risk alone decides is not printed, nor in the summary', () => {
  for (const out of [outByRisk, outAndNoMoreAsked])
    expect(printed(decisionPage(site, view(out)).content)).not.toContain('Not eligible');
  expect(printed(decisionPage(site, view(outByAge)).content)).toContain('Not eligible');
});

test('the copy for the person has the rules in plain words, nothing of a risk, and nothing of other people', () => {
  const copy = copyForPersonPage(site, view(eligible)).content.toString();
  expect(copy).toMatch(/Aged 18 or over: <strong>Met/);
  for (const { id, says } of [risk, others]) {
    expect(copy).not.toContain(says);
    expect(copy).not.toContain(id);
  }
  expect(copy).toContain('Other rules: not shown here.');
  expect(copy).toContain('It is advice: a police officer decides');
  expect(copy).not.toContain('Officer Made-up');
});

test('the copy leaves out what counted for the person and against alike', () => {
  const copyOf = (result: Clause['result']): string =>
    copyForPersonPage(
      site,
      view(decision('ineligible', { clauses: [clause({ result: 'not-met' }), { ...risk, result }] })),
    ).content.toString();
  expect(new Set((['met', 'not-met', 'not-known', 'for-discretion'] as const).map(copyOf)).size).toBe(1);
});

test('the copy leaves out a scheme whose verdict would tell how such a rule came out', () => {
  for (const out of [outByRisk, outAndNoMoreAsked]) {
    const copy = copyForPersonPage(site, view(out)).content.toString();
    expect(copy).not.toContain(`id="${aScheme.id}"`);
    expect(copy).toContain('No scheme is shown in this copy.');
  }
  expect(copyForPersonPage(site, view(outByAge)).content.toString()).toContain(`id="${aScheme.id}"`);
});

test('the facts of the case are where a risk is seen and amended, and its rows are not printed', () => {
  const page = factsPage(site, view(eligible)).content.toString();
  const row = page.split('govuk-summary-list__row').find((part) => part.includes('known to the MARAC'));
  expect(row).toMatch(/^[^>]*waymark-screen-only/);
});

test('an offer is a button of the schemes alone that the law leaves open: a referral from custody, and no deflection', () => {
  const state = caseThrough('triaged', {
    offence: { occurredOn: today, modeOfTrial: 'indictable-only' },
    decisions: ['west-midlands-arrest-referral', 'west-midlands-divert'].map((scheme) =>
      decision('eligible', { scheme }),
    ),
  }).state();
  const page = decisionPage(site, policeView(state)).content.toString();
  expect(page).toContain('/offer-scheme/west-midlands-arrest-referral"');
  expect(page).not.toContain('/offer-scheme/west-midlands-divert"');
});
