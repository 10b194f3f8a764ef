/** What the next page says after a form has done its work. Never anything about a person: it travels in a cookie. */
export interface Notice {
  readonly kind: 'success' | 'information';
  readonly text: string;
}
