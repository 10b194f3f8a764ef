import type { Force } from '../reference/index.ts';
import { knownForce } from './known-force.ts';

/** The ids of an option that takes several, with commas between or given more than once. Throws `InputFault`. */
export function knownForces(command: string, written: readonly string[], forces: readonly Force[]): string[] {
  const ids = written.flatMap((text) => text.split(',')).map((id) => knownForce(command, id.trim(), forces).id);
  return [...new Set(ids)];
}
