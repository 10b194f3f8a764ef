import { describe, expect, test } from 'vitest';
import { lookOf, type Answered } from './look.ts';

const ID = '0b1f0000-0000-4000-8000-000000000001';

const list: Answered = {
  method: 'GET',
  page: '/cases',
  access: ['see-cases', 'see-referrals'],
  status: 200,
  parts: {},
  asked: {},
  listed: [],
};
const question: Answered = {
  ...list,
  page: '/triages/:triageId/questions/:fact',
  access: 'triage-person',
  parts: { triageId: ID, fact: 'age' },
};
const ofCase: Answered = { ...list, page: '/cases/:caseId', parts: { caseId: ID } };

describe('What is entered of a request', () => {
  test('is the list that was shown, its page and the cases on it', () => {
    expect(lookOf({ ...list, asked: { list: 'with-a-provider', page: '2' }, listed: ['a', 'b'] })).toEqual({
      action: 'page-shown',
      subject: 'page:/cases',
      details: { method: 'GET', page: '/cases', status: 200, list: 'with-a-provider', number: 2, listed: ['a', 'b'] },
    });
  });

  test('is a reference that was searched for, and of a name only that there was one', () => {
    expect(lookOf({ ...list, asked: { search: ' 3f2a-91bc ' } })?.details).toMatchObject({
      searched: 'reference',
      reference: '3F2A-91BC',
    });
    const byName = lookOf({ ...list, asked: { search: 'Robin Invented', list: 'Robin Invented', page: 'Robin' } });
    expect(byName?.details).toEqual({ method: 'GET', page: '/cases', status: 200, searched: 'words' });
  });

  test('is a page of a triage, an answer and a discard', () => {
    expect(lookOf(question)).toMatchObject({ action: 'page-shown', subject: `triage:${ID}` });
    expect(lookOf({ ...question, method: 'POST', status: 422 })).toMatchObject({ action: 'page-shown' });
    for (const page of [question.page, '/triages/:triageId/discard'])
      expect(lookOf({ ...question, page, method: 'POST', status: 303 })).toEqual({
        action: 'form-sent',
        subject: `triage:${ID}`,
        details: { page, status: 303 },
      });
  });

  test.each(['/triages/new', '/triages/:triageId/finish'])(
    'is nothing beside the entry that beginning and finishing a triage makes itself, on %s',
    (page) => {
      const sent = { ...question, page, method: 'POST', status: 303 };
      expect(lookOf(sent)).toBeNull();
      expect(lookOf({ ...sent, status: 422 })).toMatchObject({ action: 'page-shown' });
      expect(lookOf({ ...sent, status: 403 })).toMatchObject({ action: 'page-refused' });
    },
  );

  test('is a refusal, of a case and of anything else', () => {
    for (const status of [403, 404]) {
      expect(lookOf({ ...ofCase, status })).toEqual({
        action: 'page-refused',
        subject: `case:${ID}`,
        details: { method: 'GET', page: '/cases/:caseId', status },
      });
      expect(lookOf({ ...question, status })).toMatchObject({ action: 'page-refused', subject: `triage:${ID}` });
    }
  });

  test('is a refused evaluation, and a scheme as the page that it is on', () => {
    const one = { ...list, status: 403, page: '/evaluations/:id/report.pdf', parts: { id: ID.toUpperCase() } };
    expect(lookOf(one)?.subject).toBe(`evaluation:${ID}`);
    expect(lookOf({ ...one, page: '/schemes/:id' })?.subject).toBe('page:/schemes/:id');
    expect(lookOf({ ...one, status: 200, page: '/schemes/:id' })).toMatchObject({ action: 'page-shown' });
  });

  test.each([`x${ID}`, `${ID}x`, ID.slice(1)])('is no part of an address that only looks like an id: %s', (typed) => {
    expect(lookOf({ ...ofCase, parts: { caseId: typed }, status: 404 })?.subject).toBe('page:/cases/:caseId');
    expect(lookOf({ ...question, parts: { triageId: typed }, status: 404 })?.subject).toBe(`page:${question.page}`);
    const evaluation = { ...list, status: 404, page: '/evaluations/:id', parts: { id: typed } };
    expect(lookOf(evaluation)?.subject).toBe('page:/evaluations/:id');
  });

  test('is what the list of the audit was narrowed by, without who was looked for', () => {
    const asked = { who: 'Robin Invented', reference: '3F2A-91BC', day: '2026-03-02', action: 'page-shown' };
    expect(lookOf({ ...list, page: '/audit', asked: { ...asked, other: 'x' } })?.details).toEqual({
      method: 'GET',
      page: '/audit',
      status: 200,
      searched: 'reference',
      reference: '3F2A-91BC',
      narrowedBy: ['who', 'reference', 'day', 'action'],
    });
    for (const [name, value] of Object.entries(asked))
      expect(lookOf({ ...list, asked: { [name]: value } })?.details).toMatchObject({ narrowedBy: [name] });
    expect(lookOf({ ...list, asked: { who: '' } })?.details).not.toHaveProperty('narrowedBy');
  });

  test('is no word in place of a reference, a list or a number of a page', () => {
    const details = (asked: Answered['asked']) => lookOf({ ...list, asked })?.details;
    expect(details({ search: 'Robin 3f2a-91bc' })).not.toHaveProperty('reference');
    expect(details({ search: '3f2a-91bc Robin' })).not.toHaveProperty('reference');
    expect(details({ search: '  ' })).not.toHaveProperty('searched');
    expect(details({ list: 'open Robin' })).not.toHaveProperty('list');
    expect(details({ list: 'Robin open' })).not.toHaveProperty('list');
    expect(details({ page: '12 Robin' })).not.toHaveProperty('number');
    expect(details({ page: 'Robin 12' })).not.toHaveProperty('number');
    expect(details({ page: '12' })).toMatchObject({ number: 12 });
  });

  test('is a page that was only asked about, and not that an answer led elsewhere', () => {
    expect(lookOf({ ...list, method: 'HEAD' })).toMatchObject({ action: 'page-shown', details: { method: 'HEAD' } });
    for (const method of ['GET', 'HEAD']) expect(lookOf({ ...list, method, status: 303 })).toBeNull();
    expect(lookOf({ ...list, method: 'POST', status: 300 })).toMatchObject({ action: 'form-sent' });
    expect(lookOf({ ...list, method: 'POST', status: 399 })).toMatchObject({ action: 'form-sent' });
    expect(lookOf({ ...list, method: 'POST', status: 400 })).toMatchObject({ action: 'page-shown' });
    expect(lookOf({ ...list, page: '/evaluations', parts: {} })).toMatchObject({ action: 'page-shown' });
  });

  test('is no name that was typed into an address', () => {
    expect(lookOf({ ...ofCase, parts: { caseId: 'Robin Invented' }, status: 404 })?.subject).toBe(
      'page:/cases/:caseId',
    );
  });

  test('is nothing where the use-case makes the entry, where nothing was shown, and of pages for everybody', () => {
    expect(lookOf(ofCase)).toBeNull();
    expect(lookOf({ ...ofCase, method: 'POST', status: 303 })).toBeNull();
    expect(lookOf({ ...list, page: '/evaluations/:id', parts: { id: 'e' } })).toBeNull();
    expect(lookOf({ ...list, status: 303 })).toBeNull();
    expect(lookOf({ ...list, status: 500 })).toBeNull();
    expect(lookOf({ ...list, access: 'open' })).toBeNull();
    expect(lookOf({ ...list, access: 'signed-in' })).toBeNull();
  });
});
