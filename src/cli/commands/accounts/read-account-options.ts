import { InputFault } from '../../exit.ts';
import { readArguments } from '../../read-arguments.ts';

/** The options of one of these commands, beside `--json`: what stands for each one's value, and whether it may be left out. */
export interface AccountOptions {
  readonly [name: string]: { readonly value: string; readonly isOptional?: boolean };
}

export interface CommandOptions {
  readonly isJson: boolean;
  /** The value of an option that may not be left out. */
  readonly valueOf: (name: string) => string;
  readonly optional: (name: string) => string | null;
}

/** Reads the words after a command's name. Throws `InputFault` for one that is too many and an option that is missing. */
export function readAccountOptions(command: string, table: AccountOptions, args: readonly string[]): CommandOptions {
  const { flags, values, words } = readArguments(command, { ...table, json: {} }, args);
  if (words[0] !== undefined) {
    const remedy = command.endsWith('list') ? 'it takes no words' : 'a name of several words needs quotation marks';
    throw new InputFault(`${command}: "${words[0]}" is not understood; ${remedy}`);
  }
  for (const [name, { value, isOptional = false }] of Object.entries(table)) {
    if (!isOptional && !values.has(name))
      throw new InputFault(`${command}: --${name} is missing; write --${name} ${value}`);
  }
  const optional = (name: string): string | null => values.get(name)?.[0] ?? null;
  return { isJson: flags.has('json'), optional, valueOf: (name) => optional(name) ?? '' };
}

/** The value as one of those it may have. Throws `InputFault` where it is none of them. */
export function oneOf<Known extends string>(place: string, text: string, known: readonly Known[]): Known {
  const found = known.find((each) => each === text);
  if (found !== undefined) return found;
  throw new InputFault(`${place} is "${text}"; it must be ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`);
}
