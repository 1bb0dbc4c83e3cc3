import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type pg from "pg";

const isPreparing = new AsyncLocalStorage<true>();

/**
 * For what is done over and over: PostgreSQL reads and plans each statement of `work` on a connection
 * once, by its text, and then only runs it. For statements whose text does not grow with what they
 * carry, and that write, or find rows by their keys: there is one plan for all values, and it may be
 * from when a table was small.
 */
export function prepared<Result>(work: () => Promise<Result>): Promise<Result> {
  return isPreparing.run(true, work);
}

/** Lets a connection prepare the statements that `prepared` is for. */
export function letPrepare(client: pg.ClientBase): void {
  const plain: (...call: readonly unknown[]) => unknown = client.query.bind(client);
  const query = (...call: readonly unknown[]) => {
    const [text, values] = call;
    const name = isPreparing.getStore() && typeof text === "string" && nameOf(text);
    return name ? plain({ name, text, values }) : plain(...call);
  };
  // It has nine signatures, and is called as it would be without us.
  client.query = query as typeof client.query;
}

const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/;
/**
 * What gives all columns there are gives more when a newer version adds one, which a statement that
 * was prepared before does not survive.
 */
const ALL_COLUMNS = /\.\*|\b(select|returning) \*/;

const names = new Map<string, string | undefined>();

function nameOf(text: string): string | undefined {
  if (names.has(text)) return names.get(text);
  const isFit = PREPARABLE.test(text) && !ALL_COLUMNS.test(text);
  const name = isFit ? createHash("md5").update(text).digest("hex") : undefined;
  names.set(text, name);
  return name;
}
