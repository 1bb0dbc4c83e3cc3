import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { LABEL_SHEETS, LOCALES, type Locale, labelSheet } from "@zpr/model";
import type { ItemStore, LabelMaker, StudyStore } from "@zpr/ports";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import { requireRole } from "../caller.ts";
import { MOST_LABELS, orderLabels } from "../order-labels.ts";
import { ProblemError } from "../problem.ts";
import { Id, IdParams, oneOf, problems } from "../shapes.ts";

const SHEETS = `${LABEL_SHEETS.join(", ")}, or WIDTHxHEIGHT in millimetres for one label a page`;
const common = {
  releaseId: Type.Optional(Id),
  sheet: Type.String({
    default: "L7160",
    maxLength: 20,
    description: SHEETS,
  }),
  start: Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 1,
    description: "Place of the first label on the first sheet, row by row: skips used ones",
  }),
  cutMarks: Type.Boolean({ default: false, description: "Mark the corners of each label" }),
};
const Query = Type.Object({
  ...common,
  codes: Type.Optional(Type.String({ description: "Item codes with commas between" })),
  languages: Type.Optional(
    Type.String({
      pattern: `^(${LOCALES.join("|")})(,(${LOCALES.join("|")}))*$`,
      description:
        "The most important first: nl,fr,en,de; the study's own and all others if absent",
    }),
  ),
});
const Body = Type.Object(
  {
    ...common,
    codes: Type.Optional(
      Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: MOST_LABELS }),
    ),
    languages: Type.Optional(Type.Array(oneOf(LOCALES), { minItems: 1, uniqueItems: true })),
  },
  { additionalProperties: false },
);
const Pdf = Type.Unsafe<Uint8Array>({
  description: "Sheets of labels, ready to print at actual size",
  content: { "application/pdf": { schema: { type: "string", format: "binary" } } },
});

interface Ports {
  readonly studyStore: StudyStore;
  readonly itemStore: ItemStore;
  readonly labelMaker: LabelMaker;
  readonly publicUrl: string;
}

/** `/studies/{id}/labels.pdf`: labels of items, ready to print; POST when there are many codes. */
export const labels: FastifyPluginAsyncTypebox<Ports> = async (app, ports) => {
  const schema = { tags: ["items"], params: IdParams, response: { 200: Pdf, ...problems } };
  app.get(
    "/studies/:id/labels.pdf",
    { config: { access: "researcher" }, schema: { ...schema, querystring: Query } },
    async (request, reply) => {
      const { codes, languages, ...rest } = request.query;
      return sendLabels({ request, reply }, request.params.id, {
        ...rest,
        ...(codes && { codes: codes.split(",") }),
        ...(languages && { languages: languages.split(",").filter(isLocale) }),
      });
    },
  );

  app.post(
    "/studies/:id/labels.pdf",
    { config: { access: "researcher" }, schema: { ...schema, body: Body } },
    async (request, reply) => sendLabels({ request, reply }, request.params.id, request.body),
  );

  async function sendLabels(
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    studyId: number,
    { sheet: name, ...wish }: Static<typeof Body>,
  ): Promise<FastifyReply> {
    requireRole(request, studyId, "viewer");
    const study = await ports.studyStore.find(studyId);
    if (!study) throw new ProblemError("not-found");
    const sheet = labelSheet(name);
    if (!sheet)
      throw new ProblemError("request-invalid", {
        detail: `there is no sheet ${name}; there are ${SHEETS}`,
      });
    const made = await orderLabels(ports, { ...wish, study, sheet });
    if ("refused" in made) throw new ProblemError("request-invalid", { detail: made.refused });
    return reply
      .type("application/pdf")
      .header("content-disposition", `inline; filename="labels-${studyId}.pdf"`)
      .send(Buffer.from(made.pdf));
  }
};

function isLocale(text: string): text is Locale {
  return LOCALES.some((locale) => locale === text);
}
