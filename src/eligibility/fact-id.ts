/** A fact by its id in the vocabulary. */
export type FactId = string;

/** One value of a fact that is a choice. */
export type Choice = string | boolean;
