import ts from 'typescript';
import { walk } from './source-tree.ts';

const IZE =
  'organ author recogn random anonym pseudonym normal serial initial optim summar minim maxim priorit categor criminal standard custom final real util item character emphas apolog stabil hospital penal special visual synchron capital local canonical general formal token central legal neutral scrutin jeopard marginal sensit';
const AMERICAN = new RegExp(
  `^(un|re|de|dis|mis|pre)?(${IZE.split(' ').join('|')})iz(e[ds]?|er|ing|ation|ations)$` +
    '|^(mis)?behaviors?$|^color(s|ed|ing)?$|^center(s|ed)?$|^(dis)?favor(s|ed|ite|able)?$|^honor(s|ed|able)?$|^labors?$|^neighbors?$' +
    '|^(offense|defense|pretense)s?$|^licenses?$|^catalogs?$|^(analyz|paralyz)(e[dsr]?|ing)$|^enrollments?$|^fulfill(s|ments?)?$' +
    '|^(model|label|cancel|travel|counsel|signal|level)(ed|ing|or|ers?)$|^gray$|^skeptic(al|ism)?s?$|^willful(ly)?$|^acknowledgments?$|^pediatric.*$',
);

/** The American spellings among the words of a text. Titles (`Modeling Survival Data`) and file names in capitals are quoted as they are. */
export function americanWords(prose: string): string[] {
  const plain = prose
    .replaceAll(/\b[A-Z]{4,}\b|\b[A-Z][a-z]+(?: (?:[A-Z]\w+|of|the|and|for|in))* [A-Z]\w+/g, ' ')
    .replaceAll(/https?:\S+|[\w-]+\s*[:=]\s*(["']?)center\1|[\w-]*color\s*[:=(]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  const words = plain.split(/[^A-Za-z]+/).map((word) => word.toLowerCase());
  return words.filter((word) => AMERICAN.test(word));
}

/** American spellings in a TypeScript text: in comments, in prose, and in the names it declares (not in those it uses). */
export function americanWordsOfCode(file: string, text: string): string[] {
  const found: string[] = [];
  const report = (prose: string, place: () => string): void => {
    for (const word of americanWords(prose)) found.push(`${place()} ${word}`);
  };
  walk(file, text, (node, place) => {
    if (isDeclaredName(node) || isProse(node)) report(node.text, place);
  });
  for (const comment of text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g)) {
    const line = (): number => text.slice(0, comment.index).split('\n').length;
    report(comment[0].replaceAll(/`[^`]*`/g, ''), () => `${file}:${line()}`);
  }
  return found;
}

/** American spellings in a Markdown or YAML text, outside code. */
export function americanWordsOfProse(file: string, text: string): string[] {
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)/g, (code) => code.replaceAll(/[^\n]/g, ' '));
  return prose.split('\n').flatMap((line, at) => americanWords(line).map((word) => `${file}:${at + 1} ${word}`));
}

function isDeclaredName(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isPropertySignature(parent);
  return declares && parent.name === node;
}

function isProse(node: ts.Node): node is ts.StringLiteralLike {
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return isText && /[A-Za-z] [A-Za-z]/.test(node.text);
}
