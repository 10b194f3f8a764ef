import { nearestWord } from '../../shared/nearest-word.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { Force } from './force.ts';

/** What was written is the id of no force. `problem` and `remedy` are for whoever wrote it, in words. */
export interface NoSuchForce {
  readonly code: 'no-such-force';
  readonly problem: string;
  readonly remedy: string;
}

/** The force with exactly this id. Where there is none, the nearest id is suggested, if one is near enough. */
export function findForce(id: string, forces: readonly Force[]): Result<Force, NoSuchForce> {
  const force = forces.find((force) => force.id === id);
  if (force !== undefined) return ok(force);
  const nearest = nearestWord(
    id,
    forces.map((force) => force.id),
  );
  const remedy =
    nearest === null
      ? "give the force's data.police.uk id, as durham or west-midlands: reference/forces.yaml has them"
      : `did you mean "${nearest}"?`;
  return refuse({ code: 'no-such-force', problem: `there is no force "${id}"`, remedy });
}
