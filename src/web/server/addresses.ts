import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What each part of the address is, by its name. A route whose address has parts is refused at start without it. */
    address?: Readonly<Record<string, keyof typeof forms>>;
    /** What is read of what stands after the `?`, by its name. */
    query?: Readonly<Record<string, keyof typeof forms>>;
  }
}

/**
 * The one form in which each thing is named in an address. PostgreSQL takes an id in capitals, in braces and without
 * hyphens for the same id; whatever compares texts (the chain that a look is filed under, whether a page is stale) does not.
 */
const forms = {
  /** A UUID as the program makes it. */
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** An id of a document, a fact, a form: kebab-case; of a form's target an id too. */
  word: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  /** The id of a clause, DUR-1; it stands in documents that are open to everybody, and is found in any case of letters. */
  clause: /^[A-Z]{2,5}-\d{1,4}$/i,
  /** The number of a page of a list. */
  page: /^[1-9]\d{0,5}$/,
  /** Whatever somebody typed, and whatever is taken for nothing where it is not known. */
  words: /^/,
};

/** Answers 404 to an address that names something in any other form, before the body is read. */
export function refuseOtherForms(server: FastifyInstance): void {
  server.addHook('preParsing', async (request) => {
    const { address = {}, query = {} } = request.routeOptions.config;
    if (!areInForm(request.params, address) || !areInForm(request.query, query)) throw new NamesNothing();
  });
}

/** An address that cannot name anything there is. */
class NamesNothing extends Error {
  override readonly name = 'NamesNothing';
  readonly statusCode = 404;
}

/** The parts of an address, each of which its route must say the form of. */
export function partsWithoutForm({ url, config }: Pick<RouteOptions, 'url' | 'config'>): readonly string[] {
  const parts = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return parts.filter((name) => config?.address?.[name] === undefined);
}

/** The text under a name after the `?`; empty where it is not there, or there more than once. */
export function queryPart(request: FastifyRequest, name: string): string {
  if (request.routeOptions.config.query?.[name] === undefined)
    throw new Error(`${request.routeOptions.url} does not say that it reads “${name}”: { config: { query: … } }`);
  return textUnder(request.query, name);
}

export function textUnder(values: unknown, name: string): string {
  const entry = Object.entries(values ?? {}).find(([each]) => each === name);
  return typeof entry?.[1] === 'string' ? entry[1].toWellFormed().replace(CONTROL, '') : '';
}

/** A database keeps no NUL, and nobody types the others. */
const CONTROL = /\p{Cc}/gu;

function areInForm(values: unknown, expected: Readonly<Record<string, keyof typeof forms>>): boolean {
  return Object.entries(expected).every(([name, form]) => {
    const given: unknown = Object.entries(values ?? {}).find(([each]) => each === name)?.[1] ?? '';
    return given === '' || (typeof given === 'string' ? forms[form].test(given) : form === 'words');
  });
}
