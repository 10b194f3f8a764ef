import { findForce, type Force } from '../reference/index.ts';
import { InputFault } from './exit.ts';

/** The force with this id. Throws `InputFault`, in the command's name, where there is none. */
export function knownForce(command: string, id: string, forces: readonly Force[]): Force {
  const force = findForce(id, forces);
  if (force.ok) return force.value;
  throw new InputFault(`${command}: ${force.refusal.problem}; ${force.refusal.remedy}`);
}
