import type pg from "pg";

/** A table that is backed up, with the columns that are stored and not computed. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A part of a partitioned table, as the database says it: `FOR VALUES FROM ... TO ...`. */
export interface Partition {
  readonly name: string;
  readonly of: string;
  readonly bounds: string;
}

/** A counter of ids, and where it stands; null while it was never used. */
export interface Counter {
  readonly name: string;
  readonly value: number | null;
}

/** All tables of ours, each after those that it refers to. */
export async function copiedTables(client: pg.Client): Promise<readonly CopiedTable[]> {
  const { rows: tables } = await client.query<CopiedTable>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not like 'kysely%' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  const { rows: references } = await client.query<{ name: string; to: string }>(`
    select distinct c.relname as name, r.relname as to from pg_constraint f
      join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
    where f.contype = 'f' and c.oid <> r.oid and c.relnamespace = 'public'::regnamespace`);
  return inOrder(
    tables,
    Map.groupBy(references, ({ name }) => name),
  );
}

function inOrder(
  tables: readonly CopiedTable[],
  references: ReadonlyMap<string, readonly { readonly to: string }[]>,
): readonly CopiedTable[] {
  const ordered = new Set<CopiedTable>();
  for (let left = tables; left.length > 0; ) {
    const names = new Set(left.map(({ name }) => name));
    const free = left.filter(({ name }) => !references.get(name)?.some(({ to }) => names.has(to)));
    if (free.length === 0) throw new Error(`tables refer to each other in a ring: ${[...names]}`);
    for (const table of free) ordered.add(table);
    left = left.filter((table) => !ordered.has(table));
  }
  return [...ordered];
}

/** The parts of partitioned tables. */
export async function partitions(client: pg.Client): Promise<readonly Partition[]> {
  const { rows } = await client.query<Partition>(`
    select c.relname as name, p.relname as of, pg_get_expr(c.relpartbound, c.oid) as bounds
    from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`);
  return rows;
}

/** Where all counters of ids stand. */
export async function counters(client: pg.Client): Promise<readonly Counter[]> {
  const { rows } = await client.query<Counter>(`
    select sequencename as name, last_value as value from pg_sequences
    where schemaname = 'public' order by sequencename`);
  return rows;
}
