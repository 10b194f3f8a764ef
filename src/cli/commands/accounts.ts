import { nearestWord } from '../../shared/nearest-word.ts';
import type { Command } from '../command.ts';
import { InputFault, type ExitStatus } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

const HELP = `Set up organisations and the accounts of those who sign in.

Usage
  waymark accounts add-organisation --kind police --force ID --name NAME [--json]
      a police force; ID is its id in reference/forces.yaml. A new database is made where there is none
  waymark accounts add-organisation --kind provider --name NAME [--json]
      an organisation that works with the people diverted
  waymark accounts add-organisation --kind evaluator|board --name NAME [--json]
      an organisation that evaluates, such as a university; a board that reads the reports shared with it
  waymark accounts add-service --organisation NAME_OR_ID --scheme ID --force ID --name NAME [--json]
      what a provider offers for a scheme in a force: without it, the force cannot refer anybody to that provider
  waymark accounts add --email ADDRESS --name NAME --role ROLE --organisation NAME_OR_ID [--json]
      somebody who may sign in. ROLE is officer, supervisor or coordinator in a police force; in the others
      it is what they are: provider, evaluator or board
  waymark accounts add-membership --email ADDRESS --role ROLE --organisation NAME_OR_ID [--json]
      another place where somebody works. Signing in, they say where they are working today, and may change it
  waymark accounts end-membership --email ADDRESS --role ROLE --organisation NAME_OR_ID [--json]
      somebody works there no more. The last of an account is ended by closing it
  waymark accounts list [--json]
      every organisation with the accounts that work there, the closed ones and those who left too
  waymark accounts set-password --email ADDRESS [--json]
      a new password; whoever is signed in with the old one is signed out
  waymark accounts close --email ADDRESS [--json]
      signs the account out, and lets it sign in no more. Nothing is deleted

A password is asked for twice, or read from standard input where that is not a terminal: never given as an option, where
others on the machine could see it. It has at least 12 characters and is none of those that are guessed first.

The database is the one that npm start uses: the embedded one in WAYMARK_DATA, or the one that DATABASE_URL names. It may
be in use meanwhile. Each of these is written to the audit record, as done by the command line.

Options
  --json      print JSON
`;

type Run = (words: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

const PARTS: { readonly [name: string]: () => Promise<Run> } = {
  'add-organisation': async () => (await import('./accounts/add-organisation.ts')).runAddOrganisation,
  'add-service': async () => (await import('./accounts/add-service.ts')).runAddService,
  add: async () => (await import('./accounts/add.ts')).runAdd,
  'add-membership': async () => (await import('./accounts/add-membership.ts')).runAddMembership,
  'end-membership': async () => (await import('./accounts/end-membership.ts')).runEndMembership,
  list: async () => (await import('./accounts/list.ts')).runList,
  'set-password': async () => (await import('./accounts/set-password.ts')).runSetPassword,
  close: async () => (await import('./accounts/close.ts')).runClose,
};

/** `waymark accounts`. */
export const accountsCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    const known = Object.keys(PARTS);
    if (name === undefined)
      throw new InputFault(`accounts: what to do is missing; write accounts ${known.join(' | ')}`);
    const load = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (load !== undefined) return (await load())(rest, terminal);
    const near = nearestWord(name, known);
    throw new InputFault(
      `accounts: there is no "${name}"; ${near === null ? `write one of ${known.join(', ')}` : `did you mean "${near}"?`}`,
    );
  },
};
