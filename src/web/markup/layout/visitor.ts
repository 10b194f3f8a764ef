/** The signed-in account, as far as the server and the layout need it. */
export interface Visitor {
  readonly accountId: string;
  readonly name: string;
  /** As people say it: "officer", "coordinator". */
  readonly role: string;
  /** The force or provider that the account belongs to, by name. */
  readonly organisation: string;
  /** Whether there is another place that they could say they are working. */
  readonly worksElsewhere?: boolean;
}
