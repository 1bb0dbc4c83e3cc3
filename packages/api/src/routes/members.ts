import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Member, mayIn, type PeopleStore, STUDY_ROLES } from "@zpr/ports";
import { Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, nullable, oneOf, problems } from "../shapes.ts";

/** Somebody with a role in a study, as the API shows them. */
export const MemberShape = Type.Object({
  userId: Id,
  name: Type.String(),
  email: nullable(Type.String({ description: "For owners only" })),
  role: oneOf(STUDY_ROLES),
});
const MemberParams = Type.Object({ id: Id, userId: Id });
const NewRole = Type.Object({ role: oneOf(STUDY_ROLES) }, { additionalProperties: false });

/** `/studies/{id}/members`: who works on a study, with which role. */
export const members: FastifyPluginAsyncTypebox<{ peopleStore: PeopleStore }> = async (
  app,
  { peopleStore },
) => {
  const config = { access: "researcher" } as const;
  app.get(
    "/studies/:id/members",
    {
      config,
      schema: {
        tags: ["people"],
        params: IdParams,
        querystring: Type.Object(pageQuery),
        response: { 200: Type.Array(MemberShape), ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      requireRole(request, id, "viewer");
      const rows = await sendPage(
        { request, reply, query: request.query },
        (page) => peopleStore.members(id, page),
        { of: (member: Member) => member.userId },
      );
      if (mayIn(request.caller, id, "owner")) return rows;
      return rows.map((member) => ({ ...member, email: null }));
    },
  );

  app.patch(
    "/studies/:id/members/:userId",
    {
      config,
      schema: {
        tags: ["people"],
        params: MemberParams,
        body: NewRole,
        response: { 200: MemberShape, ...problems },
      },
    },
    async (request) => {
      const { id, userId } = request.params;
      requireRole(request, id, "owner");
      return accepted(await peopleStore.setRole(id, userId, request.body.role));
    },
  );

  app.delete(
    "/studies/:id/members/:userId",
    {
      config,
      schema: {
        tags: ["people"],
        summary: "For owners; anybody may leave",
        params: MemberParams,
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { id, userId } = request.params;
      const caller = requireKnown(request);
      const leaves = caller.kind === "user" && caller.id === userId;
      requireRole(request, id, leaves ? "viewer" : "owner");
      accepted(await peopleStore.remove(id, userId));
      return reply.status(204).send(null);
    },
  );
};

function accepted<Done>(outcome: Done | "last-owner" | undefined): Done {
  if (outcome === undefined) throw new ProblemError("not-found");
  if (outcome === "last-owner")
    throw new ProblemError("conflict", {
      detail: "this is the last owner of the study; make somebody else owner first",
    });
  return outcome;
}
