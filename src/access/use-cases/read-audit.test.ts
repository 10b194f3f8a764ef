import { expect, test } from 'vitest';
import type { Actor } from '../domain/actor.ts';
import { rightsOf } from '../domain/rights-of.ts';
import { type AuditLine, readAudit } from './read-audit.ts';

const all = { who: null, reference: null, day: null, action: null };
const actorAs = (role: Actor['role']): Actor => ({
  accountId: 'a',
  name: 'Made Up',
  role,
  organisationId: 'o',
  force: 'durham',
  rights: rightsOf(role),
});
const line = (subject: string): AuditLine => ({
  at: new Date(0),
  action: 'case-viewed',
  who: null,
  role: null,
  organisation: null,
  subject,
  caseReference: null,
  details: {},
});
/** A record of so many entries, numbered from the newest. */
const recordOf = (entries: number) => ({
  entries: async (_: Actor, { limit, skip }: { readonly limit: number; readonly skip: number }) =>
    Array.from({ length: entries }, (_, index) => line(String(index))).slice(skip, skip + limit),
});
const pageOf = async (entries: number, page: number) => {
  const read = await readAudit(recordOf(entries), actorAs('information-officer'), { ...all, page });
  if (!read.ok) throw new Error(read.refusal.code);
  const { lines, hasMore } = read.value;
  return [lines[0]?.subject, lines.at(-1)?.subject, hasMore];
};

test('the pages follow one another without a gap or an overlap, and the last says that it is', async () => {
  expect(await pageOf(101, 1)).toEqual(['0', '49', true]);
  expect(await pageOf(101, 2)).toEqual(['50', '99', true]);
  expect(await pageOf(101, 3)).toEqual(['100', '100', false]);
  expect(await pageOf(50, 1)).toEqual(['0', '49', false]);
});

test('nobody but an information officer reads it', async () => {
  for (const role of ['officer', 'supervisor', 'coordinator', 'provider', 'evaluator', 'board'] as const)
    expect(await readAudit(recordOf(1), actorAs(role), { ...all, page: 1 })).toMatchObject({
      refusal: { code: 'not-your-role' },
    });
});

test('no page is shown beyond the hundredth, which says that there are more', async () => {
  const read = async (page: number) => {
    const answer = await readAudit(recordOf(5_001), actorAs('information-officer'), { ...all, page });
    if (!answer.ok) throw new Error(answer.refusal.code);
    const { lines, hasMore, isCut, page: shown } = answer.value;
    return { first: lines[0]?.subject, hasMore, isCut, shown };
  };
  expect(await read(99)).toEqual({ first: '4900', hasMore: true, isCut: false, shown: 99 });
  expect(await read(100)).toEqual({ first: '4950', hasMore: false, isCut: true, shown: 100 });
  expect(await read(1e9)).toEqual({ first: '4950', hasMore: false, isCut: true, shown: 100 });
});
