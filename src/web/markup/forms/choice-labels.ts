import type { Html } from '../html.ts';

/** What may be chosen in a form: for each field, the label of each value as the form shows it. */
export type ChoiceLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

const CHOICE = /<input\b([^>]*\btype="(?:radio|checkbox)"[^>]*)>/g;
const LABEL = /<label\b([^>]*)>([\s\S]*?)<\/label>/g;
const SELECT = /<select\b([^>]*)>([\s\S]*?)<\/select>/g;
const OPTION = /<option\b([^>]*)>([\s\S]*?)<\/option>/g;

/**
 * Reads the labels from the form as it is drawn, so that what was chosen can be named wherever else it is shown, and no
 * form has to list them twice. The markup is that of GOV.UK's macros, in which every value in quotes is escaped.
 */
export function choiceLabels(form: Html): ChoiceLabels {
  const markup = form.toString();
  const labels = new Map<string, Map<string, string>>();
  const add = (field: string, value: string, label: string): void => {
    labels.set(field, (labels.get(field) ?? new Map<string, string>()).set(value, label));
  };
  const labelOfId = new Map(
    [...markup.matchAll(LABEL)].map(([, attributes = '', content = '']) => [
      attribute(attributes, 'for'),
      textOfMarkup(content),
    ]),
  );
  for (const [, attributes = ''] of markup.matchAll(CHOICE)) {
    const label = labelOfId.get(attribute(attributes, 'id'));
    if (label !== undefined) add(attribute(attributes, 'name'), attribute(attributes, 'value'), label);
  }
  for (const [, attributes = '', options = ''] of markup.matchAll(SELECT)) {
    for (const [, own = '', content = ''] of options.matchAll(OPTION)) {
      add(attribute(attributes, 'name'), attribute(own, 'value'), textOfMarkup(content));
    }
  }
  return labels;
}

function attribute(attributes: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

function textOfMarkup(markup: string): string {
  return unescaped(markup.replace(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
