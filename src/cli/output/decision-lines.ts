import { assumedBehind, type ClauseAnswer, type Decision, type Facts } from '../../eligibility/index.ts';
import { decidingClauses, type Scheme } from '../../schemes/index.ts';
import type { Terminal } from '../terminal.ts';
import { dayWords } from './day-words.ts';
import { factWords } from './fact-words.ts';
import { stoodInFor, valuesRead } from './value-read.ts';
import { CLAUSE_RESULTS, VERDICTS, verdictLine } from './verdict-words.ts';
import { hanging, wrap } from './wrap.ts';

/** One scheme's decision about one person. */
interface Answer {
  readonly scheme: Scheme;
  readonly decision: Decision;
  readonly facts: Facts;
}

/** A decision in a few lines: the clauses it turns on, with their words, source and the facts they read. */
export function shortDecision({ scheme, decision, facts }: Answer, terminal: Terminal): string[] {
  const deciding = decidingClauses(decision);
  const later = decision.clauses.filter(({ result }) => result !== 'met').length;
  const length = decision.clauses.length - later;
  const met = length === 1 ? 'Its one clause is met' : `All ${length} clauses are met`;
  const assumed = assumedBehind(decision);
  const by = assumed.length === 0 ? '' : `, of which assumed: ${assumed.join(', ')}`;
  const all = `${met}${by}${later === 0 ? '' : `; ${later} of the law to settle later`}`;
  return [
    ...title(scheme, decision, '  ', terminal),
    ...(deciding.length === 0
      ? [`    ${terminal.style('green', '✓')} ${all}`]
      : deciding.flatMap((clause) => clauseLines(clause, { scheme, decision, facts }, terminal))),
  ];
}

/** A whole decision: every clause in force, what is missing, and the sources in full. */
export function fullDecision({ scheme, decision, facts }: Answer, terminal: Terminal): string[] {
  const { style } = VERDICTS[decision.verdict];
  const cited = new Set(decision.clauses.flatMap(({ source }) => source));
  const stoodFor = stoodInFor(decision.clauses, facts);
  const stoodIn =
    stoodFor.length === 0
      ? []
      : labelled('Assumed  ', `${stoodFor.join(', ')}: not given, and taken from what was`, terminal);
  const missing =
    decision.missing.length === 0 ? [] : ['', ...labelled('Missing  ', decision.missing.join(', '), terminal)];
  return [
    ...title(scheme, decision, '', terminal),
    `${terminal.style('bold', terminal.style(style, verdictLine(decision)))}, by the rules of ${dayWords(decision.asOf)}`,
    '',
    ...decision.clauses.flatMap((clause) => clauseLines(clause, { scheme, decision, facts }, terminal)),
    ...missing,
    ...stoodIn,
    '',
    terminal.style('bold', 'Sources'),
    ...[...sourcesOf(scheme)]
      .filter(([key]) => cited.has(key))
      .flatMap(([key, { title: name, publisher }]) =>
        hanging(`    ${key.padEnd(8)} `, `${name}, ${publisher}`, terminal.width).split('\n'),
      ),
    '',
    ...labelled('Version  ', decision.schemeVersion, terminal),
  ];
}

/** The sources of the law that a scheme rests on, and its own, by their keys; its own count where both have one. */
function sourcesOf({ laws = [], sources }: Scheme) {
  return new Map([...laws.flatMap((law) => Object.entries(law.sources)), ...Object.entries(sources)]);
}

/** The name, and beside it, or under it where there is no room, the id and whether the scheme can be offered. */
function title({ name, id }: Scheme, { standing }: Decision, indent: string, terminal: Terminal): string[] {
  const about = `${id} · ${standing === 'live' ? 'live' : `${standing}: it can be compared, not offered`}`;
  const heading = `${indent}${terminal.style('bold', name)}`;
  if (indent.length + name.length + 2 + about.length <= terminal.width)
    return [`${heading}  ${terminal.style('dim', about)}`];
  return [
    heading,
    ...wrap(about, terminal.width - indent.length).map((line) => `${indent}${terminal.style('dim', line)}`),
  ];
}

function labelled(label: string, text: string, terminal: Terminal): string[] {
  return hanging(terminal.style('bold', label), text, terminal.width, label.length).split('\n');
}

function clauseLines(
  { id, result, says, source, standing, reads, settledBy, note }: ClauseAnswer,
  { scheme, decision, facts }: Answer,
  terminal: Terminal,
): string[] {
  const { mark, words, style } = CLAUSE_RESULTS[result];
  const head = `    ${mark} ${id.padEnd(6)}  `;
  const under = ' '.repeat(head.length);
  const nameOf = (counted: string): string => (counted === scheme.id ? scheme.name : counted);
  const read = reads.length === 0 ? '' : `${factWords(reads, { values: valuesRead(scheme.id, facts) }, nameOf)} · `;
  const sourced = standing === 'sourced' ? source.join(', ') : `${source.join(', ')} · ${standing}`;
  const questions = decision.discretions.filter(({ clause }) => clause === id);
  return [
    ...hanging(`    ${terminal.style(style, mark)} ${id.padEnd(6)}  `, says, terminal.width, head.length).split('\n'),
    ...hanging(under, `${words}${laterWords(result, settledBy)} · ${read}${sourced}`, terminal.width)
      .split('\n')
      .map((line) => terminal.style('dim', line)),
    ...(note === undefined || standing === 'sourced'
      ? []
      : hanging(under, note, terminal.width)
          .split('\n')
          .map((line) => terminal.style('dim', line))),
    ...questions.flatMap(({ question, by }) =>
      hanging(under, `For the ${by}: ${question}`, terminal.width).split('\n'),
    ),
  ];
}

/** When what is not known yet must be. */
function laterWords(result: ClauseAnswer['result'], settledBy: ClauseAnswer['settledBy']): string {
  if (result === 'met' || result === 'not-met' || settledBy === undefined) return '';
  return settledBy === 'if-known' ? ', and need not be' : ` yet: it must be before the ${settledBy}`;
}
