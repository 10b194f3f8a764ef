import { InputFault } from '../../exit.ts';
import { readArguments, type OptionTable } from '../../read-arguments.ts';

/** The options given to a method, read one by one. Every reader throws `InputFault` naming the method and the remedy. */
export interface CommandOptions {
  readonly has: (flag: string) => boolean;
  readonly text: (name: string) => string | undefined;
  /** The value of an option that can't be left out. */
  readonly needed: (name: string) => string;
  /** A number that lies above `above` and below `below`; `otherwise` where it is left out. */
  readonly number: (name: string, range: NumberRange) => number;
  readonly oneOf: <Word extends string>(name: string, known: readonly [Word, ...Word[]]) => Word;
  readonly fault: (problem: string) => InputFault;
}

export interface NumberRange {
  readonly above?: number;
  readonly atLeast?: number;
  readonly below?: number;
  readonly otherwise?: number;
}

/** Reads the words after `statistics <method>`, or another command; none may stand without an option. Throws `InputFault`. */
export function readOptions(
  method: string,
  table: OptionTable,
  args: readonly string[],
  command = `statistics ${method}`,
): CommandOptions {
  const { flags, values, words } = readArguments(command, table, args);
  const fault = (problem: string) => new InputFault(`${command}: ${problem}`);
  if (words[0] !== undefined) throw fault(`"${words[0]}" is one word too many`);
  const text = (name: string) => values.get(name)?.[0];
  const placeholder = (name: string) => `--${name} ${table[name]?.value ?? ''}`.trim();
  const needed = (name: string): string => {
    const value = text(name);
    if (value === undefined) throw fault(`--${name} is missing; write ${placeholder(name)}`);
    return value;
  };
  return {
    has: (flag) => flags.has(flag),
    text,
    needed,
    fault,
    number: (name, range) => {
      if (text(name) === undefined && range.otherwise !== undefined) return range.otherwise;
      const value = Number(needed(name));
      if (isWithin(value, range)) return value;
      throw fault(`--${name} is a number${rangeInWords(range)}; not ${text(name)}`);
    },
    oneOf: (name, known) => {
      const value = text(name);
      const found = value === undefined ? known[0] : known.find((word) => word === value);
      if (found !== undefined) return found;
      throw fault(`--${name} is ${known.slice(0, -1).join(', ')} or ${known.at(-1)}; not ${value}`);
    },
  };
}

function isWithin(value: number, { above, atLeast, below }: NumberRange): boolean {
  if (!Number.isFinite(value)) return false;
  return (
    (above === undefined || value > above) &&
    (atLeast === undefined || value >= atLeast) &&
    (below === undefined || value < below)
  );
}

function rangeInWords({ above, atLeast, below }: NumberRange): string {
  const bounds = [
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(atLeast === undefined ? [] : [`of at least ${atLeast}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ];
  return bounds.length === 0 ? '' : ` ${bounds.join(' and ')}`;
}
