import type { FeatureStore } from "@zpr/ports";
import type { FastifyPluginAsync } from "fastify";
import { allowAnyOrigin } from "../any-origin.ts";
import { documentRoutes } from "./document-routes.ts";
import { rememberedExtents } from "./extents.ts";
import { featureRoutes } from "./feature-routes.ts";

export interface OgcOptions {
  readonly featureStore: FeatureStore;
  /** The origin under which people reach this server, without a slash at the end. */
  readonly publicUrl: string;
  readonly now: () => Date;
}

/** OGC API - Features: what studies publish, for GIS, R, Python and portals. Read only. */
export const ogc: FastifyPluginAsync<OgcOptions> = async (app, options) => {
  const { featureStore, publicUrl, now } = options;
  const root = `${publicUrl}${app.prefix}`;
  allowAnyOrigin(app);
  await app.register(documentRoutes, { root, now, extents: rememberedExtents(featureStore) });
  await app.register(featureRoutes, { root, now, featureStore });
};
