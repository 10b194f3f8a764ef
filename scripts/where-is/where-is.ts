import { clausesByScheme } from './clauses.ts';
import { commands } from './commands.ts';
import { facts } from './facts.ts';
import { refusals } from './refusals.ts';
import { rooms } from './rooms.ts';
import { routes } from './routes.ts';
import { tables } from './tables.ts';

/** The whole of docs/where-is.md, made from the tree: nothing in it is written by hand. */
export async function whereIs(): Promise<string> {
  return `# Where is …

Made by \`node scripts/generate-where-is.ts\`; a test holds it to the tree. "Which rule keeps a 17-year-old out of the
London pilot?" Look under [Rules](#rules) for the scheme, or under [Facts](#facts) for \`age\`.

- [Rules](#rules): each scheme's clauses, with their words, file and line
- [Facts](#facts): what is asked, and the rules that turn on it
- [Pages](#pages): each address, the right that it needs, and the file that answers it
- [Commands](#commands): each command of the command line
- [Refusals](#refusals): each "no" that a case or an import may give, and where it is given
- [Tables](#tables): each table and view of the database, where it is made and where it is typed
- [Rooms](#rooms): each file of the program, in a sentence

## Rules

${clausesByScheme()}

## Facts

${facts()}

## Pages

${await routes()}

## Commands

${commands()}

## Refusals

${refusals()}

## Tables

${tables()}

## Rooms

${rooms()}
`;
}
