import { loadReferenceWords } from '../../../schemes/store/reference-words.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { InputFault } from '../../exit.ts';

/** The id of a force of reference/forces.yaml. Throws `InputFault`, in the command's name, where it is none. */
export async function knownForce(command: string, given: string): Promise<string> {
  const { forces } = await loadReferenceWords();
  if (forces.has(given)) return given;
  const near = nearestWord(given, [...forces.keys()]);
  const remedy = near === null ? 'the ids are in reference/forces.yaml' : `did you mean "${near}"?`;
  throw new InputFault(`${command}: there is no force "${given}"; ${remedy}`);
}
