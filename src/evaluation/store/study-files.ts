import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { utf8Text } from '../../documents/index.ts';
import type { CohortTexts } from '../domain/cohort/parse-cohort.ts';

/** The files of a study as they were read. */
export interface StudyFilesRead extends CohortTexts {
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** Why the files of a study can't be read. */
export interface StudyFileFault {
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Reads `cohort.csv`, or the one in a folder, and `reoffences.csv` beside it where there is one. */
export async function readStudyFiles(path: string): Promise<Result<StudyFilesRead, StudyFileFault>> {
  const info = await stat(path).catch(() => null);
  if (info === null) {
    return refuse({ file: path, problem: 'there is no such file or folder', remedy: 'check the path' });
  }
  const cohortFile = info.isDirectory() ? join(path, 'cohort.csv') : path;
  const cohort = await readText(cohortFile);
  if (!cohort.ok) return cohort;
  if (cohort.value === null) {
    return refuse({
      file: path,
      problem: 'has no cohort.csv in it',
      remedy: 'name the folder of a study, or its cohort.csv',
    });
  }
  const reoffences = await readText(join(dirname(cohortFile), 'reoffences.csv'));
  if (!reoffences.ok) return reoffences;
  return ok(together(basename(cohortFile), cohort.value, reoffences.value));
}

/** The files of a study that are in memory already, by the names that they are kept under. */
export function studyFilesIn(files: {
  readonly cohort: Uint8Array | null;
  readonly reoffences: Uint8Array | null;
}): Result<StudyFilesRead, StudyFileFault> {
  if (files.cohort === null) {
    return refuse({ file: 'cohort.csv', problem: 'is not there any more', remedy: 'choose the file again' });
  }
  const cohort = textOf('cohort.csv', files.cohort);
  if (!cohort.ok) return cohort;
  const reoffences = files.reoffences === null ? ok(null) : textOf('reoffences.csv', files.reoffences);
  if (!reoffences.ok) return reoffences;
  return ok(together('cohort.csv', cohort.value, reoffences.value));
}

function together(cohortName: string, cohort: HashedText, reoffences: HashedText | null): StudyFilesRead {
  const files = [
    { name: cohortName, sha256: cohort.sha256 },
    ...(reoffences === null ? [] : [{ name: 'reoffences.csv', sha256: reoffences.sha256 }]),
  ];
  return { cohort: cohort.text, reoffences: reoffences?.text ?? null, files };
}

interface HashedText {
  readonly text: string;
  readonly sha256: string;
}

/** The text of a file with the hash of its bytes; null where there is none. */
async function readText(file: string): Promise<Result<HashedText | null, StudyFileFault>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return ok(null);
    return refuse({ file, problem: 'can’t be read', remedy: 'check its permissions' });
  }
  return textOf(file, bytes);
}

function textOf(file: string, bytes: Uint8Array): Result<HashedText, StudyFileFault> {
  const text = utf8Text(bytes);
  if (text.ok) return ok({ text: text.value, sha256: createHash('sha256').update(bytes).digest('hex') });
  const { line, column, problem, remedy } = text.refusal;
  return refuse({ file: `${file}:${line}:${column}`, problem, remedy });
}
