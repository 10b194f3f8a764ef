/** Why the program can't start, in words for those who start it: they can put it right. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
