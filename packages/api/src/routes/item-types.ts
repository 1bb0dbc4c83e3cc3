import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { ItemStore, ItemType } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Id, nullable, problems, Version } from "../shapes.ts";

const fields = {
  studyId: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  material: nullable(Type.String({ maxLength: 200 })),
  massGrams: nullable(Type.Number({ exclusiveMinimum: 0 })),
  lengthMillimetres: nullable(Type.Number({ exclusiveMinimum: 0 })),
  jCode: nullable(
    Type.String({ maxLength: 20, description: "EU Joint List of litter categories" }),
  ),
  buoyancy: nullable(Type.String({ maxLength: 50 })),
};
const ItemTypeShape = Type.Object({ id: Id, version: Version, ...fields });
const NewItemType = Type.Object(
  {
    studyId: fields.studyId,
    name: fields.name,
    material: Type.Optional(fields.material),
    massGrams: Type.Optional(fields.massGrams),
    lengthMillimetres: Type.Optional(fields.lengthMillimetres),
    jCode: Type.Optional(fields.jCode),
    buoyancy: Type.Optional(fields.buoyancy),
  },
  { additionalProperties: false },
);
const UNKNOWN = {
  material: null,
  massGrams: null,
  lengthMillimetres: null,
  jCode: null,
  buoyancy: null,
};

/** `/item-types`: the kinds of objects a study releases. */
export const itemTypes: FastifyPluginAsyncTypebox<{ itemStore: ItemStore }> = async (
  app,
  { itemStore },
) => {
  app.get(
    "/item-types",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["items"],
        querystring: Type.Object({ ...pageQuery, studyId: Type.Optional(Id) }),
        response: { 200: Type.Array(ItemTypeShape), ...problems },
      },
    },
    async (request, reply) => {
      const scope = scopeOf(request, request.query.studyId);
      return sendPage(
        { request, reply, query: request.query },
        (page) => itemStore.listTypes(scope, page),
        { of: (type: ItemType) => type.id },
      );
    },
  );

  app.post(
    "/item-types",
    {
      config: { access: "researcher" },
      schema: { tags: ["items"], body: NewItemType, response: { 201: ItemTypeShape, ...problems } },
    },
    async (request, reply) => {
      requireRole(request, request.body.studyId, "editor");
      const type = await itemStore.createType({ ...UNKNOWN, ...request.body });
      if (!type)
        throw new ProblemError("conflict", { detail: "the study has an item type with this name" });
      return reply.status(201).send(type);
    },
  );
};
