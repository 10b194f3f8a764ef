/** A route below one record: `/cases/:caseId/withdraw-case`. */
const BELOW_A_RECORD = /^\/[a-z]+\/:[A-Za-z]+(?=\/)/;

/**
 * The page of the record that an address lies below (`/cases/…` for `/cases/…/withdraw-case`), which every such record has
 * (docs/routes.md); undefined where it lies below none. Whether that may be seen is asked there.
 */
export function recordAbove(url: string, route: string | undefined): { readonly href: string } | undefined {
  if (!BELOW_A_RECORD.test(route ?? '')) return undefined;
  const [, kind = '', record = ''] = url.split('/');
  return { href: `/${kind}/${record}` };
}
