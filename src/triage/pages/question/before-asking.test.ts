import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Decision } from '../../../eligibility/index.ts';
import { loadVocabulary } from '../../../reference/store/reference-lists.ts';
import { beforeAsking } from './before-asking.ts';
import { html } from '../../../web/markup/index.ts';
import { inWelsh, WELSH_FORCES } from './in-welsh.ts';
import { questionPage } from './page.ts';

const { byId } = await loadVocabulary();
const nameOf = (id: string): string => `The scheme ${id}`;
const decision = (scheme: string, reads: readonly string[], more: Partial<Decision> = {}): Decision => ({
  scheme,
  asOf: '2026-11-27' as Decision['asOf'],
  standing: 'live',
  verdict: 'needs-information',
  clauses: [{ id: 'EX-1', result: 'not-known', says: 'A rule', source: [], standing: 'assumed', reads }],
  missing: [],
  discretions: [],
  schemeVersion: 'v',
  law: [],
  ...more,
});

function factOf(id: string) {
  const fact = byId.get(id);
  if (fact === undefined) throw new Error(`There is no fact ${id}`);
  return fact;
}
const said = (id: string, decisions: readonly Decision[] = []): string =>
  String(beforeAsking({ fact: factOf(id), decisions, nameOf }) ?? '');

function drawn(id: string, { welsh = 'Beth?', mayDecline = false, ownForce = 'durham' } = {}): string {
  const fact = factOf(id);
  const words = {
    facts: new Map([[id, { question: 'What?', welsh, mayDecline, labels: {} }]]),
    forces: new Map(),
    outcomeTypes: new Map(),
    schemes: new Map(),
    localAuthorities: new Map(),
  };
  const question = { fact, words, ownForce, substances: [], counted: [], isPageHeading: true, body: {}, errors: [] };
  const around = { action: '/', backTo: '/', csrfToken: 't', nameOf, progress: 'Triage, question 1' };
  return String(questionPage({ question, ...around, decisions: [decision('a', [id])] }).content);
}

describe('Before the person is asked about the offence', () => {
  test.each([
    'vulnerable-adult',
    'caution-given',
    'appropriate-adult-present',
    'admission',
    'responsibility-accepted',
    'remorse',
  ])('(%s) the officer is told of the caution, the advice and the appropriate adult, and sees no scheme', (id) => {
    for (const rule of ['PACE Code C 10', 'PACE Code C 11', '1.13(d)', 'assumed']) expect(said(id)).toContain(rule);
    expect(drawn(id)).not.toContain('The scheme a');
    expect(drawn(id)).not.toContain('Possible');
    expect(drawn(id)).toContain('Schemes are not shown here');
  });

  test('any other question has the schemes beside it', () => {
    expect(drawn('amount')).toContain('Possible');
    expect(said('amount')).toBe('');
  });
});

describe('Before the person is asked to agree', () => {
  test.each(['consents', 'agrees-to-disposal', 'understands-obligations'])(
    '(%s) they are told of length, cost, failure and disclosure, with the schemes that are still open',
    (id) => {
      const open = decision('open', [id]);
      const others = [decision('out', [id], { verdict: 'ineligible' }), decision('old', [id], { standing: 'ended' })];
      const text = said(id, [open, ...others, decision('unread', [])]);
      for (const told of ['how long', 'costs', 'may be prosecuted', 'disclosure']) expect(text).toContain(told);
      expect(text).toContain('/schemes/open');
      for (const other of ['out', 'old', 'unread']) expect(text).not.toContain(`The scheme ${other}`);
    },
  );
});

test('Sex is asked with the scheme whose rule reads it, and a drug problem is for the person to say', () => {
  expect(said('sex', [decision('new-chance', ['sex'])])).toContain('A rule of The scheme new-chance reads this.');
  expect(said('sex')).toContain('No scheme still open reads this.');
  expect(said('serious-drug-problem')).toContain('not for an officer to diagnose');
});

test('"Prefer not to say" is offered where the person may prefer it, and nowhere else', () => {
  expect(drawn('sex', { mayDecline: true })).toContain('Prefer not to say');
  expect(drawn('sex')).not.toContain('Prefer not to say');
});

test('A question is asked in Welsh too in the four forces of Wales, and said to be unreviewed', () => {
  const { forces } = parse(readFileSync('reference/forces.yaml', 'utf8')) as {
    readonly forces: readonly { readonly id: string; readonly nation: string }[];
  };
  const welsh = forces.filter(({ nation }) => nation === 'wales').map(({ id }) => id);
  expect([...WELSH_FORCES].sort()).toEqual(welsh.sort());
  for (const force of welsh)
    expect(drawn('amount', { ownForce: force })).toMatch(/lang="cy">Beth\?.*not yet reviewed/s);
  expect(drawn('amount')).not.toContain('lang="cy"');
  expect(inWelsh(undefined, 'gwent')).toBeNull();
  expect(inWelsh('Beth?', null)).toBeNull();
});

describe('What the person is told before they are asked to agree', () => {
  const open = (...ids: readonly string[]) => ids.map((id) => decision(id, ['consents']));
  const asked = (decisions: readonly Decision[], known: readonly string[]): string => {
    const termsOf = (scheme: string) => (known.includes(scheme) ? html`<p>Terms of ${scheme}</p>` : null);
    return String(beforeAsking({ fact: factOf('consents'), decisions, nameOf, termsOf }));
  };

  test('stands open for one scheme', () => {
    expect(asked(open('one'), ['one'])).toContain('Terms of one');
    expect(asked(open('one'), ['one'])).not.toContain('<details');
  });

  test('stands behind the name of each of several', () => {
    const page = asked(open('one', 'two'), ['one', 'two']);
    expect(page.match(/<details/g)).toHaveLength(2);
    expect(page).toContain('The scheme two: how long');
    expect(page).toContain('Terms of two');
  });

  test('is a list to go by where the terms of one are not at hand', () => {
    const page = asked(open('one', 'two'), ['one']);
    expect(page).toContain('whether it costs anything');
    expect(page).toContain('href="/schemes/two"');
    expect(page).not.toContain('Terms of one');
  });
});
