import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { InputFault } from './exit.ts';

/** Where a password comes from; in tests, a stream that says it is a terminal or not. */
export interface PasswordSource {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Where is asked for it. */
  readonly prompt: (text: string) => void;
}

const processSource: PasswordSource = {
  input: process.stdin,
  prompt: (words) => void process.stderr.write(words),
};

/**
 * A new password for an account: asked for twice on a terminal, where it is not shown, or else the one line of standard
 * input. Throws `InputFault` where there is none, where there is more than a line, or the two differ.
 */
export async function readPassword(
  command: string,
  email: string,
  source: PasswordSource = processSource,
): Promise<string> {
  if (source.input.isTTY !== true) return onlyLine(command, await text(source.input));
  const [first, second] = await askTwice(command, email, source);
  if (first !== second) throw new InputFault(`${command}: the two passwords differ; start again`);
  return first;
}

function onlyLine(command: string, piped: string): string {
  const line = piped.replace(/\r?\n$/, '');
  if (line === '') throw new InputFault(`${command}: the password is missing; give it on standard input`);
  if (/[\r\n]/.test(line))
    throw new InputFault(`${command}: standard input has more than one line; give the password alone`);
  return line;
}

async function askTwice(command: string, email: string, { input, prompt }: PasswordSource): Promise<[string, string]> {
  // What readline echoes goes nowhere; with `terminal` the terminal itself echoes nothing either.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  const stopped = new Promise<never>((_, reject) => {
    lines.once('close', () => reject(new InputFault(`${command}: no password was given; nothing was changed`)));
  });
  stopped.catch(() => undefined);
  const ask = async (words: string): Promise<string> => {
    prompt(words);
    try {
      return await Promise.race([lines.question(''), stopped]);
    } finally {
      prompt('\n');
    }
  };
  try {
    return [await ask(`New password for ${email}: `), await ask('The same again: ')];
  } finally {
    lines.close();
  }
}
