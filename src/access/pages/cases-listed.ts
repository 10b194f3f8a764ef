import type { FastifyRequest } from 'fastify';

const listed = new WeakMap<FastifyRequest, readonly string[]>();

/** Remembers, for the audit record, which cases a page lists. */
export function noteCasesListed(request: FastifyRequest, caseIds: readonly string[]): void {
  listed.set(request, caseIds);
}

export function casesListedOn(request: FastifyRequest): readonly string[] {
  return listed.get(request) ?? [];
}
