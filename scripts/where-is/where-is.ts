import { clausesByScheme, clausesOfLaw } from './clauses.ts';
import { commands } from './commands.ts';
import { facts } from './facts.ts';
import { wordsSought } from './other-words.ts';
import { referenceFiles } from './reference-files.ts';
import { refusals } from './refusals.ts';
import { rooms } from './rooms.ts';
import { routes } from './routes.ts';
import { databaseFunctions, tables } from './tables.ts';
import { tests } from './tests.ts';

/** The whole of docs/where-is.md, made from the tree: by hand are only the words of other-words.ts. */
export async function whereIs(): Promise<string> {
  return `# Where is …

Made by \`node scripts/generate-where-is.ts\`; a test holds it to the tree. "Which rule keeps a 17-year-old out of the
London pilot?" Look under [Rules](#rules) for the scheme, or under [Facts](#facts) for \`age\`.

- [Other words](#other-words): what you may look for under a word that is not used here
- [Rules](#rules): each scheme's clauses, with their words, file and line
- [Law](#law): what is asked before any scheme, in the same way
- [Facts](#facts): what is asked, and the rules and clauses of law that turn on it
- [Pages](#pages): each address, the right that it needs, and the file that answers it
- [Commands](#commands): each command of the command line
- [Refusals](#refusals): each "no" that a case or an import may give, and the function or clause of law that gives it
- [Tables](#tables): each table, view and function of the database, where it is made as it is now, changed and typed
- [Reference](#reference): what the program is told of the world: forces, councils, costs, populations
- [Rooms](#rooms): each file of the program, in a sentence
- [Tests](#tests): the tests of what no one file does; any other stands beside its file

## Other words

${wordsSought()}

## Rules

${clausesByScheme()}

## Law

${clausesOfLaw()}

## Facts

${facts()}

## Pages

The form of a command of a case has a second address, with \`/:target\` at its end, which names what in the case it is about.

${await routes()}

## Commands

${commands()}

## Refusals

${refusals()}

## Tables

${tables()}

### Functions of the database

${databaseFunctions()}

## Reference

${referenceFiles()}

## Rooms

${rooms()}

## Tests

${tests()}
`;
}
