import { parseArgs } from 'node:util';
import { nearestWord } from '../shared/nearest-word.ts';
import { InputFault } from './exit.ts';

/** The options a command takes. A `value` names what follows the option in help and in faults: FILE, ID. */
export interface OptionTable {
  readonly [name: string]: { readonly value?: string; readonly repeatable?: boolean };
}

/** What the words after a command come to: flags, the values of options, and the words that are not options. */
export interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
}

/**
 * Reads the words after a command's name. `--help` is known everywhere. Throws `InputFault` for an option that the
 * command does not have, one without its value, and one given twice that may be given once.
 */
export function readArguments(command: string, table: OptionTable, args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const help = { help: { type: 'boolean' as const, short: 'h' } };
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...options, ...help },
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = token.name === 'help' ? {} : Object.hasOwn(table, token.name) ? table[token.name] : undefined;
    if (option === undefined) throw unknownOption(command, token.rawName, Object.keys(table));
    if (option.value === undefined) {
      if (token.value !== undefined)
        throw new InputFault(`${command}: ${token.rawName} takes no value; leave out "${token.value}"`);
      flags.add(token.name);
    } else {
      values.set(token.name, [...(values.get(token.name) ?? []), valueOf(command, token, option.value)]);
      if (option.repeatable !== true && (values.get(token.name)?.length ?? 0) > 1) {
        throw new InputFault(`${command}: --${token.name} is given twice; give it once`);
      }
    }
  }
  return { flags, values, words };
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function valueOf(command: string, { rawName, value, inlineValue }: OptionToken, placeholder: string): string {
  const looksLikeOption = inlineValue !== true && value !== undefined && value.startsWith('-') && value !== '-';
  if (value === undefined || value === '' || looksLikeOption) {
    throw new InputFault(`${command}: ${rawName} needs a value: write ${rawName} ${placeholder}`);
  }
  return value;
}

function unknownOption(command: string, rawName: string, known: readonly string[]): InputFault {
  const near = nearestWord(rawName.replace(/^-+/, ''), [...known, 'help']);
  const remedy =
    near === null
      ? `its options are ${[...known, 'help'].map((name) => `--${name}`).join(', ')}`
      : `did you mean --${near}?`;
  return new InputFault(`${command}: there is no option ${rawName}; ${remedy}`);
}
