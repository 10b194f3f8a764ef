/** A line that is written over while work goes on, and taken away when it is done. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const MILLISECONDS_BETWEEN = 200;
const ERASE_LINE = '\r\u001b[K';

/** A progress line on a screen; where the output is not a screen, nothing is written. */
export function progressLine(screen: Screen, now: () => number = () => performance.now()): ProgressLine {
  if (screen.isTTY !== true) return { show: () => {}, clear: () => {} };
  let shownAt: number | null = null;
  return {
    show(text) {
      if (shownAt !== null && now() - shownAt < MILLISECONDS_BETWEEN) return;
      shownAt = now();
      screen.write(`${ERASE_LINE}${text}`);
    },
    clear() {
      if (shownAt !== null) screen.write(ERASE_LINE);
    },
  };
}
