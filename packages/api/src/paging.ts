import type { Page } from "@zpr/ports";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { ProblemError } from "./problem.ts";

/** Query parameters of every list. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
  cursor: Type.Optional(Type.String({ description: "From the `next` link of the page before" })),
};

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/** Makes lists page by page: one row more than asked for tells whether there is a next page. */
export async function sendPage<Key, Row>(
  exchange: {
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
    readonly query: PageQuery;
  },
  read: (page: Page<Key>) => Promise<readonly Row[]>,
  key: { readonly of: (row: Row) => Key; readonly revive?: (parsed: Key) => Key },
): Promise<Row[]> {
  const { request, reply, query } = exchange;
  const after = query.cursor === undefined ? undefined : decode<Key>(query.cursor);
  const rows = await read({
    after: after !== undefined && key.revive ? key.revive(after) : after,
    limit: query.limit + 1,
  });
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

function decode<Key>(cursor: string): Key {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw new ProblemError("request-invalid", {
      detail: "the cursor is not one that this API gave out",
    });
  }
}
