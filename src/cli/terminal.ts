import { once } from 'node:events';
import { styleText } from 'node:util';

/** Where a command's answer goes, and what it may look like there. */
export interface Terminal {
  /** Characters to a line. */
  readonly width: number;
  /** Writes to standard output, and waits while the reader is behind. */
  readonly write: (text: string) => Promise<void>;
  /** Text in a style, where the output is a screen that shows colour and the person has not asked for none. */
  readonly style: (style: Style, text: string) => string;
}

export type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan';

const NARROWEST = 40;
/** Lines longer than this are hard to read, however wide the window is. */
const WIDEST = 110;
const WITHOUT_SCREEN = 100;

/** The program's own standard output. */
export function processTerminal(): Terminal {
  const { stdout, env } = process;
  const columns = stdout.columns ?? Number.parseInt(env['COLUMNS'] ?? '', 10);
  const width =
    Number.isFinite(columns) && columns > 0 ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : WITHOUT_SCREEN;
  const colour = stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  return {
    width,
    style: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
    write: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
  };
}
