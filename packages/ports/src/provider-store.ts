/** Something the built-in provider has to remember, in its own form. */
export interface ProviderArtifact {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly grantId: string | null;
  readonly userCode: string | null;
  readonly uid: string | null;
  readonly expiresAt: Date | null;
}

/** Names one artifact: what it is and which. */
export interface ArtifactKey {
  readonly kind: string;
  readonly id: string;
}

/** An artifact as it is read; used-up ones say when that was. */
export interface StoredArtifact extends Pick<ProviderArtifact, "payload"> {
  readonly consumedAt: Date | null;
}

/** The memory of the built-in provider. Identity writes and reads. */
export interface ProviderStore {
  /** Also forgets artifacts that expired. */
  upsert(key: ArtifactKey, artifact: ProviderArtifact): Promise<void>;
  find(key: ArtifactKey): Promise<StoredArtifact | undefined>;
  findBy(
    column: "uid" | "userCode",
    kind: string,
    value: string,
  ): Promise<StoredArtifact | undefined>;
  /** Uses an artifact up; false when it was used up before, so that of two at once one fails. */
  consume(key: ArtifactKey, now: Date): Promise<boolean>;
  destroy(key: ArtifactKey): Promise<void>;
  revokeGrant(kind: string, grantId: string): Promise<void>;
  /** A secret made once and kept; when two processes make it at once, both get the same one. */
  secret<Value extends object>(name: string, make: () => Promise<Value>): Promise<Value>;
}
