import pg from 'pg';

const DATE: number = pg.types.builtins.DATE;
const INT8: number = pg.types.builtins.INT8;

/**
 * How column values reach TypeScript where the driver's own way would mislead: a `date` stays the text YYYY-MM-DD
 * (as a Date it would shift with the machine's time zone), a `bigint` becomes a number and is refused beyond 2^53.
 */
export const connectionTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return safeInteger;
    const parser: unknown = pg.types.getTypeParser(oid, format);
    return parser;
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`The database returned ${text}, which a number cannot hold exactly`);
  return value;
}
