import type { KnownCaller } from "./caller.ts";
import type { StudyScope } from "./page.ts";

/** What a key opens: reading or adding to one study, or everything. */
export const API_KEY_SCOPES = ["read", "ingest", "admin"] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** A machine's credential, without the secret itself. */
export interface ApiKey {
  readonly id: number;
  readonly name: string;
  /** Null for a key of scope "admin". */
  readonly studyId: number | null;
  readonly scope: ApiKeyScope;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey extends Pick<ApiKey, "name" | "studyId" | "scope" | "createdAt"> {
  /** SHA-256 of the key. */
  readonly keyHash: string;
}

/** API keys. Identity writes and reads. */
export interface ApiKeyStore {
  /** `study-unknown` when there is no such study. */
  create(key: NewApiKey): Promise<ApiKey | "study-unknown">;
  /** In the order in which they were made, revoked ones included. */
  list(studies: StudyScope): Promise<readonly ApiKey[]>;
  /** Says whether there was such a key in force. */
  revoke(id: number, now: Date): Promise<boolean>;
  /** Whom a key in force stands for; notes that it was used. */
  use(keyHash: string, now: Date): Promise<KnownCaller | undefined>;
}
