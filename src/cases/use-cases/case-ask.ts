import type { CommandData, CommandType } from '../domain/case-command.ts';
import type { TreatmentRecord } from '../../providers/index.ts';

/** What a page asks where the use-case fills the rest in: new identifiers, and a proposal by its number. */
interface AskedOtherwise {
  'refer-person': { readonly serviceId: string };
  'book-appointment': Omit<CommandData['book-appointment'], 'appointmentId'>;
  'move-appointment': Omit<CommandData['move-appointment'], 'supersededBy'>;
  'vary-condition': { readonly proposalId: string };
}

/** The commands that act on a case that is there. */
export type ActType = Exclude<CommandType, 'triage-person'>;

export type AskData = { [C in ActType]: C extends keyof AskedOtherwise ? AskedOtherwise[C] : CommandData[C] };

/** A command as a page asks it. Written as a lookup, so that the compiler keeps type and data together. */
export type AskOf<T extends ActType> = { readonly [C in T]: { readonly type: C; readonly data: AskData[C] } }[T];
export type CaseAsk = AskOf<ActType>;

/** What a provider writes down for itself with a command; it never crosses to the police. */
export type TreatmentNote = Pick<TreatmentRecord, 'how' | 'place' | 'words'>;

/** A command on a case, from somebody who has seen its log up to `seen`. */
export interface ActOnCase {
  readonly caseId: string;
  readonly seen: number;
  readonly ask: CaseAsk;
  readonly note?: TreatmentNote;
}

/** Where the case's log now ends, for the next page. */
export interface Acted {
  readonly caseId: string;
  readonly sequence: number;
}
