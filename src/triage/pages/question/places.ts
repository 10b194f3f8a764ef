import { choiceWords } from '../../../reference/index.ts';
import { choiceOf, errorMessageFor, govukSelect, type Html } from '../../../web/markup/index.ts';
import type { Question } from './question.ts';

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The places that a question may be answered with: one's own are a tap away, all others in a list. */
export interface Places {
  readonly own: readonly Choice[];
  /** What is no place: "no fixed abode". */
  readonly none: readonly Choice[];
  readonly others: Html;
  /** What the list of the others is called, among the answers. */
  readonly another: string;
  /** Whether the answer so far is in the list. */
  readonly isOther: boolean;
}

/** Of forces, and of what a fact takes besides them. */
export function forcesAsked(question: Question, values: readonly (string | boolean)[]): Places {
  const { words, fact, ownForce } = question;
  const all = values.map(String);
  const forces = all.filter((value) => words.forces.has(value));
  const named = forces.map((value) => ({ value, text: words.forces.get(value) ?? value }));
  return places(question, {
    named,
    own: named.filter(({ value }) => value === ownForce),
    none: all
      .filter((value) => !forces.includes(value))
      .map((value) => ({ value, text: choiceWords(words, fact.id, value) })),
    list: { name: 'other-force', label: 'Which force?', empty: 'Choose a force' },
    another: 'Another force',
  });
}

/** Of councils; none is one's own where no council of the force is listed (Scotland, Northern Ireland). */
export function councilsAsked(question: Question): Places {
  const { words, ownForce } = question;
  const councils = [...words.localAuthorities].map(([value, { name, force }]) => ({ value, text: name, force }));
  return places(question, {
    named: councils,
    own: councils.filter(({ force }) => force === ownForce).map(({ value, text }) => ({ value, text })),
    none: [],
    list: { name: 'other-council', label: 'Which council?', empty: 'Choose a council' },
    another: 'Another council',
  });
}

interface Asked extends Pick<Places, 'own' | 'none' | 'another'> {
  readonly named: readonly Choice[];
  readonly list: { readonly name: string; readonly label: string; readonly empty: string };
}

function places({ body, errors }: Question, { named, own, none, list, another }: Asked): Places {
  const chosen = choiceOf(body, 'answer');
  const isOwn = (place: string): boolean => own.some(({ value }) => value === place);
  const others = govukSelect({
    id: list.name,
    name: list.name,
    label: { text: list.label },
    errorMessage: errorMessageFor(errors, list.name),
    items: [
      { value: '', text: list.empty },
      ...named
        .filter(({ value }) => !isOwn(value))
        .map(({ value, text }) => ({ value, text, selected: value === (choiceOf(body, list.name) || chosen) }))
        .sort((a, b) => a.text.localeCompare(b.text)),
    ],
  });
  const isOther = chosen === 'other' || named.some(({ value }) => value === chosen && !isOwn(value));
  return { own, none, others, another, isOther };
}
