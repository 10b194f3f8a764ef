import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../../src/db/index.ts';

/** What a row of each table reads as. Read by column-types.ts with TypeScript's own checker, and imported by nobody. */
export type Read = { [Name in keyof Tables]: Selectable<Tables[Name]> };

/** What a new row of each table is written as. */
export type Written = { [Name in keyof Tables]: Insertable<Tables[Name]> };
