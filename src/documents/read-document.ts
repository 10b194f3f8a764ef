import { refuse, type Result } from '../shared/result.ts';
import { inReadingOrder, writtenPath, type DocumentFault, type Finding } from './document-fault.ts';
import { readYamlTree } from './yaml-tree.ts';

const NOTHING = {
  path: [],
  problem: 'the document is empty',
  remedy: 'write a document, or begin with one from the catalogue',
};

/** Says what a plain value holds, or what is wrong with it. */
type ReadValue<Document> = (value: unknown) => Result<Document, readonly Finding[]>;

/** Reads YAML and gives what it holds to `read`; faults of writing and of meaning come back with their places. */
export function readDocument<Document>(
  text: string,
  file: string,
  read: ReadValue<Document>,
): Result<Document, readonly DocumentFault[]> {
  const { tree, faults } = readYamlTree(text);
  const written = faults.map((fault) => ({ ...fault, file, path: '' }));
  if (tree === null) return refuse(inReadingOrder(written));
  const result = tree.value === null ? refuse([NOTHING]) : read(tree.value);
  if (result.ok && written.length === 0) return result;
  const findings: readonly Finding[] = result.ok ? [] : result.refusal;
  const placed = findings.map(({ path, at = 'value', problem, remedy }): DocumentFault => ({
    file,
    ...tree.placeOf(path, at),
    path: writtenPath(path),
    problem,
    remedy,
  }));
  return refuse(inReadingOrder([...written, ...placed]));
}
