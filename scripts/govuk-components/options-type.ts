/** One option of a component, as macro-options.json describes it. */
export interface MacroOption {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  readonly isComponent?: boolean;
  readonly params?: readonly MacroOption[];
}

/** The TypeScript type of an object with these options. */
export function objectType(options: readonly MacroOption[]): string {
  const members = distinct(options).map((option) => {
    const optional = isRequired(option) ? '' : '?';
    const type = typeOf(option, options) + (optional ? ' | undefined' : '');
    return `/** ${option.description.replace(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\nreadonly ${option.name}${optional}: ${type};`;
  });
  return `{\n${members.join('\n')}\n}`;
}

/** A block is only for templates; an option described twice (text or object) keeps its richer description. */
function distinct(options: readonly MacroOption[]): MacroOption[] {
  const byName = new Map<string, MacroOption>();
  for (const option of options) {
    if (option.type === 'nunjucks-block') continue;
    if (!byName.has(option.name) || option.params) byName.set(option.name, option);
  }
  return [...byName.values()];
}

/** Options that stand in for each other (text or html) are both called required in the description. */
export function isRequired(option: MacroOption): boolean {
  return option.required && !/is not required|is provided/.test(option.description);
}

function typeOf(option: MacroOption, siblings: readonly MacroOption[]): string {
  if (option.isComponent) return `${pascal(option.name)}Options`;
  if (option.type === 'array') return `readonly (${elementType(option)})[]`;
  if (option.type === 'object') return objectOptionType(option, siblings);
  if (option.type === 'boolean') return 'boolean';
  if (option.type === 'integer') return 'number';
  return isMarkup(option) ? 'Html' : 'string';
}

function elementType(option: MacroOption): string {
  if (!option.params) return 'string';
  const element = objectType(option.params);
  // Rows of a table and of a head are lists of cells; only the table's rows are lists of lists.
  return option.description.startsWith('The rows within the table') ? `readonly ${element}[]` : element;
}

function objectOptionType(option: MacroOption, siblings: readonly MacroOption[]): string {
  if (option.params) return objectType(option.params);
  if (/attributes$/i.test(option.name)) return 'HtmlAttributes';
  const items = siblings.find((sibling) => sibling.name === 'items');
  if (option.description.endsWith('See items.') && items?.params) return `Partial<${objectType(items.params)}>`;
  return 'Readonly<Record<string, string>>';
}

function isMarkup(option: MacroOption): boolean {
  return /html$/i.test(option.name) || option.description.startsWith('HTML injected');
}

/** The components whose options are among these: their types are needed too. */
export function componentsIn(options: readonly MacroOption[]): readonly string[] {
  return options.flatMap((option) => [
    ...(option.isComponent ? [`${pascal(option.name)}Options`] : []),
    ...componentsIn(option.isComponent ? [] : (option.params ?? [])),
  ]);
}

/** `date-input` becomes `DateInput`. */
export function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
}
