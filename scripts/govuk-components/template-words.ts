/** Each filter of nunjucks that is known here, with the function that stands for it. */
export const FILTERS: ReadonlyMap<string, string> = new Map([
  ['capitalize', 'capitalise'],
  ['date', 'noSuchFilter'],
  ['default', 'defaultTo'],
  ['escape', 'escape'],
  ['indent', 'indent'],
  ['length', 'length'],
  ['mojDate', 'mojDate'],
  ['replace', 'replace'],
  ['safe', 'safe'],
  ['string', 'string'],
  ['trim', 'trim'],
]);

/** Methods of lists that a template may call. */
export const METHODS: ReadonlySet<string> = new Set(['includes']);

/** Names that the generated code has of its own, and words of the language: a template's variable cannot be called so. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...FILTERS.values(),
  ...['SafeText', 'isEscaped', 'isIn', 'isMapping', 'pairsOf', 'print', 'render', 'truthyIn', 'out', 'blocks', 'given'],
  ...['class', 'default', 'delete', 'for', 'new', 'switch', 'this'],
]);
