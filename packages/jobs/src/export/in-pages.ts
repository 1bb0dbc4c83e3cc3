import type { Page } from "@zpr/ports";

const PAGE_ROWS = 1000;

/** Every row of a list, page by page. */
export async function* inPages<Key, One>(
  read: (page: Page<Key>) => Promise<readonly One[]>,
  keyOf: (row: One) => Key,
): AsyncGenerator<One> {
  let after: Key | undefined;
  for (;;) {
    const rows = await read({ after, limit: PAGE_ROWS });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return;
    after = keyOf(last);
  }
}

/** All rows of a list that is short enough to be held. */
export async function allOf<Key, One>(
  read: (page: Page<Key>) => Promise<readonly One[]>,
  keyOf: (row: One) => Key,
): Promise<One[]> {
  const rows: One[] = [];
  for await (const row of inPages(read, keyOf)) rows.push(row);
  return rows;
}
