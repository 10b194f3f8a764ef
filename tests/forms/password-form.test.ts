import { expect, test } from 'vitest';
import { parsePasswordForm } from '../../src/access/pages/password/form.ts';
import { errorsOfPasswordRefusal, passwordPage } from '../../src/access/pages/password/page.ts';
import { accountPage } from '../../src/access/pages/account/page.ts';
import { proofPage } from '../../src/access/pages/proof/page.ts';

const NO_PRESENT = 'present: Enter your present password';
const NO_WANTED = 'wanted: Enter a new password';

test.each([
  ['both', { present: 'a', wanted: 'b' }, { present: 'a', wanted: 'b' }],
  ['spaces at their ends', { present: ' a ', wanted: ' b ' }, { present: ' a ', wanted: ' b ' }],
  ['the longest', { present: 'x'.repeat(300), wanted: 'y' }, { present: 'x'.repeat(300), wanted: 'y' }],
  [
    'one too long',
    { present: 'x'.repeat(301), wanted: 'y' },
    ['present: Present password must be 300 characters or fewer'],
  ],
  ['nothing', {}, [NO_PRESENT, NO_WANTED]],
  ['empty boxes', { present: '', wanted: '' }, [NO_PRESENT, NO_WANTED]],
  ['no new one', { present: 'a', wanted: '' }, [NO_WANTED]],
  ['no present one', { present: '', wanted: 'b' }, [NO_PRESENT]],
  ['two present ones', { present: ['a', 'b'], wanted: 'c' }, [NO_PRESENT]],
  ['two new ones', { present: 'a', wanted: ['b', 'c'] }, [NO_WANTED]],
] as const)('Changing a password: %s', (_title, body, expected) => {
  const read = parsePasswordForm(body);
  expect(read.ok ? read.value : read.errors.map(({ field, text }) => `${field}: ${text}`)).toEqual(expected);
});

const namesIn = (content: unknown): readonly string[] =>
  [...String(content).matchAll(/\sname="([\w-]+)"/g)].map(([, name = '']) => name).sort();

test('The page of changing a password has the fields that are read, and never what was typed', () => {
  const errors = errorsOfPasswordRefusal({ code: 'password-easily-guessed', because: 'expected-words' });
  const { content } = passwordPage({ csrfToken: 't', next: '/cases', isFirstUse: true, errors });
  expect(namesIn(content)).toEqual(['_csrf', 'next', 'present', 'wanted']);
  expect(String(content)).toContain('made of your name, your force, a place or words of this work');
  expect(String(content)).toContain('Somebody else chose your password');
  for (const input of String(content).match(/<input[^>]*type="password"[^>]*>/g) ?? [])
    expect(input).not.toContain(' value=');
});

test.each([
  [{ code: 'wrong-password' }, 'present', 'Present password is not right'],
  [{ code: 'wait', until: new Date('2026-02-03T09:01:30Z') }, 'present', 'Try again at 9:02am'],
  [{ code: 'same-password' }, 'wanted', 'must be different'],
  [{ code: 'password-too-short' }, 'wanted', '12 characters or more'],
  [{ code: 'password-too-long' }, 'wanted', '300 characters or fewer'],
] as const)('%j is told at its field', (refusal, field, words) => {
  const [error, ...others] = errorsOfPasswordRefusal(refusal);
  expect([error?.field, others]).toEqual([field, []]);
  expect(error?.text).toContain(words);
});

test('The page that asks for the password again holds everything that was sent, lists too, and no password', () => {
  const body = { _csrf: 'old', reason: 'A & B', tick: ['one', 'two'], 'proof-of-password': 'secret' };
  const page = String(proofPage({ act: 'withdraw a case', action: '/x', body, csrfToken: 'new', errors: [] }).content);
  expect(
    [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ).toEqual([
    ['_csrf', 'new'],
    ['reason', 'A &amp; B'],
    ['tick', 'one'],
    ['tick', 'two'],
  ]);
  expect(page).not.toContain('secret');
});

test('The page of one’s account offers to end every session but this one, and all others where there are several', () => {
  const at = new Date('2026-02-03T09:00:00Z');
  const session = (id: string, isThis: boolean) => ({
    id,
    isThis,
    browser: null,
    address: '<b>',
    signedInAt: at,
    lastSeenAt: at,
  });
  const visitor = { name: 'Ash', role: 'officer', organisation: 'Durham' };
  const page = (...sessions: ReturnType<typeof session>[]) =>
    String(accountPage({ visitor, sessions, csrfToken: 't' }).content);
  expect(page(session('a', true))).not.toContain('<form');
  const three = page(session('a', true), session('b', false), session('c', false));
  expect([...three.matchAll(/action="([^"]*)"/g)].map(([, action]) => action)).toEqual([
    '/account/sessions/b/end',
    '/account/sessions/c/end',
    '/account/sessions/end-others',
  ]);
  expect(three).toContain('&lt;b&gt;');
});
