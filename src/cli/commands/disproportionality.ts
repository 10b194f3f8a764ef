import { compareAreas, searchDisproportionality } from '../../evaluation/index.ts';
import { loadPopulations } from '../../evaluation/store/population-files.ts';
import { countSearches, type RecordFile, type SearchesAnswer } from '../../interchange/index.ts';
import { loadForces } from '../../reference/store/forces.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { disproportionalityJson } from '../output/disproportionality-json.ts';
import { disproportionalityReport } from '../output/disproportionality-report.ts';
import { progressLine } from '../output/progress-line.ts';
import type { Terminal } from '../terminal.ts';
import type { DisproportionalityAnswer } from './disproportionality/answer.ts';
import { areasOf, type Area } from './disproportionality/areas.ts';
import { openSearchFiles } from './disproportionality/open-search-files.ts';
import { readRequest, type DisproportionalityRequest } from './disproportionality/read-request.ts';
import { readPopulationTable } from './disproportionality/read-population-table.ts';

const HELP = `Show how groups of people fare from stop and search to its outcome, with the uncertainty of each number.

Usage
  waymark disproportionality --records FILE.csv[.gz] [FILE ..] [--force ID[,ID ..]] [--by ethnicity|sex|age]
      [--population FILE.csv] [--seed N] [--json]

Options
  --records FILE   stop-and-search files from data.police.uk, one or several; a copy of a row counts once
  --force ID       whose searches they are, by data.police.uk's id. Several ids with commas between: the files hold the
                   searches of all these together. May be left out where a file's name or its rows name the force
  --by             what the tables group by; ethnicity where it is left out. With --json all three are given
  --population     residents in place of those of the 2021 census: columns force (an id), White, Black, Asian, Mixed, Other
  --seed N         of the imputations, 1 where it is left out; the same seed gives the same figures

A relative rate is the rate of a group over that of White people (of men, of those from 25 to 34). Of searches it is by
residents; of what came of them, by searches, and by finds. Intervals are at 95%. Where one excludes parity, held to all
comparisons of the area together, the line asks to be explained, or what makes it reformed.
`;

/** `waymark disproportionality`. */
export const disproportionalityCommand: Command = {
  help: HELP,
  run: async (words, terminal) => runDisproportionality(words, terminal),
};

async function runDisproportionality(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const forces = await loadForces();
  const request = readRequest(words, forces);
  const populations =
    request.population === null ? await loadPopulations() : await readPopulationTable(request, forces);
  const line = progressLine(process.stderr);
  const counted = await countSearches({
    files: openSearchFiles(request, forces),
    forces,
    today: londonDayOf(new Date()),
    onProgress: (rows, file) => line.show(progressWords(rows, file)),
  }).finally(() => line.clear());
  if (!counted.ok) {
    const { file, problem, remedy } = counted.refusal;
    throw new InputFault(`${file}: ${problem}; ${remedy}`);
  }
  const areas = areasOf(counted.value, { request, forces, populations });
  const answer = answerFor(areas, counted.value, request);
  const text = request.asJson
    ? `${JSON.stringify(disproportionalityJson(answer), null, 2)}\n`
    : disproportionalityReport(answer, request.by, terminal);
  await terminal.write(text);
  return EXIT.done;
}

function progressWords(rows: number, file: RecordFile): string {
  return `${rows.toLocaleString('en-GB')} searches read, in ${file.name}`;
}

function answerFor(
  areas: readonly Area[],
  { files, overlaps }: SearchesAnswer,
  { seed }: DisproportionalityRequest,
): DisproportionalityAnswer {
  const answered = areas.map((area) => ({ ...area, answers: searchDisproportionality({ ...area, seed }) }));
  const compared = areas.map((area) => ({ ...area, months: area.months.length }));
  return { files, overlaps, areas: answered, funnels: areas.length > 1 ? compareAreas(compared) : [], seed };
}
