import type { FastifyPluginAsync } from "fastify";
import type { Provider } from "oidc-provider";
import { PROVIDER_PATH } from "./provider.ts";

/** Serves the provider's own endpoints under its path, on the raw request as it came. */
export const mountProvider: FastifyPluginAsync<{
  provider: Provider;
  publicUrl: string;
}> = async (app, { provider, publicUrl }) => {
  const handle = provider.callback();
  const { host, protocol } = new URL(publicUrl);
  // The provider reads bodies itself.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));

  app.route({
    method: ["GET", "POST", "OPTIONS"],
    url: `${PROVIDER_PATH}/*`,
    config: { access: "public" },
    async handler({ raw }, reply) {
      reply.hijack();
      // Its links name the issuer, however this request found its way here.
      raw.headers["x-forwarded-host"] = host;
      raw.headers["x-forwarded-proto"] = protocol.slice(0, -1);
      // From both paths it sees where it is mounted.
      Object.assign(raw, { originalUrl: raw.url, url: raw.url?.slice(PROVIDER_PATH.length) });
      await handle(raw, reply.raw);
    },
  });
};
