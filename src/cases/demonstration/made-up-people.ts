/** People who are made up for the demonstration, the same each time. */
import { contentHash } from '../../shared/canonical-json.ts';
import { addDays, calendarDayOf } from '../../shared/calendar-day.ts';
import type { Monitoring, Person, SelfDefinedCode } from '../../triage/index.ts';

/** Made up for the demonstration; the combinations belong to nobody known. */
const firstNames: readonly [string, ...string[]] = [
  'Tove',
  'Caspian',
  'Ines',
  'Marlow',
  'Yusra',
  'Leopold',
  'Bryony',
  'Ansel',
  'Zofia',
  'Kit',
  'Odette',
  'Ravi',
];
const lastNames: readonly [string, ...string[]] = [
  'Underlark',
  'Pellinore',
  'Vanterpool',
  'Greyling',
  'Ashgrove',
  'Quennell',
  'Thistledown',
  'Marchbanks',
];
const languages: readonly [string, ...string[]] = [
  'English',
  'English',
  'English',
  'English',
  'Polish',
  'Punjabi',
  'Welsh',
];
const needs: readonly [string | null, ...(string | null)[]] = [
  null,
  null,
  null,
  'Reads with difficulty: explain out loud',
  'Uses a wheelchair',
  'Collects a child at three',
];
const safely: readonly [string | null, ...(string | null)[]] = [
  null,
  null,
  null,
  'Only by text, and never to the home telephone',
];
const selfDefined: readonly [SelfDefinedCode | null, ...(SelfDefinedCode | null)[]] = [
  'W1',
  'W1',
  'W9',
  'B1',
  'A2',
  'M1',
  null,
];
const disability: readonly [Monitoring['disability'], ...Monitoring['disability'][]] = [
  'no',
  'no',
  'no',
  'yes',
  'prefer-not-to-say',
];
const officerDefined: readonly [string | null, ...(string | null)[]] = ['IC1', 'IC1', 'IC3', 'IC4', null];

/** The numbers that Ofcom keeps for drama: they never ring anybody. */
const DRAMA_NUMBER = '07700 900';

/** A number that follows from a text, the same on every machine: the demonstration's only chance. */
function numberFrom(key: string, below: number): number {
  return Number.parseInt(contentHash(key).slice(0, 8), 16) % below;
}

/** A UUID that follows from a text. */
export function idFrom(key: string): string {
  const digits = contentHash(key);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20, 32)].join('-');
}

const OLDEST_BORN_ON = calendarDayOf('1978-01-01');
/** The youngest is born in May 2005, an adult on every day the demonstration can be loaded. */
const DAYS_BORN_OVER = 10_000;

/** A made-up adult, the same for the same key. */
export function madeUpPerson(key: string): Person {
  const pick = <Value>(what: string, from: readonly [Value, ...Value[]]): Value =>
    from[numberFrom(`${key} ${what}`, from.length)] ?? from[0];
  const safe = pick('safely', safely);
  const language = pick('language', languages);
  const ownEthnicity = pick('self', selfDefined);
  const telephone = `${DRAMA_NUMBER}${String(numberFrom(`${key} telephone`, 1_000)).padStart(3, '0')}`;
  return {
    name: `${pick('first', firstNames)} ${pick('last', lastNames)} (demonstration)`,
    bornOn: addDays(OLDEST_BORN_ON, numberFrom(`${key} born`, DAYS_BORN_OVER)),
    contact: {
      telephone,
      email: null,
      address: null,
      safe: safe === null ? 'safe' : 'only-as-described',
      howSafely: safe,
    },
    language,
    interpreterNeeded: language === 'Polish',
    needs: pick('needs', needs),
    riskToStaff: null,
    ethnicity: { selfDefined: ownEthnicity, officerDefined: pick('officer', officerDefined) },
    // Somebody who was asked one of these was asked them all.
    monitoring: ownEthnicity && { sex: null, disability: pick('disability', disability), language: 'said' },
    policeReference: `DEMO/${numberFrom(`${key} reference`, 100_000)}`,
  };
}
