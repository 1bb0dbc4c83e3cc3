import type { IdentityStores, KnownCaller } from "@zpr/ports";
import type { FastifyPluginAsync } from "fastify";
import { type Static, Type } from "typebox";
import type { Authenticate } from "../authenticate.ts";

const Study = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  role: Type.Union([Type.Literal("viewer"), Type.Literal("editor"), Type.Literal("owner")]),
});

const SignedIn = Type.Object({
  signedIn: Type.Literal(true),
  kind: Type.Union([Type.Literal("user"), Type.Literal("api-key")]),
  user: Type.Object({
    id: Type.Integer(),
    name: Type.String(),
    email: Type.Union([Type.String(), Type.Null()]),
    administrator: Type.Boolean(),
  }),
  studies: Type.Array(Study),
});

const Me = Type.Union([Type.Object({ signedIn: Type.Literal(false) }), SignedIn]);

/** `/auth/me` and `/api/v1/me`: who the caller is, as far as we know. */
export const me: FastifyPluginAsync<{
  stores: IdentityStores;
  authenticate: Authenticate;
}> = async (app, { stores, authenticate }) => {
  for (const path of ["/auth/me", "/api/v1/me"])
    app.get(
      path,
      {
        config: { access: "public" },
        schema: {
          tags: ["sign-in"],
          summary: "Who is signed in, and in which studies with which role",
          response: { 200: Me },
        },
      },
      async (request, reply): Promise<Static<typeof Me>> => {
        void reply.header("cache-control", "no-store");
        const caller = await authenticate(request);
        if (!caller || caller.kind === "anonymous") return { signedIn: false };
        return describe(stores, caller);
      },
    );
};

async function describe(
  { users, memberships }: IdentityStores,
  caller: KnownCaller,
): Promise<Static<typeof SignedIn>> {
  const { kind, id, name, administrator } = caller;
  const email = kind === "user" ? ((await users.find(id))?.email ?? null) : null;
  const studies = await memberships.of(caller);
  return {
    signedIn: true,
    kind,
    user: { id, name, email, administrator },
    studies: studies.map(({ studyId, studyName, role }) => ({
      id: studyId,
      name: studyName,
      role,
    })),
  };
}
