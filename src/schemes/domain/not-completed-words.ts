import type { SchemeDocument } from './scheme-document.ts';

type Then = SchemeDocument['outcome']['notCompleted']['then'];
type Followed = Pick<SchemeDocument, 'forces' | 'kind' | 'outcome'>;

const WORDS: Readonly<Record<Exclude<Then, 'prosecute'>, string>> = {
  summons: 'The person may be summonsed to court',
  'pay-penalty': 'The penalty notice must be paid',
  'not-offered-again': 'The scheme is not offered to the person again',
  'no-consequence': 'Nothing further happens to the person',
};

/**
 * What follows where the person does not complete the scheme. Nobody is prosecuted for that: the decision whether to
 * prosecute is taken again, in Scotland by the procurator fiscal, to whom the police report.
 */
export function notCompletedWords({ forces, kind, outcome }: Followed): string {
  const { then } = outcome.notCompleted;
  if (then !== 'prosecute') return WORDS[then];
  if (!forces.includes('scotland')) return 'The person may be prosecuted; the decision is taken again';
  return kind === 'deferred-prosecution'
    ? 'The procurator fiscal decides again, and may prosecute'
    : 'The person may be reported to the procurator fiscal, who decides';
}
