// Preloaded with `node --import`: when the program ends, prints every module that was loaded, one a line.
import { registerHooks } from 'node:module';

const loaded = new Set<string>();
registerHooks({
  load(url, context, next) {
    loaded.add(url);
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write(`\nLOADED\n${[...loaded].join('\n')}\n`));
