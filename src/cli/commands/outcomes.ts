import { nearestWord } from '../../shared/nearest-word.ts';
import type { Command } from '../command.ts';
import { InputFault } from '../exit.ts';

const HELP = `Show how forces closed their drugs crimes, and whether a change is one of practice or of labels.

Usage
  waymark outcomes trend --records FILE.csv[.gz] [FILE ..] [--force ID[,ID ..]] [--json]

Options
  --records FILE   street-crime files from data.police.uk, one or several; crimes other than drugs are left out
  --force ID       only these forces, by data.police.uk's id

The periods are found from the months in the files. Two periods are compared like with like: the same months of the year,
and the forces that are in both. Shares are of the crimes that were closed; those still open are counted apart.
`;

/** `waymark outcomes`. */
export const outcomesCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    if (name === undefined) throw new InputFault('outcomes: say what to show; write outcomes trend --records FILE.csv');
    if (name === 'trend') return (await import('./outcomes/trend.ts')).runTrend(rest, terminal);
    const near = nearestWord(name, ['trend']);
    throw new InputFault(
      `outcomes: there is no "${name}"; ${near === null ? 'write outcomes trend' : `did you mean "${near}"?`}`,
    );
  },
};
