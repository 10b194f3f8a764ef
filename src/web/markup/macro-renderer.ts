import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { govukFolder, mojFolder } from '../server/frontend-folders.ts';
import { Html, trustedHtml } from './html.ts';
import { formatDateTime } from './london-time.ts';

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([dirname(govukFolder), dirname(mojFolder), dirname(fileURLToPath(import.meta.url))]),
  { autoescape: true },
);
// The Ministry's timeline asks for this filter; theirs brings moment.js and the server's own zone.
environment.addFilter('mojDate', (timestamp: string) => formatDateTime(new Date(timestamp)));

const compiled = new Map<string, nunjucks.Template>();

/**
 * Renders one official macro. The template is compiled once and the options passed as its context:
 * an object literal in template source would end at the first `}}`.
 */
export function renderMacro(file: string, macro: string, options: object): Html {
  let template = compiled.get(macro);
  if (!template) {
    template = nunjucks.compile(`{% from "${file}" import ${macro} %}{{ ${macro}(options) }}`, environment);
    compiled.set(macro, template);
  }
  return trustedHtml(template.render({ options: plain(options) }));
}

/** Renders a template file of this room with the given context. */
export function renderTemplate(file: string, context: object): Html {
  return trustedHtml(environment.render(file, plain(context) as object));
}

/** The macros test `html` options as strings: Html inside is turned into its markup. */
function plain(value: unknown): unknown {
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, plain(member)]),
  );
}
