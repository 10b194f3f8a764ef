import { readFile } from 'node:fs/promises';

/** A plan that comes with the program, to begin from. */
export interface ExamplePlan {
  /** Of its file in docs/evaluation/, and in addresses. */
  readonly name: (typeof NAMES)[number];
  readonly text: string;
}

const NAMES = ['randomised', 'matched-controls', 'natural-experiment'] as const;

/** The example plans of docs/evaluation/, one for each design. */
export function loadExamplePlans(): Promise<readonly ExamplePlan[]> {
  return Promise.all(
    NAMES.map(async (name) => {
      const file = new URL(`../../../docs/evaluation/${name}.yaml`, import.meta.url);
      return { name, text: await readFile(file, 'utf8') };
    }),
  );
}
