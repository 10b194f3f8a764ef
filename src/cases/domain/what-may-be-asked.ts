import type { Role } from './author.ts';
import type { CommandType } from './case-command.ts';
import type { CaseStatus } from './case-state.ts';
import { transitions } from './transitions.ts';

/** What a role may ask of a case in a status, before any guard has looked: which buttons a page shows. */
export function whatMayBeAsked(status: CaseStatus, role: Role): readonly CommandType[] {
  const open = transitions.filter(({ from, by }) => from.includes(status) && by.includes(role));
  return [...new Set(open.map(({ command }) => command))];
}
