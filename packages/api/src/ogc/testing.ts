import compress from "@fastify/compress";
import { memoryCache } from "@zpr/platform";
import type { Caller } from "@zpr/ports";
import { type Database, postgresFeatureStore, postgresTileStore } from "@zpr/storage";
import { useDatabase, writeRiver } from "@zpr/storage/testing";
import { NOW, RIVER } from "@zpr/testkit";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach } from "vitest";
import { guard } from "../caller.ts";
import { Problem } from "../problem.ts";
import { sayNoAsProblems } from "../say-no.ts";
import { tiles } from "../tiles/tiles.ts";
import type { FeatureJson } from "./feature-json.ts";
import type { Link } from "./links.ts";
import { ogc } from "./ogc.ts";

/** API key of a member of the first study, and the header it goes in. */
export const MEMBER_KEY = "zpr_member";
export const MEMBER = { authorization: `Bearer ${MEMBER_KEY}` };

const CALLERS: Readonly<Record<string, Caller>> = {
  [MEMBER_KEY]: {
    kind: "api-key",
    id: 1,
    name: "member of the open study",
    administrator: false,
    studies: new Map([[1, "viewer"]]),
  },
};

const PUBLIC_URL = "https://rivers.example";
export const ROOT = `${PUBLIC_URL}/ogc`;

/** A page of features as it comes out of the API. */
export interface Features {
  readonly type: string;
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly timeStamp: string;
  readonly links: readonly Link[];
  readonly features: readonly FeatureJson[];
}

/** The link of a relation, which must lead to us. */
export function linkOf(
  document: { readonly links: readonly Link[] },
  rel: string,
  type?: string,
): Link {
  const link = document.links.find((it) => it.rel === rel && (!type || it.type === type));
  if (!link?.href.startsWith(ROOT)) throw new Error(`no link ${rel} of type ${type}`);
  return link;
}

/** `/ogc` and `/tiles` on a real database with the river of the testkit in it, made anew for each test. */
export function useReadingApi(publicUrl: () => string = () => PUBLIC_URL) {
  const database = useDatabase();
  let app: FastifyInstance;
  beforeEach(async () => {
    await writeRiver(database(), RIVER);
    app = await readingApi(database(), publicUrl());
  });
  afterEach(() => app.close());

  return { app: () => app, get, read };

  function get(url: string, headers: Record<string, string> = {}) {
    return app.inject({ url: url.replace(publicUrl(), ""), headers });
  }

  async function read<Document>(url: string): Promise<Document> {
    const response = await get(url);
    if (response.statusCode !== 200)
      throw new Error(`${url}: ${response.statusCode} ${response.body}`);
    return response.json<Document>();
  }
}

async function readingApi(database: Database, publicUrl: string): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true });
  app.addSchema(Problem);
  sayNoAsProblems(app);
  guard(app, {
    authenticate: async ({ headers: { authorization } }) =>
      authorization === undefined ? { kind: "anonymous" } : CALLERS[keyIn(authorization)],
    isOwnOrigin: () => true,
  });
  await app.register(compress, { threshold: 1024 });
  const common = { publicUrl, now: () => NOW };
  const featureStore = postgresFeatureStore(database);
  await app.register(ogc, { prefix: "/ogc", featureStore, ...common });
  const tileStore = postgresTileStore(database);
  const cache = memoryCache(() => NOW);
  await app.register(tiles, { prefix: "/tiles", tileStore, cache, ...common });
  return app;
}

/** A key comes as a bearer token, or as the password of basic authentication. */
function keyIn(authorization: string): string {
  const [scheme, credentials = ""] = authorization.split(" ");
  if (scheme === "Bearer") return credentials;
  return Buffer.from(credentials, "base64").toString().replace(/^.*?:/, "");
}
