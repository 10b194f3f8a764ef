import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';

/** The first that is there. Debian's headless shell is Chromium without a window to draw: half of the work for each page. */
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * The path of a Chromium for the journeys: CHROMIUM_PATH, a usual place, or a fresh one from Debian's packages where
 * this is root and apt-get exists. Null, with a line saying what to do, where there is none to be had.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (mayRun(named)) return named;
    console.log(`CHROMIUM_PATH is ${named}, which is not a program that can be run.`);
    return null;
  }
  const found = chromiumThere();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    for (const browser of ['chromium-headless-shell', 'chromium']) {
      install(browser);
      const installed = chromiumThere();
      if (installed) return installed;
    }
  }
  console.log('No Chromium on this machine, so the journeys in a browser are skipped. To run them, install one');
  console.log('(Debian: sudo apt-get update && sudo apt-get install chromium) or set CHROMIUM_PATH to its program.');
  return null;
}

/** The path of a Chromium that is on this machine: CHROMIUM_PATH or a usual place; undefined where there is none. */
export function chromiumThere() {
  return process.env.CHROMIUM_PATH || USUAL_PLACES.find(mayRun);
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(browser) {
  console.log(`Installing ${browser} from Debian's packages (once, some minutes) …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) => spawnSync('apt-get', words, { env: environment, encoding: 'utf8' });
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', browser, 'fonts-liberation'],
  ];
  for (const step of steps) {
    const { status, stdout, stderr } = apt(...step);
    if (status !== 0) {
      console.log(`apt-get ${step[0]} failed:\n${`${stdout ?? ''}${stderr ?? ''}`.trim().slice(-2000)}`);
      return;
    }
  }
}
