import { keysIn, tableFrom } from '../../../shared/tables.ts';
import type { FindingMeaning } from '../finding-ledger.ts';

/** Why a row is not counted. Every row is counted or has exactly one of these. */
export const STREET_SKIP_REASONS = {
  'unclosed-quote': 'a quotation mark is never closed; the lines after it were read as rows of their own',
  'malformed-row': 'more or fewer fields than the header has',
  'repeated-header': 'the header again, as where files were joined end to end',
  'other-crime': 'a crime of another type than drugs',
  'crime-type-not-known': 'the crime type is none that is known, so that it cannot be told whether it is drugs',
  'bad-month': 'the month is not of the form 2019-12',
  'force-not-known': 'no column names a force that is known',
} as const satisfies Record<string, string>;

export type StreetSkipReason = keyof typeof STREET_SKIP_REASONS;

const EXPECTED: ReadonlySet<string> = new Set(['other-crime']);

const reject = tableFrom(keysIn(STREET_SKIP_REASONS), (code): FindingMeaning => ({
  level: EXPECTED.has(code) ? 'note' : 'reject',
  says: STREET_SKIP_REASONS[code],
}));

export const STREET_FINDINGS = {
  ...reject,
  'outcome-not-given': { level: 'note', says: 'the outcome is not given, so how the crime was closed is not known' },
  'month-not-possible': {
    level: 'warn',
    says: 'the month is in the future, or before street-crime files began (December 2010); read as it stands',
  },
  'id-repeated': {
    level: 'note',
    says: 'the crime’s id is that of a row before it, mostly with another place: several crimes of one case; each is counted',
  },
  'id-not-given': { level: 'note', says: 'the crime has no id, so that a copy of it could not be told' },
  'no-rows': { level: 'warn', says: 'the file has a header and no rows' },
  'no-drugs-crime': { level: 'warn', says: 'the file has rows, and none that is counted' },
  'separator-line': { level: 'note', says: 'the first line says what stands between cells (sep=,); passed over' },
  'text-utf16': { level: 'note', says: 'the file is UTF-16; read as such' },
  'byte-order-mark': { level: 'note', says: 'the file begins with a byte-order mark; left out' },
} as const satisfies Record<string, FindingMeaning>;
