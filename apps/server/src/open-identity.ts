import type { ApiOptions } from "@zpr/api";
import { createIdentity, type ExternalIssuer, type Identity } from "@zpr/identity";
import type { Cache } from "@zpr/ports";
import { type Database, isAway, postgresIdentityStores } from "@zpr/storage";
import { type Config, ConfigError } from "./config.ts";
import type { Logger } from "./logger.ts";

/** Who people are, with the configured OpenID provider or the built-in one. */
export function openIdentity(
  {
    database,
    cache,
    log,
  }: { readonly database: Database; readonly cache: Cache; readonly log: Logger },
  config: Config,
): Identity & Pick<ApiOptions, "door" | "desk"> {
  const identity = createIdentity({
    stores: postgresIdentityStores(database),
    publicUrl: config.ZPR_PUBLIC_URL,
    external: externalIssuer(config),
    cache,
    log,
    isAway,
    now: () => new Date(),
  });
  return { ...identity, door: identity, desk: identity };
}

function externalIssuer(config: Config): ExternalIssuer | undefined {
  const { ZPR_OIDC_ISSUER: issuer, ZPR_OIDC_CLIENT_ID: clientId } = config;
  if (!issuer) return undefined;
  if (!clientId)
    throw new ConfigError("ZPR_OIDC_CLIENT_ID is missing, but needed beside ZPR_OIDC_ISSUER");
  return {
    issuer,
    clientId,
    clientSecret: config.ZPR_OIDC_CLIENT_SECRET,
    rolesClaim: config.ZPR_OIDC_ROLES_CLAIM,
  };
}
