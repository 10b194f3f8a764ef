import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { linkTo, table } from './markdown.ts';
import { filesUnder, textOf } from './source-file.ts';
import { textAt } from './yaml-text.ts';

interface FoundClause {
  readonly id: string;
  readonly says: string;
  readonly place: string;
  readonly facts: readonly string[];
}

interface FoundScheme {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly file: string;
  readonly clauses: readonly FoundClause[];
}

/** Every scheme of the catalogue with every clause, its words and the line it stands on. */
export function clausesByScheme(): string {
  return catalogue()
    .map(({ name, standing, file, clauses }) => {
      const rows = clauses.map(({ id, says, place }) => [id, says, linkTo(place)]);
      return `### ${name}\n\n${linkTo(file)}, ${standing}\n\n${table(['rule', 'says', 'where'], rows)}`;
    })
    .join('\n\n');
}

/** Which clauses turn on each fact: from "he is 17" to the rules that care. */
export function clausesByFact(): Map<string, string[]> {
  const byFact = new Map<string, string[]>();
  for (const { clauses } of catalogue()) {
    for (const { id, place, facts } of clauses) {
      for (const fact of facts) byFact.set(fact, [...(byFact.get(fact) ?? []), linkTo(place, id)]);
    }
  }
  return byFact;
}

function catalogue(): FoundScheme[] {
  return filesUnder('schemes', (file) => file.endsWith('/scheme.yaml')).map(readScheme);
}

function readScheme(file: string): FoundScheme {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const standings = document.get('standing');
  const last = isSeq(standings) ? standings.items.at(-1) : undefined;
  const eligibility = document.get('eligibility');
  const clauses = isSeq(eligibility) ? eligibility.items.filter(isMap) : [];
  return {
    id: textAt(document.contents, 'id'),
    name: textAt(document.contents, 'name'),
    standing: `${textAt(last, 'is')} since ${textAt(last, 'from')}`,
    file,
    clauses: clauses.map((clause) => ({
      id: textAt(clause, 'id'),
      says: textAt(clause, 'says'),
      place: `${file}:${lines.linePos(clause.range?.[0] ?? 0).line}`,
      facts: factsIn(clause),
    })),
  };
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
  return [...found];
}
