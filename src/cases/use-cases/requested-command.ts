import type { CommandData, CommandType } from '../domain/case-command.ts';
import type { TreatmentRecord } from '../../providers/index.ts';

/** What a page sends where the use-case adds the rest: new identifiers, and a proposal by its number. */
interface CompletedByUseCase {
  /** With a place of the service that is booked at the same moment, if any: both are done, or neither. */
  'refer-person': { readonly serviceId: string; readonly timeId?: string };
  'book-place': { readonly timeId: string };
  'book-appointment': Omit<CommandData['book-appointment'], 'appointmentId'>;
  'move-appointment': Omit<CommandData['move-appointment'], 'supersededBy'>;
  'vary-condition': { readonly proposalId: string };
}

/** The commands that a form of a case makes: a triage opens it, and a person is corrected on the page of their details. */
export type CaseCommandType = Exclude<CommandType, 'triage-person' | 'correct-birthday'>;

export type RequestedData = {
  [C in CaseCommandType]: C extends keyof CompletedByUseCase ? CompletedByUseCase[C] : CommandData[C];
};

/** A command as a page sends it. Written as a lookup, so that the compiler keeps type and data together. */
export type RequestedCommandOf<T extends CaseCommandType> = {
  readonly [C in T]: { readonly type: C; readonly data: RequestedData[C] };
}[T];
export type RequestedCommand = RequestedCommandOf<CaseCommandType>;

/** What a provider writes down for itself with a command; it never crosses to the police. */
export type TreatmentNote = Pick<TreatmentRecord, 'how' | 'place' | 'words'>;

/** A command on a case, from somebody who has seen its log up to `expectedSequence`. */
export interface CommandRequest {
  readonly caseId: string;
  readonly expectedSequence: number;
  readonly command: RequestedCommand;
  readonly note?: TreatmentNote;
}

/** Where the case's log now ends, for the next page. */
export interface CommandRecorded {
  readonly caseId: string;
  readonly sequence: number;
}
