/** What the codecs' pages ask of the server. */
import type { paths } from "@zpr/api-client";
import { allPages, api, bodyOf, onTopOf, type Row, soon } from "../../ask.ts";
import type { Tracker } from "../../lab-api.ts";

/** A codec without its source. */
export type CodecSummary = Row<"/api/v1/codecs">;
export type Codec =
  paths["/api/v1/codecs/{id}"]["get"]["responses"][200]["content"]["application/json"];
type TryPath = paths["/api/v1/codecs/try"]["post"];
type TryBody = TryPath["requestBody"]["content"]["application/json"];
/** What came of trying a codec on one payload or downlink. */
export type Trial =
  TryPath["responses"][200]["content"]["application/json"] extends readonly (infer One)[]
    ? One
    : never;
/** What a codec consists of. */
export interface Draft {
  readonly source: string;
  readonly mapping: Record<string, unknown>;
}

export function readCodecs(studyId: number): Promise<readonly CodecSummary[]> {
  return allPages((page) =>
    api.GET("/api/v1/codecs", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

export async function readCodec(id: number): Promise<Codec> {
  return bodyOf(await api.GET("/api/v1/codecs/{id}", { params: { path: { id } }, ...soon() }));
}

/** A codec never changes: another source or mapping is another codec. */
export async function publishCodec(
  body: Draft & { readonly studyId: number; readonly name: string },
): Promise<Codec> {
  return bodyOf(await api.POST("/api/v1/codecs", { body, ...soon() }));
}

/** Nothing is kept of it. */
export async function tryCodec(body: TryBody): Promise<readonly Trial[]> {
  return bodyOf(await api.POST("/api/v1/codecs/try", { body, ...soon() }));
}

/** Gives a tracker a codec, on top of the version seen; null leaves its payloads to its network's. */
export async function pinCodec(seen: Tracker, codecId: number | null): Promise<Tracker> {
  const asked = {
    params: { path: { id: seen.id } },
    body: { codecId },
    ...onTopOf(seen),
    ...soon(),
  };
  return bodyOf(await api.PATCH("/api/v1/trackers/{id}", asked));
}
