import { randomInt } from "node:crypto";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { itemCodeFromNumber, parseItemCode } from "@zpr/model";
import type { Item, ItemStore } from "@zpr/ports";
import { Type } from "typebox";
import { scopeOf } from "../asked.ts";
import { requireRole } from "../caller.ts";
import { pageQuery, sendPage } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import {
  Id,
  Instant,
  ItemStatus,
  nullable,
  oneOf,
  PositionShape,
  problems,
  Version,
} from "../shapes.ts";

const note = Type.String({ maxLength: 10_000 });
const ItemShape = Type.Object({
  id: Id,
  version: Version,
  studyId: Id,
  code: Type.String(),
  itemTypeId: Id,
  releaseId: nullable(Id),
  status: ItemStatus,
  note,
  trackerId: nullable(Id),
  lastPosition: nullable(PositionShape),
  lastAt: nullable(Instant),
  lastEvidence: nullable(oneOf(["release", "fix", "sighting"])),
  travelledMetres: Type.Number(),
  netMetres: Type.Number(),
  sightingCount: Type.Integer(),
});
const NewItem = Type.Object(
  {
    studyId: Id,
    itemTypeId: Id,
    code: Type.Optional(Type.String({ description: "Six characters; made by us when absent" })),
    note: Type.Optional(note),
  },
  { additionalProperties: false },
);
const Batch = Type.Object(
  { studyId: Id, itemTypeId: Id, count: Type.Integer({ minimum: 1, maximum: 2000 }) },
  { additionalProperties: false },
);
/** `/items`: tagged objects, one by one or in batches, with what is known of each now. */
export const items: FastifyPluginAsyncTypebox<{ itemStore: ItemStore }> = async (
  app,
  { itemStore },
) => {
  app.get(
    "/items",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["items"],
        querystring: Type.Object({
          ...pageQuery,
          studyId: Type.Optional(Id),
          code: Type.Optional(Type.String()),
        }),
        response: { 200: Type.Array(ItemShape), ...problems },
      },
    },
    async (request, reply) => {
      const { studyId, code } = request.query;
      const filter = {
        studies: scopeOf(request, studyId),
        ...(code && { code: parseItemCode(code) ?? code }),
      };
      return sendPage(
        { request, reply, query: request.query },
        (page) => itemStore.list(filter, page),
        { of: (item: Item) => item.id },
      );
    },
  );

  app.post(
    "/items",
    {
      config: { access: "researcher" },
      schema: { tags: ["items"], body: NewItem, response: { 201: ItemShape, ...problems } },
    },
    async (request, reply) => {
      const { code, note: text = "", ...item } = request.body;
      requireRole(request, item.studyId, "editor");
      const wanted = code === undefined ? randomCode() : parseItemCode(code);
      if (!wanted)
        throw new ProblemError("request-invalid", {
          detail: `${JSON.stringify(code)} is not a valid item code`,
        });
      const [made] = await createIn(itemStore, [{ ...item, code: wanted, note: text }]);
      if (!made)
        throw new ProblemError("conflict", { detail: `there is an item with the code ${wanted}` });
      return reply.status(201).send(made);
    },
  );

  app.post(
    "/items/batch",
    {
      config: { access: "researcher" },
      schema: {
        tags: ["items"],
        body: Batch,
        response: { 201: Type.Array(ItemShape), ...problems },
      },
    },
    async (request, reply) => {
      const { count, ...item } = request.body;
      requireRole(request, item.studyId, "editor");
      const made: Item[] = [];
      while (made.length < count) {
        const drafts = Array.from({ length: count - made.length }, () => ({
          ...item,
          code: randomCode(),
          note: "",
        }));
        made.push(...(await createIn(itemStore, drafts)));
      }
      return reply.status(201).send(made);
    },
  );
};

async function createIn(itemStore: ItemStore, drafts: Parameters<ItemStore["create"]>[0]) {
  const made = await itemStore.create(drafts);
  if (made === "type-unknown")
    throw new ProblemError("request-invalid", {
      detail: "the study has no item type with this itemTypeId",
    });
  return made;
}

function randomCode() {
  return itemCodeFromNumber(randomInt(32 ** 5));
}
