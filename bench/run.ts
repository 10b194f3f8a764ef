/**
 * `npm run bench -- NAME [--json] [--size=N]`: each performance figure beside its peers', in one run on one core.
 * `--json` prints `{figures:[{name,value,unit}]}`; without it a table and what was checked.
 */
import process from 'node:process';
import type { Bench, BenchReport } from './figure.ts';

const BENCHES: { readonly [name: string]: () => Promise<{ bench: Bench }> } = {
  eligibility: () => import('./eligibility/bench.ts'),
  lists: () => import('./lists/bench.ts'),
  referrals: () => import('./referrals/bench.ts'),
  records: () => import('./records/bench.ts'),
  statistics: () => import('./statistics/bench.ts'),
};

const [name, ...rest] = process.argv.slice(2);
const load = name === undefined ? undefined : BENCHES[name];
const size = rest.flatMap((option) => /^--size=([1-9]\d{0,7})$/.exec(option)?.[1] ?? []).map(Number)[0];
const unknown = rest.find(
  (option) => option !== '--json' && !(name === 'lists' && /^--size=[1-9]\d{0,7}$/.test(option)),
);

if (!load || unknown !== undefined) {
  const said = name === undefined ? 'name a bench' : load ? `no option "${unknown}"` : `no bench "${name}"`;
  process.stderr.write(`bench: ${said}; try: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--json]\n`);
  process.exit(2);
}

const { bench } = await load();
const report = await bench((line) => process.stderr.write(`${line}\n`), size === undefined ? {} : { size });
process.stdout.write(rest.includes('--json') ? `${JSON.stringify({ figures: report.figures })}\n` : tableOf(report));

function tableOf({ figures, notes }: BenchReport): string {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  const rows = figures.map(({ name: what, value, unit }) => {
    const shown = value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
    return `${what.padEnd(width)}  ${shown.padStart(12)}  ${unit}`;
  });
  return `${rows.join('\n')}\n\n${notes.join('\n')}\n`;
}
