import compress from "@fastify/compress";
import type { Caller } from "@zpr/ports";
import { postgresFeatureStore, postgresTileStore } from "@zpr/storage";
import { useDatabase, writeRiver } from "@zpr/storage/testing";
import { NOW, RIVER } from "@zpr/testkit";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach } from "vitest";
import { sayNoAsProblems } from "../build-api.ts";
import { guard } from "../caller.ts";
import { Problem } from "../problem.ts";
import { tiles } from "../tiles/tiles.ts";
import { ogc } from "./ogc.ts";

/** Header of a member of the first study. */
export const MEMBER = { authorization: "Bearer zpr_member" };

const CALLERS: Readonly<Record<string, Caller>> = {
  [MEMBER.authorization]: {
    kind: "api-key",
    id: 1,
    name: "member of the open study",
    administrator: false,
    studies: new Map([[1, "viewer"]]),
  },
};

/** `/ogc` and `/tiles` on a real database with the river of the testkit in it, made anew for each test. */
export function useReadingApi(publicUrl: string): () => FastifyInstance {
  const database = useDatabase();
  let app: FastifyInstance;
  beforeEach(async () => {
    await writeRiver(database(), RIVER);
    app = Fastify({ forceCloseConnections: true });
    app.addSchema(Problem);
    sayNoAsProblems(app);
    guard(app, {
      authenticate: async ({ headers: { authorization } }) =>
        authorization === undefined ? { kind: "anonymous" } : CALLERS[authorization],
      isOwnOrigin: () => true,
    });
    await app.register(compress, { threshold: 1024 });
    const common = { publicUrl, now: () => NOW };
    const featureStore = postgresFeatureStore(database());
    await app.register(ogc, { prefix: "/ogc", featureStore, ...common });
    const tileStore = postgresTileStore(database());
    await app.register(tiles, { prefix: "/tiles", tileStore, ...common });
  });
  afterEach(() => app.close());
  return () => app;
}
