import { clusterTrial, type ClusterTrialResult } from '../../../statistics/index.ts';
import { EXIT, type ExitStatus } from '../../exit.ts';
import { figure, findingsTable, notesInWords, pInWords } from '../../output/findings.ts';
import type { Terminal } from '../../terminal.ts';
import { analysisRows, eventsIn, groupsIn, numbersIn } from './analysis-rows.ts';
import { readDataFile } from './data-file.ts';
import { readOptions, type CommandOptions } from './command-options.ts';

const OPTIONS = {
  data: { value: 'FILE.csv' },
  outcome: { value: 'COLUMN' },
  arm: { value: 'COLUMN' },
  cluster: { value: 'COLUMN' },
  level: { value: '0.95' },
  json: {},
};

interface Answer {
  readonly found: ClusterTrialResult;
  readonly level: number;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** `waymark statistics cluster-trial`: a trial in which chance allocated clusters. Throws `InputFault`. */
export async function runClusterTrial(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = readOptions('cluster-trial', OPTIONS, words);
  const answer = await answerTo(options);
  await terminal.write(options.has('json') ? inJson(answer) : inWords(answer, terminal));
  return EXIT.done;
}

async function answerTo(options: CommandOptions): Promise<Answer> {
  const [file, outcome] = [options.needed('data'), options.needed('outcome')];
  const [arm, cluster] = [options.needed('arm'), options.needed('cluster')];
  const level = options.number('level', { above: 0, below: 1, otherwise: 0.95 });
  const rows = analysisRows(await readDataFile(file), [outcome, arm, cluster]);
  const marked = eventsIn(rows, arm);
  const result = clusterTrial({
    outcome: numbersIn(rows, outcome),
    treated: marked.events,
    cluster: groupsIn(rows, [cluster]).codes,
    level,
  });
  if (!result.ok) throw options.fault(result.refusal.message);
  return { found: result.value, level, leftOut: rows.leftOut, notes: [...rows.notes, ...marked.notes] };
}

function inJson({ found: { arms, ...found }, level, leftOut, notes }: Answer): string {
  const [withScheme, without] = arms;
  return `${JSON.stringify({ ...found, arms: { 1: withScheme, 0: without }, level, rowsLeftOut: leftOut, notes }, null, 2)}\n`;
}

function inWords({ found, level, notes }: Answer, terminal: Terminal): string {
  const { arms, difference, low, high, p, degreesOfFreedom, icc, designEffect } = found;
  const rows = arms.map(({ clusters, people, mean }, at) => [`${1 - at}`, `${clusters}`, `${people}`, figure(mean)]);
  return [
    `Each cluster one observation: ${figure(difference)} (${level * 100}% interval ${figure(low)} to ${figure(high)}), p ${pInWords(p)}, Student’s t on ${degreesOfFreedom} degrees.`,
    ...notesInWords(notes),
    '',
    ...findingsTable(['Arm', 'Clusters', 'Rows', 'Mean of clusters'], rows, terminal.width),
    '',
    `Intracluster correlation ${figure(icc)}; design effect ${figure(designEffect)}: such a trial needs so many times the people of one of people.`,
    '',
  ].join('\n');
}
