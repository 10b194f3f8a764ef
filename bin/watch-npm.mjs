import { readFileSync } from 'node:fs';

const EVERY_MS = 250;

/**
 * Calls `onGone` when the npm that started this program is gone. npm passes on the signals that it can catch; killed
 * outright it cannot, and the program would go on without anybody seeing it, on the same port. Does nothing where this
 * was started by other means than npm.
 */
export function watchNpm(onGone) {
  const npm = process.env.npm_lifecycle_event ? findNpm() : null;
  if (!npm) return;
  const watch = setInterval(() => {
    if (startedAt(npm.pid) === npm.startedAt) return;
    clearInterval(watch);
    onGone();
  }, EVERY_MS);
  watch.unref();
}

/** The parent process, or its parent where the parent is the shell that npm runs scripts in. */
function findNpm() {
  const parent = readProcess(process.ppid);
  return parent && /^(sh|dash|bash)$/.test(parent.name) ? readProcess(parent.parent) : parent;
}

function startedAt(pid) {
  return readProcess(pid)?.startedAt;
}

/** From /proc/<pid>/stat: "pid (name) state parent … started …". Null where there is no such process, or no /proc. */
function readProcess(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    return fields[0] === 'Z' ? null : { pid, name, parent: Number(fields[1]), startedAt: fields[19] };
  } catch {
    return null;
  }
}
