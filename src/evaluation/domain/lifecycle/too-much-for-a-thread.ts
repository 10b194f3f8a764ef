/** It took longer, or more memory, than it may: what was sent is at fault, and not the program. */
export class TooMuchForAThread extends Error {
  override readonly name = 'TooMuchForAThread';
  constructor(cause: unknown) {
    super('It took more time or memory than there is for it', { cause });
  }
}
