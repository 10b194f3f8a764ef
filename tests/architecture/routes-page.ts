import type { KnownRoute } from '../../src/web/server/index.ts';

/** The page docs/routes.md: every address, and who may use it. */
export function routesPage(routes: readonly KnownRoute[]): string {
  const rows = routes
    .filter(({ method }) => method !== 'HEAD')
    // Named by their content, which changes; what holds of one holds of all.
    .filter(({ url }) => !/^\/assets\/[^*]/.test(url))
    .map(({ method, url, access }) => [`\`${url}\``, method, [access].flat().join(' or ')])
    .toSorted(([a = '', m = ''], [b = '', n = '']) => (a === b ? (m < n ? -1 : 1) : a < b ? -1 : 1));
  const header = ['Address', 'Method', 'Who may use it'];
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return `${[
    '# Routes',
    '',
    'Every address of the server, and who may use it: everybody (`open`), those who are signed in, or those who have the right that is named. The rights stand in `src/access/domain/rights.ts`.',
    '',
    line(header),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    'This page is made from the routes themselves: `npx vitest run --project walls routes -u` makes it anew.',
  ].join('\n')}\n`;
}
