import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLMap } from 'yaml';
import { linkTo, table } from './markdown.ts';
import { filesUnder, textOf } from './source-file.ts';
import { textAt } from './yaml-text.ts';

interface FoundClause {
  readonly id: string;
  readonly says: string;
  /** The code with which an outcome is refused that does not meet a clause of the law; empty where there is none. */
  readonly refusal: string;
  readonly days: string;
  readonly place: string;
  readonly facts: readonly string[];
}

interface FoundDocument {
  readonly name: string;
  readonly about: string;
  readonly file: string;
  readonly clauses: readonly FoundClause[];
}

/** Every scheme of the catalogue with every clause, its words and the line it stands on. */
export function clausesByScheme(): string {
  return schemes()
    .map(({ name, about, file, clauses }) => {
      const rows = clauses.map(({ id, says, place }) => [id, says, linkTo(place)]);
      return `### ${name}\n\n${linkTo(file)}, ${about}\n\n${table(['rule', 'says', 'where'], rows)}`;
    })
    .join('\n\n');
}

/** Every law document with its clauses and limits, and the code with which an outcome is refused that does not meet one. */
export function clausesOfLaw(): string {
  return law()
    .map(({ name, about, file, clauses }) => {
      const rows = clauses.map(({ id, says, days, refusal, place }) => [id, says, days, refusal, linkTo(place)]);
      return `### ${name}\n\n${linkTo(file)}, ${about}\n\n${table(['rule', 'says', 'holds', 'refused as', 'where'], rows)}`;
    })
    .join('\n\n');
}

/** Which clauses turn on each fact, those of the law first: from "he is 17" to the rules that care. */
export function clausesByFact(): Map<string, string[]> {
  return byEach([...law(), ...schemes()], ({ facts }) => facts);
}

/** Which clauses of the law refuse an outcome with each code. */
export function clausesByRefusal(): Map<string, string[]> {
  return byEach(law(), ({ refusal }) => (refusal === '' ? [] : [refusal]));
}

function byEach(documents: readonly FoundDocument[], keys: (clause: FoundClause) => readonly string[]) {
  const found = new Map<string, string[]>();
  for (const clause of documents.flatMap(({ clauses }) => clauses)) {
    for (const key of keys(clause)) found.set(key, [...(found.get(key) ?? []), linkTo(clause.place, clause.id)]);
  }
  return found;
}

function schemes(): FoundDocument[] {
  return filesUnder('schemes', (file) => file.endsWith('/scheme.yaml')).map((file) =>
    readDocument(file, ['eligibility'], (document) => {
      const standings = document.get('standing');
      const last = isSeq(standings) ? standings.items.at(-1) : undefined;
      return `${textAt(last, 'is')} since ${textAt(last, 'from')}`;
    }),
  );
}

function law(): FoundDocument[] {
  return filesUnder('law', (file) => file.endsWith('.yaml')).map((file) =>
    readDocument(file, ['clauses', 'limits'], (document) => {
      const nations = document.get('nation');
      return `law of ${isSeq(nations) ? nations.items.map(String).join(', ') : String(nations)}`;
    }),
  );
}

function readDocument(
  file: string,
  lists: readonly string[],
  aboutOf: (document: Document.Parsed) => string,
): FoundDocument {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const items = lists.map((list) => document.get(list)).flatMap((list) => (isSeq(list) ? list.items : []));
  return {
    name: textAt(document.contents, 'name'),
    about: aboutOf(document),
    file,
    clauses: items.filter(isMap).map((clause) => ({
      id: textAt(clause, 'id'),
      says: textAt(clause, 'says'),
      refusal: textAt(clause, 'refusal'),
      days: [dayAt(clause, 'from'), dayAt(clause, 'until')].join(' ').trim(),
      place: `${file}:${lines.linePos(clause.range?.[0] ?? 0).line}`,
      facts: factsIn(clause),
    })),
  };
}

function dayAt(clause: YAMLMap, key: 'from' | 'until'): string {
  const day = textAt(clause, key);
  return day === '' ? '' : `${key} ${day}`;
}

function factsIn(clause: YAMLMap): string[] {
  const found = new Set<string>();
  const look = (node: unknown): void => {
    if (isSeq(node)) node.items.forEach(look);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      if (isScalar(key) && key.value === 'fact' && isScalar(value)) found.add(String(value.value));
      else look(value);
    }
  };
  look(clause.get('rule'));
  look(clause.get('holdsFor'));
  return [...found];
}
