import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyPluginAsync } from "fastify";

/** What the generated OpenAPI 3.1 document says of itself. */
export function openApiInfo(publicUrl: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Zero Plastic Rivers",
        version: "1",
        description:
          "Items, trackers, sightings and journeys of plastic from river to sea. Times are UTC instants in ISO 8601, positions are [longitude, latitude] in WGS 84 degrees, errors are RFC 9457 problems.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          apiKey: { type: "http", scheme: "bearer", description: "An API key, zpr_..." },
          session: { type: "apiKey", in: "cookie", name: "__Host-zpr" },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, ...[, , index]) => String(json["$id"] ?? `def-${index}`),
    },
    transform({ schema, url, route }) {
      const hidden = !url.startsWith("/api/v1");
      const security = route.config?.access === "public" ? [] : [{ apiKey: [] }, { session: [] }];
      return { schema: { ...schema, security, hide: hidden }, url };
    },
  };
}

/** `/api/openapi.json` and, for people, `/api/docs`. */
export const apiDocs: FastifyPluginAsync = async (app) => {
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, access: "public" };
  });
  app.get("/api/openapi.json", async () => app.swagger());
  await app.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true });
};
