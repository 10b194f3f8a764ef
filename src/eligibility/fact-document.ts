import type { Asking } from './asking.ts';
import type { Choice, FactId } from './fact-id.ts';
import { isRecord } from './parse-one-of.ts';

/** What other facts say of this one, whatever it is: read by `narrowed`. */
export interface FactBounds {
  /** A number that this one is never below. */
  readonly notBelow?: FactId;
  /** A number that this one, or each of its amounts, is never above. */
  readonly notAbove?: FactId;
  /** A set without which there is no amount: what was not found weighs nothing. */
  readonly noneUnlessIn?: FactId;
}

/** Values that say that something is still to come (not asked, not consulted), each with what it may become. */
export type MayBecome = { readonly [value: string]: readonly Choice[] };

/** One fact as `reference/facts.yaml` writes it; members this engine does not need are left to others. */
export interface FactDocument {
  readonly id: string;
  readonly type: string;
  readonly values?: readonly Choice[];
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly also?: readonly string[];
  readonly when: string;
  readonly question: string;
  readonly bounds?: FactBounds;
  readonly standIn?: string;
  readonly frame?: boolean;
  readonly datesOffence?: boolean;
  readonly onlyIf?: string;
  readonly mayBecome?: MayBecome;
  readonly untilOutcome?: boolean;
  readonly asking?: Asking;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isYesOrNo: Check = (value) => typeof value === 'boolean';
const isChoice: Check = (value) => isText(value) || isYesOrNo(value);
const isListOf =
  (isItem: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(isItem);

const needed = { id: isText, type: isText, when: isText, question: isText };
const optional = {
  values: isListOf(isChoice),
  whole: isYesOrNo,
  min: isNumber,
  max: isNumber,
  pattern: isText,
  also: isListOf(isText),
  // What is inside is looked at where it is used: by `parseVocabulary` the facts it names, by `compileRule` its rules.
  bounds: isRecord,
  standIn: isText,
  frame: isYesOrNo,
  datesOffence: isYesOrNo,
  onlyIf: isText,
  mayBecome: (value: unknown) => isRecord(value) && Object.values(value).every(isListOf(isChoice)),
  untilOutcome: isYesOrNo,
  asking: isRecord,
};

/** The document of a fact. Throws, naming the member, where it is not one. */
export function factDocument(document: unknown, slot: number): FactDocument {
  if (!isFactDocument(document))
    throw new Error(`Fact ${nameOf(document, slot)}: ${faultyMembers(document).join(', ')} missing or not of its type`);
  return document;
}

function isFactDocument(document: unknown): document is FactDocument {
  return faultyMembers(document).length === 0;
}

function faultyMembers(document: unknown): string[] {
  const members = isRecord(document) ? document : {};
  const wanting = Object.entries(needed).filter(([name, fits]) => !fits(members[name]));
  const unfit = Object.entries(optional).filter(([name, fits]) => members[name] !== undefined && !fits(members[name]));
  return [...wanting, ...unfit].map(([name]) => name);
}

function nameOf(document: unknown, slot: number): string {
  return isRecord(document) && typeof document['id'] === 'string' ? document['id'] : String(slot);
}
