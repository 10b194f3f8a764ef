/** A service of a provider: one scheme in one force. */
export interface Service {
  readonly serviceId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly scheme: string;
  readonly force: string;
}
