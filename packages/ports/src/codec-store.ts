import type { CodecMapping } from "@zpr/model";
import type { CodecFunction } from "./codec-runner.ts";
import type { Page, StudyScope } from "./page.ts";

/** A payload codec of a study. It never changes: another source or mapping is another codec. */
export interface Codec {
  readonly id: number;
  readonly studyId: number;
  readonly name: string;
  /** SHA-256 of source and mapping, in hexadecimal. */
  readonly hash: string;
  readonly source: string;
  readonly mapping: CodecMapping;
  readonly functions: readonly CodecFunction[];
  readonly createdAt: Date;
  readonly createdBy: string;
}

export type NewCodec = Omit<Codec, "id" | "createdAt">;

/** A codec as it is told of where its source is not needed. */
export type CodecSummary = Omit<Codec, "source">;

/** The codec of a tracker, with what the tracker's settings give it as `variables`. */
export interface AssignedCodec extends Pick<Codec, "id" | "source" | "mapping" | "functions"> {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Payload codecs. The API writes; ingest and couriers read. */
export interface CodecStore {
  list(scope: StudyScope, page: Page<number>): Promise<readonly CodecSummary[]>;
  find(id: number): Promise<Codec | undefined>;
  /** The one that is there already when the same was made before under that name; `undefined` when under another. */
  create(codec: NewCodec): Promise<Codec | undefined>;
  /** The codecs of the trackers among these that have one, by `protocol uniqueId`. */
  assigned(
    senders: readonly { readonly protocol: string; readonly uniqueId: string }[],
  ): Promise<ReadonlyMap<string, AssignedCodec>>;
}
