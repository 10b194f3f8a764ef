// Loaded by Stryker when a mutation run draws a sample: of all faults of the scope, `WAYMARK_MUTATION_SAMPLE` are tried,
// drawn by `WAYMARK_MUTATION_SEED`; the others are set aside before any test runs. The same seed draws the same faults
// as long as the code stays the same.
import { createHash } from 'node:crypto';

class Sample {
  #drawn = new Set();
  #size = Number(process.env.WAYMARK_MUTATION_SAMPLE);
  #seed = process.env.WAYMARK_MUTATION_SEED ?? '';

  async init() {}

  /** Stryker names all faults once, to have them grouped: here they are drawn. */
  async group(mutants) {
    const ranked = mutants
      .map((mutant) => ({ id: mutant.id, rank: this.#rank(mutant) }))
      .sort((one, other) => (one.rank < other.rank ? -1 : 1));
    this.#drawn = new Set(ranked.slice(0, this.#size).map(({ id }) => id));
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const answerTo = ({ id }) =>
      this.#drawn.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, answerTo(mutant)]));
  }

  #rank({ fileName, location, mutatorName, replacement }) {
    const where = [fileName.replace(/^.*?(?=src\/)/, ''), location.start.line, location.start.column];
    return createHash('sha256')
      .update(JSON.stringify([this.#seed, ...where, mutatorName, replacement]))
      .digest('hex');
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sample }];
