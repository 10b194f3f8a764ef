import { nearestWord } from '../../shared/nearest-word.ts';
import type { Command } from '../command.ts';
import { InputFault, type ExitStatus } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `List, show, check and compare schemes.

Usage
  waymark schemes list [--as-of YYYY-MM-DD] [--json]
      every scheme of the catalogue: its id, name, kind, forces, and what it is on the day
  waymark schemes show ID [--as-of YYYY-MM-DD] [--json]
      one scheme whole: who may enter, what they agree to, what follows, and where each statement comes from
  waymark schemes check [FILE..] [--json]
      every fault of scheme documents (and of scenarios.yaml files, which are run) with file, line and column, what is
      wrong and what would be right; the whole catalogue where no file is named. Exit status 2 where there are faults
  waymark schemes compare --facts FILE [--scheme ID] [--as-of YYYY-MM-DD] [--json]
      one person against every scheme, side by side: the verdict, the clauses it turns on, what is missing

Options
  --as-of DAY     by what holds on this day. Today where it is left out
  --facts FILE    a JSON object of facts by id; - reads standard input. waymark help decide says more
  --scheme ID     only this scheme; may be given more than once
  --json          print JSON
`;

type Run = (words: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

const PARTS: { readonly [name: string]: () => Promise<Run> } = {
  list: async () => (await import('./schemes/list.ts')).listSchemes,
  show: async () => (await import('./schemes/show.ts')).showScheme,
  check: async () => (await import('./schemes/check.ts')).checkSchemes,
  compare: async () => (await import('./schemes/compare.ts')).compareForPerson,
};

/** `waymark schemes`. */
export const schemesCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    const known = Object.keys(PARTS);
    if (name === undefined) throw new InputFault(`schemes: what to do is missing; write schemes ${known.join(' | ')}`);
    const load = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (load !== undefined) return (await load())(rest, terminal);
    const near = nearestWord(name, known);
    throw new InputFault(
      `schemes: there is no "${name}"; ${near === null ? `write one of ${known.join(', ')}` : `did you mean "${near}"?`}`,
    );
  },
};
