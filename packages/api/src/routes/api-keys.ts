import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { API_KEY_SCOPES, type ApiKeyStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import type { IdentityDesk } from "../identity-desk.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, nullable, oneOf, problems } from "../shapes.ts";

const name = Type.String({ minLength: 1, maxLength: 200, description: "What the key is for" });
const KeyShape = Type.Object({
  id: Id,
  name,
  studyId: nullable(Id),
  scope: oneOf(API_KEY_SCOPES),
  createdAt: Instant,
  lastUsedAt: nullable(Instant),
  revokedAt: nullable(Instant),
});
const MadeShape = Type.Object({
  ...KeyShape.properties,
  secret: Type.String({ description: "The key itself: shown this once" }),
});
const NewKey = Type.Object(
  { studyId: Id, name, scope: oneOf(["read", "ingest"]) },
  { additionalProperties: false },
);

interface Ports {
  readonly apiKeyStore: Pick<ApiKeyStore, "create" | "list" | "revoke">;
  readonly desk: IdentityDesk;
  readonly now: () => Date;
}

/** `/api-keys`: what machines prove with that they may read a study, or bring its messages; for owners. */
export const apiKeys: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { apiKeyStore, desk, now },
) => {
  const config = { access: "researcher" } as const;
  const schema = { tags: ["api-keys"] };
  app.get(
    "/api-keys",
    {
      config,
      schema: {
        ...schema,
        querystring: Type.Object({ studyId: Id }),
        response: { 200: Type.Array(KeyShape), ...problems },
      },
    },
    async (request, reply) => {
      const { studyId } = request.query;
      requireRole(request, studyId, "owner");
      return reply.send([...(await apiKeyStore.list([studyId]))]);
    },
  );

  app.post(
    "/api-keys",
    { config, schema: { ...schema, body: NewKey, response: { 201: MadeShape, ...problems } } },
    async (request, reply) => {
      requireRole(request, request.body.studyId, "owner");
      const { secret, keyHash } = desk.newApiKey();
      const key = await apiKeyStore.create({ ...request.body, keyHash, createdAt: now() });
      if (key === "study-unknown") throw new ProblemError("not-found");
      return reply
        .status(201)
        .header("cache-control", "no-store")
        .send({ ...key, secret });
    },
  );

  app.delete(
    "/api-keys/:id",
    {
      config,
      schema: {
        ...schema,
        summary: "Revokes a key; it stays in the list",
        params: IdParams,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const key = (await apiKeyStore.list("all")).find((one) => one.id === id);
      // An administrator's key belongs to no study, so it is for nobody else to revoke.
      if (!key || (key.studyId === null && !requireKnown(request).administrator))
        throw new ProblemError("not-found");
      if (key.studyId !== null) requireRole(request, key.studyId, "owner");
      await apiKeyStore.revoke(id, now());
      return reply.status(204).send(null);
    },
  );
};
