import { randomBytes } from "node:crypto";
import type { ProviderStore } from "@zpr/ports";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { newSecret } from "../secret.ts";

/** Of the ID tokens. Making an RSA key would take most of the first start. */
export const SIGNING_ALGORITHM = "ES256";

/** What the built-in provider keeps secret; made at its first start. */
export interface ProviderKeys {
  /** Private keys that sign ID tokens. */
  readonly signing: readonly JWK[];
  /** Keys that sign the provider's cookies. */
  readonly cookies: readonly string[];
  /** Of the one client, this server itself. */
  readonly clientSecret: string;
}

/** The keys of the built-in provider: made once, the same for every process of an installation. */
export function providerKeys(store: ProviderStore): Promise<ProviderKeys> {
  return store.secret("keys", async () => ({
    signing: [await signingKey()],
    cookies: [newSecret()],
    clientSecret: newSecret(),
  }));
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const kid = randomBytes(8).toString("hex");
  return { ...(await exportJWK(privateKey)), alg: SIGNING_ALGORITHM, use: "sig", kid };
}
