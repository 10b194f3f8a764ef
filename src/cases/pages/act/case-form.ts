import type { CalendarDay } from '../../../shared/calendar-day.ts';
import {
  type FormBody,
  type FormError,
  type FormResult,
  type FormState,
  type Html,
  wrong,
} from '../../../web/markup/index.ts';
import type { CaseActor } from '../../../access/index.ts';
import type {
  CaseCommandType,
  RequestedData,
  RequestedCommandOf,
  TreatmentNote,
} from '../../use-cases/requested-command.ts';
import type { CaseByReference } from '../../use-cases/case-by-reference.ts';
import type { CaseView, PoliceCaseView, ProviderCaseView } from '../../use-cases/show-case.ts';
import { refusalWords } from '../../domain/case-refusal.ts';
import type { CaseSite } from '../case-site.ts';

/** What a form is drawn from and read with. */
export interface FormInput<View extends CaseView = CaseView> extends FormState {
  readonly site: CaseSite;
  readonly actor: CaseActor;
  readonly view: View;
  /** What the address names after the form: a scheme, an appointment, a condition. Null where it names nothing. */
  readonly target: string | null;
  readonly today: CalendarDay;
  readonly errors: readonly FormError[];
}

/** How a form looks: its heading, what stands in it, and what its button says. */
export interface FormShown {
  readonly title: string;
  readonly fields: Html;
  /** Null where each choice has a button of its own. */
  readonly button: string | null;
  /** A red button, for what ends something. */
  readonly ends?: boolean;
  /** Another button beside the first, sending the same form elsewhere. */
  readonly second?: Html;
}

/** What the fields of a form hold once they are read: the data of its command, and a provider's own note. */
export interface FormRead<C extends CaseCommandType> {
  readonly data: RequestedData[C];
  readonly note?: TreatmentNote | undefined;
  /** What the next page says besides, as of a time that comes twice. */
  readonly says?: string | undefined;
}

/** What a form sends to the case, once it is read: a whole command, and a provider's own note. */
export interface FormCommand<C extends CaseCommandType = CaseCommandType> {
  readonly command: RequestedCommandOf<C>;
  readonly note?: TreatmentNote | undefined;
  readonly says?: string | undefined;
}

/** What fields are called, by name. */
export type FieldLabels = Readonly<Record<string, string>>;

/** What one form is made of: how it is shown and read on its side's view of the case. */
interface FormParts<View extends CaseView, C extends CaseCommandType> {
  /** The command it gives, and the end of its address: /cases/<id>/<command>. */
  readonly command: C;
  /** Null where what the address names is not there. */
  readonly show: (input: FormInput<View>) => FormShown | null;
  /** What the fields hold at first; empty where this is left out. */
  readonly startWith?: (input: FormInput<View>) => FormBody;
  readonly read: (
    input: FormInput<View>,
    caseByReference: CaseByReference,
  ) => FormResult<FormRead<C>> | Promise<FormResult<FormRead<C>>>;
  /** What the next page says: "Offer accepted". */
  readonly done: string | ((input: FormInput<View>) => string);
  /** The fields by name, as the page of a stale form calls them. */
  readonly labels: FieldLabels | ((input: FormInput<View>) => FieldLabels);
}

/** One form that does one thing to a case. It looks for itself whether the view is its side's. */
export interface CaseForm<C extends CaseCommandType = CaseCommandType> {
  readonly command: C;
  readonly side: CaseView['for'] | 'both';
  /** What the next page says; nothing on the other side's view. */
  readonly done: (input: FormInput) => string;
  /** The fields by name, as the page of a stale form calls them; none on the other side's view. */
  readonly labels: (input: FormInput) => FieldLabels;
  /** Null on the other side's view, and where what the address names is not there. */
  readonly show: (input: FormInput) => FormShown | null;
  readonly startWith: (input: FormInput) => FormBody;
  /** While the transaction is open that the command is carried out in: what it looks up, it looks up within that. */
  readonly read: (input: FormInput, caseByReference: CaseByReference) => Promise<FormResult<FormCommand<C>>>;
}

/** A form of the police. */
export function policeForm<const C extends CaseCommandType>(parts: FormParts<PoliceCaseView, C>): CaseForm<C> {
  return formOf('police', parts, (view) => (view.for === 'police' ? view : null));
}

/** A form of a provider. */
export function providerForm<const C extends CaseCommandType>(parts: FormParts<ProviderCaseView, C>): CaseForm<C> {
  return formOf('provider', parts, (view) => (view.for === 'provider' ? view : null));
}

/** A form of both. */
export function sharedForm<const C extends CaseCommandType>(parts: FormParts<CaseView, C>): CaseForm<C> {
  return formOf('both', parts, (view) => view);
}

function formOf<View extends CaseView, C extends CaseCommandType>(
  side: CaseForm['side'],
  { command, done, labels, show, startWith, read }: FormParts<View, C>,
  viewOf: (view: CaseView) => View | null,
): CaseForm<C> {
  const own = (input: FormInput): FormInput<View> | null => {
    const view = viewOf(input.view);
    return view && { ...input, view };
  };
  return {
    command,
    side,
    done: (input) => {
      const mine = own(input);
      if (mine === null) return '';
      return typeof done === 'function' ? done(mine) : done;
    },
    labels: (input) => {
      const mine = own(input);
      if (mine === null) return {};
      return typeof labels === 'function' ? labels(mine) : labels;
    },
    show: (input) => {
      const mine = own(input);
      return mine && show(mine);
    },
    startWith: (input) => {
      const mine = own(input);
      return (mine && startWith?.(mine)) ?? {};
    },
    read: async (input, caseByReference) => {
      const mine = own(input);
      if (mine === null) return wrong({ field: 'form', text: refusalWords['not-your-role'] });
      const result = await read(mine, caseByReference);
      if (!result.ok) return result;
      const { data, note, says } = result.value;
      const whole: RequestedCommandOf<C> = { type: command, data };
      return { ok: true, value: { command: whole, note, says } };
    },
  };
}
