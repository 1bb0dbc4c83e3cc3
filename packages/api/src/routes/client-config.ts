import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { nullable } from "../shapes.ts";

const ClientConfig = Type.Object({
  basemapStyleUrl: nullable(
    Type.String({ description: "MapLibre style to use in place of the bundled one" }),
  ),
});

/** `GET /client-config`: what the web app has to know of this installation before anybody signs in. */
export const clientConfig: FastifyPluginAsyncTypebox<{ basemapStyleUrl: string | null }> = async (
  app,
  { basemapStyleUrl },
) => {
  app.get(
    "/client-config",
    {
      config: { access: "public" },
      schema: { tags: ["installation"], response: { 200: ClientConfig } },
    },
    async () => ({ basemapStyleUrl }),
  );
};
