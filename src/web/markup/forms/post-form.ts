import { type Html, html } from '../html.ts';

interface PostForm {
  readonly action: string;
  readonly csrfToken: string;
  /** Hidden fields, by name: the version of the case that the page showed, a step. */
  readonly hidden?: Readonly<Record<string, string | number>> | undefined;
  /** True where files are sent with it. */
  readonly hasFiles?: boolean | undefined;
  readonly content: Html;
}

/** A form that changes something: always POST, always with the token; the server checks the fields, not the browser. */
export function postForm(form: PostForm): Html {
  const hidden = Object.entries(form.hidden ?? {}).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${form.action}"${form.hasFiles && html` enctype="multipart/form-data"`} novalidate>
    <input type="hidden" name="_csrf" value="${form.csrfToken}" />${hidden} ${form.content}
  </form>`;
}
