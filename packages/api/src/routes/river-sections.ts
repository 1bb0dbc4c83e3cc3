import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { RiverSection } from "@zpr/model";
import type { RiverStore } from "@zpr/ports";
import { Type } from "typebox";
import { edit } from "../edit.ts";
import { ProblemError } from "../problem.ts";
import { NewSection, SectionShape } from "../river-shapes.ts";
import { Id, IdParams, problems } from "../shapes.ts";
import { editable } from "./change-river.ts";

const tags = ["rivers"];
const config = { access: "researcher" } as const;
const SectionParams = Type.Object({ id: Id, sectionId: Id });

/** `/rivers/{id}/sections`: stretches of a river with names. */
export const riverSections: FastifyPluginAsyncTypebox<{ riverStore: RiverStore }> = async (
  app,
  { riverStore },
) => {
  app.post(
    "/rivers/:id/sections",
    {
      config,
      schema: {
        tags,
        params: IdParams,
        body: NewSection,
        response: { 201: SectionShape, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = await editable(request, riverStore);
      const section = await save(id, request.body);
      return reply.status(201).send(section);
    },
  );

  app.put(
    "/rivers/:id/sections/:sectionId",
    {
      config,
      schema: {
        tags,
        params: SectionParams,
        body: NewSection,
        response: { 200: SectionShape, ...problems },
      },
    },
    async (request) => {
      const { id } = await editable(request, riverStore);
      const { sectionId } = request.params;
      return edit(request, edited(id, sectionId), () =>
        save(id, { ...request.body, id: sectionId }),
      );
    },
  );

  app.delete(
    "/rivers/:id/sections/:sectionId",
    {
      config,
      schema: { tags, params: SectionParams, response: { 204: Type.Null(), ...problems } },
    },
    async (request, reply) => {
      const { id } = await editable(request, riverStore);
      const { sectionId } = request.params;
      await edit(request, edited(id, sectionId), () => riverStore.removeSection(id, sectionId));
      return reply.status(204).send(null);
    },
  );

  function edited(riverId: number, id: number) {
    const current = async () =>
      (await riverStore.find(riverId))?.sections.find((section) => section.id === id);
    return { kind: "river-section", id, current };
  }

  async function save(
    riverId: number,
    body: Omit<RiverSection, "line"> & { readonly line?: string | null; readonly id?: number },
  ) {
    if (body.toKilometre <= body.fromKilometre)
      throw new ProblemError("request-invalid", {
        detail: "a section begins before it ends: fromKilometre is below toKilometre",
      });
    const section = await riverStore.saveSection(riverId, { ...body, line: body.line ?? null });
    if (section === "name-taken")
      throw new ProblemError("conflict", { detail: "the river has a section with this name" });
    if (!section) throw new ProblemError("not-found");
    return section;
  }
};
