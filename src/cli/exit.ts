/** How the program ends, so that scripts can tell an answer from a mistake. */
export const EXIT = {
  /** The question was answered, whatever the answer. */
  done: 0,
  /** What was looked at is broken: a chain that does not hold. That is the answer, on standard output. */
  faultsFound: 1,
  /** What was given is wrong: an option, an unreadable file, a value of the wrong type, a scheme document with faults. */
  badInput: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/**
 * Something that the person at the keyboard can put right. Its message is one line that names the place and the remedy;
 * it goes to standard error and the program ends with `EXIT.badInput`.
 */
export class InputFault extends Error {
  constructor(message: string) {
    super(message.replaceAll(/\s*\n\s*/g, ' '));
    this.name = 'InputFault';
  }
}
