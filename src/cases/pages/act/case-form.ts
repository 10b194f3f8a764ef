import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { FormError, FormResult, FormState, Html } from '../../../web/markup/index.ts';
import type { CaseActor } from '../../../access/index.ts';
import type { ActType, AskData, TreatmentNote } from '../../use-cases/case-ask.ts';
import type { CaseView, PoliceCaseView, ProviderCaseView } from '../../use-cases/show-case.ts';
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
  readonly button: string;
  /** A red button, for what ends something. */
  readonly ends?: boolean;
  /** Another button beside the first, sending the same form elsewhere. */
  readonly second?: Html;
}

/** What a form says once it is read: the data of its command, and a provider's own note where it takes one. */
export interface FormRead<C extends ActType> {
  readonly data: AskData[C];
  readonly note?: TreatmentNote | undefined;
}

/** One form that does one thing to a case. */
export interface CaseForm<View extends CaseView, C extends ActType> {
  /** The end of its address: /cases/<id>/<path>. */
  readonly path: string;
  readonly asked: C;
  readonly side: View['for'] | 'both';
  /** Null where what the address names is not there. */
  readonly show: (input: FormInput<View>) => FormShown | null;
  /** What the fields hold at first; empty where this is left out. */
  readonly startWith?: (input: FormInput<View>) => FormState['body'];
  readonly read: (input: FormInput<View>) => FormResult<FormRead<C>> | Promise<FormResult<FormRead<C>>>;
  /** What the next page says: "Offer accepted". */
  readonly done: string;
  /** The fields by name, as the page of a stale form calls them. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A form of any command: what the table of forms holds. */
export type AnyCaseForm = CaseForm<never, ActType>;

/** A form of the police. */
export function policeForm<const C extends ActType>(form: Omit<CaseForm<PoliceCaseView, C>, 'side'>): AnyCaseForm {
  return { ...form, side: 'police' } as unknown as AnyCaseForm;
}

/** A form of a provider. */
export function providerForm<const C extends ActType>(form: Omit<CaseForm<ProviderCaseView, C>, 'side'>): AnyCaseForm {
  return { ...form, side: 'provider' } as unknown as AnyCaseForm;
}

/** A form of both. */
export function sharedForm<const C extends ActType>(form: Omit<CaseForm<CaseView, C>, 'side'>): AnyCaseForm {
  return { ...form, side: 'both' } as unknown as AnyCaseForm;
}
