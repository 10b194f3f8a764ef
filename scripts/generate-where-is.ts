/** Writes docs/where-is.md. Run it with `npm run where-is` after adding a file, a rule, a page, a command or a refusal. */
import { writeFileSync } from 'node:fs';
import { projectRoot } from './where-is/source-file.ts';
import { whereIs } from './where-is/where-is.ts';

writeFileSync(`${projectRoot}docs/where-is.md`, await whereIs());
