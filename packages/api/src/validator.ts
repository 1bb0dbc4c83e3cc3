import { Ajv, type Options } from "ajv";
import formats from "ajv-formats";
import type { FastifyRouteSchemaDef, FastifySchemaCompiler } from "fastify/types/schema.js";

// A member that no schema knows is a slip of the pen: refused, where Fastify would drop it.
const OPTIONS: Options = {
  useDefaults: true,
  removeAdditional: false,
  allErrors: false,
  addUsedSchema: false,
};

/**
 * The validator of the API. What stands in an address is text and may be read as a number; a body
 * in JSON has types of its own and is taken as it is, so that null stays null and never becomes "".
 */
export function validator(): FastifySchemaCompiler<object> {
  const reading = withFormats({ ...OPTIONS, coerceTypes: "array" });
  const asSent = withFormats(OPTIONS);
  return ({ schema, httpPart }: FastifyRouteSchemaDef<object>) =>
    (httpPart === "body" ? asSent : reading).compile(schema);
}

function withFormats(options: Options): Ajv {
  const ajv = new Ajv(options);
  formats.default(ajv);
  return ajv;
}
