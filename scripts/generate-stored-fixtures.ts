import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { fixtureFolder, schemaHash, schemaHashesFile } from '../tests/shapes/fixtures.ts';
import { kinds } from '../tests/shapes/kinds.ts';

/**
 * Writes the fixtures of the present shape of everything that is stored, from tests/shapes/samples.ts, and the hash of
 * each new schema. What is stored of an earlier shape is never written again, and a schema that has a number is never
 * given another hash: rows of it are in databases.
 */
interface Hashes {
  [kind: string]: { [shape: string]: string };
}

const hashes = JSON.parse(await readFile(schemaHashesFile, 'utf8').catch(() => '{}')) as Hashes;
for (const { kind, samples } of kinds) {
  const recorded = hashes[kind.name] ?? {};
  const hash = schemaHash(kind);
  if ((recorded[kind.shape] ?? hash) !== hash) {
    console.error(
      `${kind.name} is not what shape ${kind.shape} was: add a step to its upcasters, which makes a new shape`,
    );
    process.exit(1);
  }
  hashes[kind.name] = { ...recorded, [kind.shape]: hash };
  const folder = fixtureFolder(kind.name, kind.shape);
  await mkdir(folder, { recursive: true });
  for (const [name, value] of Object.entries(samples)) await writeJson(new URL(`${name}.json`, folder), value);
}
await writeJson(schemaHashesFile, hashes);

async function writeJson(file: URL, value: unknown): Promise<void> {
  await writeFile(file, await format(JSON.stringify(value), { parser: 'json', printWidth: 120 }));
}
