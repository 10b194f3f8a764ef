import type { DocumentFault } from '../../documents/index.ts';

/** A catalogue that cannot be used, with every fault of every document in it. */
export class CatalogueFault extends Error {
  readonly faults: readonly DocumentFault[];

  constructor(faults: readonly DocumentFault[]) {
    const [first] = faults;
    const place = first === undefined ? '' : `: ${first.file}:${first.line}:${first.column}: ${first.problem}`;
    const others = faults.length > 1 ? `, and ${faults.length - 1} more (run waymark schemes check)` : '';
    super(`the catalogue of schemes has faults${place}${others}`);
    this.name = 'CatalogueFault';
    this.faults = faults;
  }
}
