/** What the tab River asks of the server. */
import type { paths } from "@zpr/api-client";
import type { Position } from "@zpr/model";
import { allPages, api, bodyOf, onTopOf, overtaken, overtakenBy, type Row, soon } from "../ask.ts";
import type { KilometreLine } from "./along-line.ts";
import { geoJsonOf, newLineId, type RiverDraft } from "./river-draft.ts";

/** A river without its geometry, with its sections and version. */
export type River = Row<"/api/v1/rivers">;
export type Section = River["sections"][number];
type Survey = paths["/api/v1/rivers/survey"]["post"];
/** What a drawing would come to. */
export type RiverSurvey = Survey["responses"][200]["content"]["application/json"];

/** A line as it flows, with what was measured along it. */
interface RiverLine extends KilometreLine {
  readonly number: number;
  readonly lengthMetres: number;
  readonly into: number | null;
}

/** A river with its geometry. */
export interface DrawnRiver {
  readonly river: River;
  readonly lines: readonly RiverLine[];
  /** Rings of polygons. */
  readonly water: readonly unknown[];
}

export function readRivers(studyId: number): Promise<readonly River[]> {
  return allPages((page) =>
    api.GET("/api/v1/rivers", { params: { query: { ...page, studyId } }, ...soon() }),
  );
}

interface Piece {
  readonly geometry: { readonly coordinates: unknown };
  readonly properties: Omit<RiverLine, "coordinates"> & { readonly kind: "line" | "water" };
}

export async function readRiver(id: number): Promise<DrawnRiver> {
  const asked = { params: { path: { id } }, ...soon() };
  const { features, properties } = bodyOf(await api.GET("/api/v1/rivers/{id}", asked));
  const pieces = features as readonly Piece[];
  return {
    river: properties,
    lines: pieces
      .filter((piece) => piece.properties.kind === "line")
      .map((piece) => ({
        ...piece.properties,
        coordinates: piece.geometry.coordinates as readonly Position[],
      })),
    water: pieces
      .filter((piece) => piece.properties.kind === "water")
      .map((piece) => piece.geometry.coordinates),
  };
}

/** A kept river as a draft to change. */
export function draftOf({ river, lines, water }: DrawnRiver): RiverDraft {
  const { name, mouth, origin } = river;
  return {
    name,
    mouth,
    origin,
    water,
    lines: lines.map((line) => ({
      id: newLineId(),
      name: line.name,
      coordinates: line.coordinates,
    })),
  };
}

/** Tries a draft out, without keeping it. */
export async function surveyDraft(draft: RiverDraft): Promise<RiverSurvey> {
  return bodyOf(await api.POST("/api/v1/rivers/survey", { body: sent(draft), ...soon() }));
}

export async function createRiver(studyId: number, draft: RiverDraft): Promise<River> {
  const body = { studyId, ...sent(draft) };
  return bodyOf(await api.POST("/api/v1/rivers", { body, ...soon() }));
}

/** Draws a river anew on top of the version that was seen; who was overtaken gets theirs with its lines. */
export async function redrawRiver({ river }: DrawnRiver, draft: RiverDraft): Promise<River> {
  const asked = { params: { path: { id: river.id } }, body: sent(draft), ...onTopOf(river) };
  try {
    return bodyOf(await api.PUT("/api/v1/rivers/{id}", { ...asked, ...soon() }));
  } catch (reason) {
    const theirs = overtakenBy<River>(reason);
    throw theirs ? overtaken(await readRiver(theirs.id)) : reason;
  }
}

export async function removeRiver(seen: River): Promise<void> {
  const asked = { params: { path: { id: seen.id } }, ...onTopOf(seen), ...soon() };
  done(await api.DELETE("/api/v1/rivers/{id}", asked));
}

/** What somebody says of a section. */
export type SectionFields = Pick<Section, "name" | "fromKilometre" | "toKilometre" | "line">;

export async function addSection(id: number, body: SectionFields): Promise<Section> {
  const asked = { params: { path: { id } }, body, ...soon() };
  return bodyOf(await api.POST("/api/v1/rivers/{id}/sections", asked));
}

/** Changes a section on top of the version that was seen. */
export async function changeSection(
  id: number,
  seen: Section,
  body: SectionFields,
): Promise<Section> {
  const path = { id, sectionId: seen.id };
  const asked = { params: { path }, body, ...onTopOf(seen), ...soon() };
  return bodyOf(await api.PUT("/api/v1/rivers/{id}/sections/{sectionId}", asked));
}

export async function removeSection(id: number, seen: Section): Promise<void> {
  const asked = { params: { path: { id, sectionId: seen.id } }, ...onTopOf(seen), ...soon() };
  done(await api.DELETE("/api/v1/rivers/{id}/sections/{sectionId}", asked));
}

function sent(draft: RiverDraft) {
  const { name, mouth, origin } = draft;
  return { name: name.trim() || "–", geoJson: geoJsonOf(draft), mouth, origin };
}

function done(asked: Parameters<typeof bodyOf>[0]): void {
  if (!asked.response.ok) bodyOf(asked);
}
