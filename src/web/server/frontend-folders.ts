import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folderOf = (specifier: string): string => dirname(fileURLToPath(import.meta.resolve(specifier)));

/** Where the official GOV.UK Frontend files lie: macros, styles, scripts, fixtures. */
export const govukFolder = join(folderOf('govuk-frontend/package.json'), 'dist', 'govuk');
/** Where the Ministry of Justice's additions lie. */
export const mojFolder = join(folderOf('@ministryofjustice/frontend/package.json'), 'moj');
