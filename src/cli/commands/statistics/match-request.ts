import { InputFault } from '../../exit.ts';
import { readArguments } from '../../read-arguments.ts';
import { columnNames, readDataFile, type DataFile } from './data-file.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  treatment: { value: 'COLUMN' },
  covariates: { value: 'A,B,C' },
  caliper: { value: 'DEVIATIONS' },
  exact: { value: 'COLUMN' },
  ratio: { value: 'K' },
  reuse: { value: 'K|all' },
  on: { value: 'score|logit' },
  order: { value: 'largest|smallest|data' },
  json: {},
};

const ORDERS = { largest: 'largest', smallest: 'smallest', data: 'as-given' } as const;

/** What `waymark statistics match` was asked for. */
export interface MatchRequest {
  readonly data: DataFile;
  readonly treatment: string;
  readonly covariates: readonly string[];
  readonly exact: readonly string[];
  /** In standard deviations of what is matched on, or null. */
  readonly caliper: number | null;
  readonly ratio: number;
  readonly reuse: number;
  readonly on: 'score' | 'logit';
  readonly order: (typeof ORDERS)[keyof typeof ORDERS];
  readonly asJson: boolean;
}

/** Reads the words after `statistics match`, and the file they name. Throws `InputFault`. */
export async function readMatchRequest(args: readonly string[]): Promise<MatchRequest> {
  const { flags, values, words } = readArguments('statistics match', OPTIONS, args);
  const value = (name: string) => values.get(name)?.[0];
  if (words[0] !== undefined) throw new InputFault(`statistics match: "${words[0]}" is one word too many`);
  const needed = (name: string, placeholder: string): string => {
    const text = value(name);
    if (text === undefined)
      throw new InputFault(`statistics match: --${name} is missing; write --${name} ${placeholder}`);
    return text;
  };
  const [file, treatment] = [needed('data', 'FILE.csv'), needed('treatment', 'COLUMN')];
  const covariates = columnNames(needed('covariates', 'A,B,C'));
  const oneOf = <Word extends string>(name: string, known: readonly Word[]): Word => {
    const text = value(name);
    const found = text === undefined ? known[0] : known.find((word) => word === text);
    if (found !== undefined) return found;
    throw new InputFault(`statistics match: --${name} is ${known.join(', ')}; not ${text}`);
  };
  const count = (name: string): number => {
    const text = value(name) ?? '1';
    if (name === 'reuse' && text === 'all') return Infinity;
    if (/^[1-9]\d*$/.test(text)) return Number(text);
    throw new InputFault(`statistics match: --${name} is a whole number from 1; not ${text}`);
  };
  const caliper = value('caliper') === undefined ? null : Number(value('caliper'));
  if (caliper !== null && !(caliper >= 0 && caliper < Infinity)) {
    throw new InputFault(
      `statistics match: --caliper is a number of standard deviations, as 0.2; not ${value('caliper')}`,
    );
  }
  return {
    data: await readDataFile(file),
    treatment,
    covariates,
    exact: columnNames(value('exact')),
    caliper,
    ratio: count('ratio'),
    reuse: count('reuse'),
    on: oneOf('on', ['score', 'logit']),
    order: ORDERS[oneOf('order', ['largest', 'smallest', 'data'])],
    asJson: flags.has('json'),
  };
}
