import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What a column is to TypeScript. `any JSON` is what the types leave open, as `unknown` or as an object. */
export interface ColumnType {
  readonly kind: 'text' | 'number' | 'yes or no' | 'moment' | 'bytes' | 'any JSON';
  /** Null where the type is `unknown`, which must be looked at in any case. */
  readonly mayBeNull: boolean | null;
  /** Whether a new row must be given a value for it; null where the program writes no row of its table. */
  readonly mustBeWritten: boolean | null;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const typesFile = fileURLToPath(new URL('typed-tables.ts', import.meta.url));

/** The columns of every table and view, by `table.column`, as src/db/tables.ts has them. */
export function columnTypes(): ReadonlyMap<string, ColumnType> {
  const program = ts.createProgram([typesFile], compilerOptions());
  const checker = program.getTypeChecker();
  const [read, written] = ['Read', 'Written'].map((name) => namedType(program, name));
  if (read === undefined || written === undefined) throw new Error(`${typesFile} has no types Read and Written`);
  const columns = new Map<string, ColumnType>();
  for (const table of checker.getPropertiesOfType(read)) {
    const writtenTable = checker.getPropertyOfType(written, table.name);
    if (writtenTable === undefined) throw new Error(`${table.name} is read and never written`);
    const mayBeWritten = checker.getPropertiesOfType(checker.getTypeOfSymbol(writtenTable));
    const mustBeWritten = new Set(
      mayBeWritten.filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0).map(({ name }) => name),
    );
    for (const column of checker.getPropertiesOfType(checker.getTypeOfSymbol(table))) {
      const type = checker.getTypeOfSymbol(column);
      columns.set(`${table.name}.${column.name}`, {
        kind: kindOf(checker, checker.getNonNullableType(type)),
        mayBeNull: (type.flags & ts.TypeFlags.Unknown) !== 0 ? null : checker.getNonNullableType(type) !== type,
        mustBeWritten: mayBeWritten.length === 0 ? null : mustBeWritten.has(column.name),
      });
    }
  }
  return columns;
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (file) => ts.sys.readFile(file)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root).options;
}

function namedType(program: ts.Program, name: string): ts.Type | undefined {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(typesFile);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find((exported) => exported.name === name);
  return symbol && checker.getDeclaredTypeOfSymbol(symbol);
}

function kindOf(checker: ts.TypeChecker, type: ts.Type): ColumnType['kind'] {
  const parts = type.isUnion() ? type.types : [type];
  const every = (flags: ts.TypeFlags): boolean => parts.every((part) => (part.flags & flags) !== 0);
  if (every(ts.TypeFlags.StringLike)) return 'text';
  if (every(ts.TypeFlags.NumberLike)) return 'number';
  if (every(ts.TypeFlags.BooleanLike)) return 'yes or no';
  const name = checker.typeToString(type);
  if (name === 'Date') return 'moment';
  return name.startsWith('Uint8Array') ? 'bytes' : 'any JSON';
}
