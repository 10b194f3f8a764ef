/** When the clock of every measure starts that counts from the index day. */
export const INDEX_CLOCK =
  'Starts on the index day: the day of the offer or, without one, of the decision how to deal with the offence.';
