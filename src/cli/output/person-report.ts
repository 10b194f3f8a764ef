import {
  decide,
  nextQuestion,
  standingOn,
  type CompiledScheme,
  type Decision,
  type Facts,
  type Vocabulary,
} from '../../eligibility/index.ts';
import type { Scheme } from '../../schemes/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Terminal } from '../terminal.ts';
import { dayWords } from './day-words.ts';
import { fullDecision, shortDecision } from './decision-lines.ts';
import { VERDICTS } from './verdict-words.ts';
import { hanging } from './wrap.ts';

/** What is asked about a person: which schemes, on which day. `compiled` are the same schemes, made ready. */
export interface Asking {
  readonly schemes: readonly Scheme[];
  readonly compiled: readonly CompiledScheme[];
  readonly asOf: CalendarDay;
  readonly vocabulary: Vocabulary;
}

/** One person's decisions for a reader at a screen: what is open first, why, and what to ask next. */
export function personReport(facts: Facts, asking: Asking, terminal: Terminal): string {
  const answers = asking.compiled.map((compiled, index): Answer => {
    const scheme = asking.schemes[index];
    if (scheme === undefined) throw new Error('Not every scheme made ready is among those asked for');
    return { scheme, decision: decide(compiled, facts, asking.asOf), facts };
  });
  const [only, ...others] = answers;
  const body =
    only !== undefined && others.length === 0 ? fullDecision(only, terminal) : grouped(answers, asking, terminal);
  return `${[...body, '', ...askNext(facts, asking, terminal)].join('\n')}\n`;
}

interface Answer {
  readonly scheme: Scheme;
  readonly decision: Decision;
  readonly facts: Facts;
}

function grouped(answers: readonly Answer[], { asOf }: Asking, terminal: Terminal): string[] {
  const groups = Object.entries(VERDICTS).map(([verdict, { words, style }]) => ({
    words,
    style,
    answers: liveFirst(answers.filter(({ decision }) => decision.verdict === verdict)),
  }));
  const counts = groups.map(({ words, answers: { length } }) => `${words.toLowerCase()} ${length}`).join(' · ');
  return [
    ...hanging('', `${answers.length} schemes, by the rules of ${dayWords(asOf)}: ${counts}`, terminal.width).split(
      '\n',
    ),
    ...groups.flatMap(({ words, style, answers: inGroup }) =>
      inGroup.length === 0
        ? []
        : [
            '',
            terminal.style('bold', terminal.style(style, words)),
            ...inGroup.flatMap((answer) => ['', ...shortDecision(answer, terminal)]),
          ],
    ),
  ];
}

function liveFirst(answers: readonly Answer[]): readonly Answer[] {
  return answers.toSorted((a, b) => Number(b.decision.standing === 'live') - Number(a.decision.standing === 'live'));
}

function askNext(facts: Facts, { compiled, asOf, vocabulary }: Asking, terminal: Terminal): string[] {
  // A question that only a scheme which cannot be offered still needs comes last.
  const live = compiled.filter((scheme) => standingOn(scheme, asOf) === 'live');
  const id = nextQuestion(live, facts, asOf) ?? nextQuestion(compiled, facts, asOf);
  const fact = id === null ? undefined : vocabulary.byId.get(id);
  if (fact === undefined) return ['Nothing more to ask: every scheme here is settled or waits for a person to judge.'];
  const label = 'Ask next  ';
  return hanging(terminal.style('bold', label), `${fact.question} (${fact.id})`, terminal.width, label.length).split(
    '\n',
  );
}
