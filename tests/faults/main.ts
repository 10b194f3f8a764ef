import { parseArgs } from 'node:util';
import { runKills } from './run-kills.ts';

const HELP = `npm run faults              kills and stops this and that under a stream of writes
  --kills N    how many times (36: three of each kind)
  --seed N     the same moments and the same order again
  --only WORDS   only the ways to do harm whose name these words fit (a regular expression)
  --stop N     for how many seconds the database or the program stands still (30)`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '36' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    stop: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (values.help) say(HELP);
else {
  say(`The seed is ${values.seed}`);
  const report = await runKills({
    kills: Number(values.kills),
    seed: Number(values.seed),
    only: new RegExp(values.only),
    stopMs: Number(values.stop) * 1_000,
    say,
  });
  say(JSON.stringify(report, null, 2));
}
