import type { Page } from "@zpr/ports";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type TSchema, Type } from "typebox";
import { Value } from "typebox/value";
import { ProblemError } from "./problem.ts";
import { Id } from "./shapes.ts";

/** Query parameters of every list. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
  cursor: Type.Optional(Type.String({ description: "From the `next` link of the page before" })),
};

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/** What the rows of a list are ordered by. A cursor carries it, and comes back from anybody. */
interface ListKey<Key, Row> {
  of(row: Row): Key;
  /** What it looks like in a cursor; a 32-bit id when nothing is said. */
  readonly shape?: TSchema;
  /** Makes dates of the texts that they are in a cursor. */
  revive?(parsed: Key): Key;
}

/** Makes lists page by page: one row more than asked for tells whether there is a next page. */
export async function sendPage<Key, Row>(
  exchange: {
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
    readonly query: PageQuery;
  },
  read: (page: Page<Key>) => Promise<readonly Row[]>,
  key: ListKey<Key, Row>,
): Promise<Row[]> {
  const { request, reply, query } = exchange;
  const after = query.cursor === undefined ? undefined : decode(query.cursor, key);
  const rows = await read({ after, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  if (rows.length > shown.length && last !== undefined)
    reply.header("link", `<${nextUrl(request, encode(key.of(last)))}>; rel="next"`);
  return shown;
}

function nextUrl(request: FastifyRequest, cursor: string): string {
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  url.searchParams.set("cursor", cursor);
  return url.href;
}

function encode(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function decode<Key, Row>(cursor: string, { shape = Id, revive }: ListKey<Key, Row>): Key {
  const parsed = parse(cursor);
  if (!Value.Check(shape, parsed))
    throw new ProblemError("request-invalid", {
      detail: "the cursor is not one that this list gave out",
    });
  return revive ? revive(parsed as Key) : (parsed as Key);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}
