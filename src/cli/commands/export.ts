import { exportCohort, type ExportedCohort } from '../../evaluation/index.ts';
import { writeStudyFolder } from '../../evaluation/store/write-study-folder.ts';
import { loadForces } from '../../reference/store/forces.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { knownForce } from '../known-force.ts';
import { readArguments, type OptionTable } from '../read-arguments.ts';
import { withWaymark } from '../with-waymark.ts';

const HELP = `Take a pseudonymised study data set out of the cases.

Usage
  waymark export cohort --out DIR [--force ID] [--replace] [--json]

One row a person and index event: the clock starts on the day of the offer or, without one, of the decision. No name,
birthday, contact, reference or free text is read: the database gives pseudonyms, days and codes alone. A person has the
same pseudonym in every export of one data folder; the key is the file pseudonym-key there. Keep it from whoever has
the data: with it and a name, a pseudonym can be worked out. That it was done is entered in the audit record.

Files
  cohort.csv        the rows, as waymark evaluate and waymark measures read them
  reoffences.csv    later cases of the same person in the same force: stops that came to a decision, not convictions.
                    They have no day of proof. Join proven reoffences from the Police National Computer by your own means
  dictionary.csv    what each column means, and what an empty cell says
  small-cells.csv   the cells of force, age band, sex and ethnicity with fewer than 5 people, who might be recognised

Options
  --out DIR    the folder to write
  --force ID   the cases of one police force alone, as west-midlands
  --replace    replace these files in a folder that is there already
  --json       print {"folder", "rows", "people", "reoffences", "leftOut", "smallCells", "peopleInSmallCells", "contradictions"}

The database is the one that npm start uses: the embedded one in WAYMARK_DATA, or the one that DATABASE_URL names. It may
be in use meanwhile. Demonstration cases are marked: their pseudonyms begin with DEMO-.
`;

const OPTIONS: OptionTable = { out: { value: 'DIR' }, force: { value: 'ID' }, replace: {}, json: {} };

/** `waymark export`. */
export const exportCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    if (name !== 'cohort') {
      const problem = name === undefined ? 'what to take out is missing' : `there is no "${name}"`;
      throw new InputFault(`export: ${problem}; write export cohort`);
    }
    const { flags, values, words } = readArguments('export cohort', OPTIONS, rest);
    if (words[0] !== undefined) throw new InputFault(`export cohort: "${words[0]}" is one word too many`);
    const folder = values.get('out')?.[0];
    if (folder === undefined) throw new InputFault('export cohort: name the folder to write: --out DIR');
    const force = await forceAsked(values.get('force')?.[0]);
    const studied = await withWaymark({ command: 'export cohort' }, (waymark) => waymark.studiedCases(force));
    const exported = exportCohort(studied, londonDayOf(new Date()));
    const written = await writeStudyFolder(folder, exported.files, { replace: flags.has('replace') });
    if (!written.ok) {
      const { problem, remedy } = written.refusal;
      throw new InputFault(`export cohort: ${problem}; ${remedy}`);
    }
    await terminal.write(flags.has('json') ? inJson(folder, exported) : inWords(folder, exported));
    return EXIT.done satisfies ExitStatus;
  },
};

async function forceAsked(id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  return knownForce('export cohort', id, await loadForces()).id;
}

function inJson(folder: string, { files: _, ...counts }: ExportedCohort): string {
  return `${JSON.stringify({ folder, ...counts }, null, 2)}\n`;
}

function inWords(folder: string, exported: ExportedCohort): string {
  const { rows, people, reoffences, leftOut, contradictions } = exported;
  const lines = [
    `${rows} index events of ${people} people are in ${folder}, with ${reoffences} later cases of theirs.`,
    leftOut > 0 && `${leftOut} cases are left out: opened by mistake, or a duplicate of another.`,
    exported.smallCells > 0 &&
      `${exported.peopleInSmallCells} people stand in ${exported.smallCells} cells of fewer than 5 (small-cells.csv): they might be recognised. Keep the data where evaluators work.`,
    contradictions.length > 0 && `${contradictions.length} rows have days that cannot all be so:`,
    ...contradictions.map((contradiction) => `  ${contradiction}`),
  ];
  return `${lines.filter((line) => line !== false).join('\n')}\n`;
}
