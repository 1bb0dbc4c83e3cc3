import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { type Invitation, type PeopleStore, STUDY_ROLES, type StudyStore } from "@zpr/ports";
import { Type } from "typebox";
import { requireKnown, requireRole } from "../caller.ts";
import type { IdentityDesk } from "../identity-desk.ts";
import { invitationLetter } from "../invitation-letter.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, Instant, oneOf, problems } from "../shapes.ts";
import { MemberShape } from "./members.ts";

const DAYS = 14;
const email = Type.String({ format: "email", maxLength: 254 });
const InvitationShape = Type.Object({
  id: Id,
  email,
  role: oneOf(STUDY_ROLES),
  invitedBy: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
});
const Wanted = Type.Object({ email, role: oneOf(STUDY_ROLES) }, { additionalProperties: false });
/** One of the two. */
const AddedShape = Type.Object({
  member: Type.Optional(MemberShape),
  invitation: Type.Optional(InvitationShape),
});

interface Ports {
  readonly peopleStore: PeopleStore;
  readonly studyStore: StudyStore;
  readonly desk: IdentityDesk;
  readonly now: () => Date;
}

/** `POST /studies/{id}/members` and `/studies/{id}/invitations`: people are added by their e-mail address. */
export const invitations: FastifyPluginAsyncTypebox<Ports> = async (
  app,
  { peopleStore, studyStore, desk, now },
) => {
  const config = { access: "researcher" } as const;
  app.post(
    "/studies/:id/members",
    {
      config,
      schema: {
        tags: ["people"],
        summary:
          "Adds whoever signs in with that address, now or by an invitation; again sends it again",
        params: IdParams,
        body: Wanted,
        response: { 200: AddedShape, ...problems },
      },
    },
    async (request) => {
      const { params, body } = request;
      requireRole(request, params.id, "owner");
      const study = await studyStore.find(params.id);
      if (!study) throw new ProblemError("not-found");
      const { url, tokenHash } = desk.newInvitation();
      const [createdAt, invitedBy] = [now(), requireKnown(request).name];
      const added = await peopleStore.add({
        ...body,
        studyId: study.id,
        tokenHash,
        invitedBy,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + DAYS * 86_400_000),
        letter: invitationLetter(study.locale, { study: study.name, invitedBy, url, days: DAYS }),
      });
      if (added === "other-role")
        throw new ProblemError("conflict", { detail: "they are a member with another role" });
      return added;
    },
  );

  app.get(
    "/studies/:id/invitations",
    {
      config,
      schema: {
        tags: ["people"],
        params: IdParams,
        querystring: Type.Object(pageQuery),
        response: { 200: Type.Array(InvitationShape), ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      requireRole(request, id, "owner");
      return sendPage(
        { request, reply, query: request.query },
        (page) => peopleStore.invitations(id, page),
        { of: (invitation: Invitation) => invitation.id },
      );
    },
  );

  app.delete(
    "/studies/:id/invitations/:invitationId",
    {
      config,
      schema: {
        tags: ["people"],
        params: Type.Object({ id: Id, invitationId: Id }),
        response: { 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { id, invitationId } = request.params;
      requireRole(request, id, "owner");
      if (!(await peopleStore.withdraw(id, invitationId))) throw new ProblemError("not-found");
      return reply.status(204).send(null);
    },
  );
};
