/**
 * A sentence as data: its words, and the counts that stand between them. Whoever makes a sentence says which numbers
 * count people or events; who may read them is decided where the sentence is shown, and a board reads the words alone.
 * A bare number does not fit into a sentence, so that no count gets in as if it were words.
 */
export interface Sentence {
  /** One more than counts: `words[0] counts[0] words[1] …`. */
  readonly words: readonly string[];
  readonly counts: readonly Counted[];
}

/** Counts in a sentence: the numbers, how they are written, and what stands there for a board. */
export interface Counted {
  readonly counts: readonly number[];
  readonly written: string;
  readonly forBoards: string;
}

/** Makes a sentence: sentence`${count(3)} people are left out.` */
export function sentence(strings: readonly string[], ...parts: readonly (string | Counted | Sentence)[]): Sentence {
  const words: string[] = [];
  const counts: Counted[] = [];
  let sinceTheLast = strings[0] ?? '';
  const write = (text: string) => {
    sinceTheLast += text;
  };
  const put = (counted: Counted) => {
    counts.push(counted);
    words.push(sinceTheLast);
    sinceTheLast = '';
  };
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'string') write(part);
    else if ('written' in part) put(part);
    else {
      write(part.words[0] ?? '');
      for (const [place, counted] of part.counts.entries()) {
        put(counted);
        write(part.words[place + 1] ?? '');
      }
    }
    write(strings[at + 1] ?? '');
  }
  return { words: [...words, sinceTheLast], counts };
}

/** How many there are: `3`, and `some` for a board. */
export function count(n: number): Counted {
  return { counts: [n], written: String(n), forBoards: 'some' };
}

/** How many of how many: `3 of 809`, and `some` for a board, or what else fits the sentence. */
export function countOf(n: number, total: number, forBoards = 'some'): Counted {
  return { counts: [n, total], written: `${n} of ${total}`, forBoards };
}

/** Words that a board does not get at all, with the counts in them. */
export function forEvaluators(strings: readonly string[], ...counts: readonly (number | string)[]): Counted {
  const written = strings.map((text, at) => `${text}${counts[at] ?? ''}`).join('');
  return { counts: counts.filter((part) => typeof part === 'number'), written, forBoards: '' };
}

/** A number that the plan or the program sets, and that counts nobody: months, rounds, a rule's limit. */
export function setNumber(n: number): string {
  return String(n);
}

/** Sentences one after the other, as one. */
export function joined(sentences: readonly Sentence[], between: string): Sentence {
  const [first = sentence``, ...rest] = sentences;
  return rest.reduce((before, next) => sentence`${before}${between}${next}`, first);
}

/** Each sentence once. */
export function distinct(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((one) => [sentenceFor('evaluator', one), one])).values()];
}

/** The sentence with a capital at its beginning. */
export function withCapital({ words: [first = '', ...words], counts }: Sentence): Sentence {
  return { words: [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...words], counts };
}

/** Who reads: an evaluator, who sees everything, or a board, to whom no small count is shown. */
export type Audience = 'evaluator' | 'board';

/** The words that an audience reads; nothing where the whole sentence is not for it. */
export function sentenceFor(audience: Audience, { words, counts }: Sentence): string {
  const parts = words.map((text, at) => {
    const counted = counts[at];
    return counted === undefined ? text : text + (audience === 'evaluator' ? counted.written : counted.forBoards);
  });
  const text = parts.join('');
  return audience === 'evaluator' ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What an audience reads of several sentences. */
export function sentencesFor(audience: Audience, sentences: readonly Sentence[]): string[] {
  return sentences.map((one) => sentenceFor(audience, one)).filter((text) => text !== '');
}
