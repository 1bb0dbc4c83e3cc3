import type { ApiKey, ApiKeyStore, KnownCaller } from "@zpr/ports";
import { digest, newSecret } from "./secret.ts";

const PREFIX = "zpr_";

/** A key to be made: an administrator's, or one for a study. */
export type WantedKey =
  | { readonly name: string; readonly administrator: true }
  | { readonly name: string; readonly studyId: number; readonly scope: "read" | "ingest" };

/** A new key with the secret itself, which is shown this once and never again. */
export interface MadeKey {
  readonly key: ApiKey;
  readonly secret: string;
}

/** A new secret of an API key, and what is stored of it. */
export function newApiKey() {
  const secret = `${PREFIX}${newSecret()}`;
  return { secret, keyHash: digest(secret) };
}

/** Makes an API key; `study-unknown` when it is for a study that is not there. */
export async function createApiKey(
  store: ApiKeyStore,
  wanted: WantedKey,
  now: Date,
): Promise<MadeKey | "study-unknown"> {
  const { secret, keyHash } = newApiKey();
  const key = await store.create({
    name: wanted.name,
    keyHash,
    studyId: "studyId" in wanted ? wanted.studyId : null,
    scope: "studyId" in wanted ? wanted.scope : "admin",
    createdAt: now,
  });
  return key === "study-unknown" ? key : { key, secret };
}

/** Whether a text is meant as an API key. */
export function isApiKey(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** Whom an API key stands for; `undefined` when it is not in force. */
export function useApiKey(
  store: ApiKeyStore,
  secret: string,
  now: Date,
): Promise<KnownCaller | undefined> {
  return store.use(digest(secret), now);
}
