import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recordAbove } from './record-above.ts';

test.each([
  ['/cases/:caseId/withdraw-case', '/cases/5d1c/withdraw-case', '/cases/5d1c'],
  ['/cases/:caseId/amend-fact/:target', '/cases/5d1c/amend-fact/age?from=facts', '/cases/5d1c'],
  ['/cases/:caseId', '/cases/5d1c', undefined],
  ['/cases', '/cases', undefined],
  ['/account/sessions/:sessionId/end', '/account/sessions/7/end', undefined],
  [undefined, '/cases/5d1c/withdraw-case', undefined],
])('%s as %s lies below %s', (route, url, href) => {
  expect(recordAbove(url, route)).toEqual(href && { href });
});

test('every record that an address lies below has a page of its own', () => {
  const routes = [...readFileSync('docs/routes.md', 'utf8').matchAll(/^\| `(\S+)` +\| (GET|POST) /gm)];
  const pages = new Set(routes.flatMap(([, route = '', method]) => (method === 'GET' ? [route] : [])));
  const records = new Set(routes.flatMap(([, route = '']) => /^\/[a-z]+\/:[A-Za-z]+(?=\/)/.exec(route) ?? []));
  expect([...records]).toContain('/cases/:caseId');
  expect([...records].filter((record) => !pages.has(record))).toEqual([]);
});
