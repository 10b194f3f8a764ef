import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { clausesByFact } from './clauses.ts';
import { linkTo, table } from './markdown.ts';
import { textOf } from './source-file.ts';
import { textAt } from './yaml-text.ts';

const FILE = 'reference/facts.yaml';

/** Every fact of the vocabulary, its question, and the clauses that turn on it. */
export function facts(): string {
  const lines = new LineCounter();
  const list = parseDocument(textOf(FILE), { lineCounter: lines }).get('facts');
  const readBy = clausesByFact();
  const rows = (isSeq(list) ? list.items : []).filter(isMap).map((fact) => {
    const id = textAt(fact, 'id');
    const place = `${FILE}:${lines.linePos(fact.range?.[0] ?? 0).line}`;
    return [linkTo(place, id), textAt(fact, 'question'), (readBy.get(id) ?? []).join(', ')];
  });
  return table(['fact', 'asked as', 'rules that turn on it'], rows);
}
