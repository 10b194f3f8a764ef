import { CompiledQuery, type KyselyPlugin, type RootOperationNode, type QueryId } from 'kysely';
import { asActor, type ActingAccount, type WaymarkDatabase } from '../../src/db/index.ts';

/** A database that keeps every statement that is sent to it for a person. */
export interface WatchedDatabase {
  readonly db: WaymarkDatabase;
  /** The statements that some work sends, as they are sent. */
  readonly statementsOf: (work: () => Promise<unknown>) => Promise<readonly CompiledQuery[]>;
}

export function watched(database: WaymarkDatabase): WatchedDatabase {
  const nodes = new WeakMap<QueryId, RootOperationNode>();
  let sent: QueryId[] = [];
  const watching: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      nodes.set(queryId, node);
      return node;
    },
    // Of what is transformed only whole statements have a result.
    transformResult: ({ result, queryId }) => {
      sent.push(queryId);
      return Promise.resolve(result);
    },
  };
  return {
    db: { ...database, connections: database.connections.withPlugin(watching) },
    async statementsOf(work) {
      sent = [];
      await work();
      const executor = database.connections.getExecutor();
      return sent.flatMap((queryId) => {
        const node = nodes.get(queryId);
        return node === undefined ? [] : [executor.compileQuery(node, queryId)];
      });
    },
  };
}

/** One node of a plan with those under it, as PostgreSQL explains it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

export interface Explained {
  readonly sql: string;
  /** Planning and execution together. */
  readonly ms: number;
  /** Blocks of 8 kB that were looked at, in memory or not. */
  readonly blocks: number;
  readonly nodes: readonly PlanNode[];
}

export interface ExplainedRow {
  readonly 'QUERY PLAN': readonly [
    { readonly Plan: PlanNode; readonly 'Planning Time': number; readonly 'Execution Time': number },
  ];
}

/** Runs a statement once more as the actor, under the application's own role and settings, and says how it went. */
export function explain(db: WaymarkDatabase, actor: ActingAccount, statement: CompiledQuery): Promise<Explained> {
  const explaining = CompiledQuery.raw(`explain (analyse, buffers, format json) ${statement.sql}`, [
    ...statement.parameters,
  ]);
  return asActor(db, actor, async (tx) => {
    const { rows } = await tx.executeQuery<ExplainedRow>({ ...explaining });
    return explainedBy(statement.sql, rows[0]);
  });
}

export function explainedBy(sql: string, row: ExplainedRow | undefined): Explained {
  const found = row?.['QUERY PLAN'][0];
  if (found === undefined) throw new Error('The database explained nothing');
  const blocks = (found.Plan['Shared Hit Blocks'] ?? 0) + (found.Plan['Shared Read Blocks'] ?? 0);
  return { sql, ms: found['Planning Time'] + found['Execution Time'], blocks, nodes: nodesOf(found.Plan) };
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Where a node reads, in a word. */
export function nodeWords(node: PlanNode): string {
  const where = node['Index Name'] ?? node['Relation Name'];
  return where === undefined ? node['Node Type'] : `${node['Node Type']} ${where}`;
}
