import { beforeAll, describe, expect, test } from 'vitest';
import { columnTypes, type ColumnType } from '../../tests/database/column-types.ts';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';

interface Column {
  readonly name: string;
  readonly data_type: string;
  readonly may_be_null: boolean;
  readonly has_default: boolean;
  readonly is_of_view: boolean;
}

/** How the driver and `connectionTypes` hand on each type of PostgreSQL that the migrations use. */
const kinds: { readonly [dataType: string]: ColumnType['kind'] } = {
  // A list of words is read as one, whichever way it is stored.
  ARRAY: 'any JSON',
  text: 'text',
  uuid: 'text',
  date: 'text',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'yes or no',
  'timestamp with time zone': 'moment',
  bytea: 'bytes',
  json: 'any JSON',
  jsonb: 'any JSON',
};

const notInTheTypes = ['schema_migrations'];

withTestDatabase((database) => {
  describe('The types of the tables are those of the database', () => {
    const typed = columnTypes();
    let columns: readonly Column[] = [];

    beforeAll(async () => {
      const { rows } = await database.asOwner((owner) =>
        owner.query<Column>(
          `select table_name || '.' || column_name as name, data_type, is_nullable = 'YES' as may_be_null,
             column_default is not null or is_identity = 'YES' or is_generated <> 'NEVER' as has_default,
             table_type = 'VIEW' as is_of_view
           from information_schema.columns join information_schema.tables using (table_schema, table_name)
           where table_schema = 'public' and not (table_name = any($1)) order by 1`,
          [notInTheTypes],
        ),
      );
      columns = rows;
    });

    test('column by column', () => {
      expect([...typed.keys()].sort()).toEqual(columns.map(({ name }) => name).sort());
    });

    test('in what each holds', () => {
      const differ = columns.filter(({ name, data_type: type }) => typed.get(name)?.kind !== kinds[type]);
      expect(differ.map(({ name, data_type: type }) => `${name}: ${type}, not ${typed.get(name)?.kind}`)).toEqual([]);
    });

    // Of a view PostgreSQL does not know.
    test('in what may be null, and so must be looked at before it is used', () => {
      const differ = columns.filter(({ name, is_of_view: isOfView, may_be_null: mayBeNull }) => {
        const type = typed.get(name);
        return !isOfView && type?.mayBeNull !== null && type?.mayBeNull !== mayBeNull;
      });
      expect(differ.map(({ name, may_be_null: mayBeNull }) => `${name}: ${mayBeNull ? 'null' : 'not null'}`)).toEqual(
        [],
      );
    });

    test('in what a new row must be given', () => {
      const needed = columns.filter(
        ({ is_of_view: isOfView, may_be_null: mayBeNull, has_default: hasDefault }) =>
          !isOfView && !mayBeNull && !hasDefault,
      );
      expect(needed.map(({ name }) => name).filter((name) => typed.get(name)?.mustBeWritten === false)).toEqual([]);
    });
  });
});
