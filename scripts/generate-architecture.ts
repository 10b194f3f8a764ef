/** Draws docs/architecture.md again, between its marks. Run it with `npm run architecture`. */
import { writeFileSync } from 'node:fs';
import { architecture } from './architecture/architecture.ts';
import { projectRoot } from './where-is/source-file.ts';

writeFileSync(`${projectRoot}docs/architecture.md`, architecture());
