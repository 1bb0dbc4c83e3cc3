import { type Caller, mayIn, type PlacedSighting } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { requireRole } from "../caller.ts";
import { ProblemError } from "../problem.ts";

/** Ends the request with 404 unless the caller may read a report, whichever study it belongs to or to none. */
export function requireReader(
  request: FastifyRequest,
  { studyId }: Pick<PlacedSighting, "studyId">,
): void {
  if (studyId !== null) requireRole(request, studyId, "viewer");
  else if (!sortsReports(request)) throw new ProblemError("not-found");
}

/** Whether the caller sees reports that belong to no study yet: administrators, and who edits any study. */
export function sortsReports({ caller }: FastifyRequest): boolean {
  if (caller.kind === "anonymous") return false;
  return caller.administrator || [...caller.studies.values()].some((role) => role !== "viewer");
}

/** Ends the request unless the caller may decide about a report. */
export function requireEditor(
  request: FastifyRequest,
  sighting: Pick<PlacedSighting, "studyId">,
): void {
  requireReader(request, sighting);
  if (sighting.studyId !== null) requireRole(request, sighting.studyId, "editor");
}

/** A report as the caller may see it: hidden notes are for those who may decide. */
export function asSeenBy<One extends PlacedSighting>(
  { caller }: FastifyRequest,
  sighting: One,
): One {
  return sighting.noteHidden && !edits(caller, sighting) ? { ...sighting, note: null } : sighting;
}

/** Whether a caller who may read a report may also decide about it. */
export function edits(caller: Caller, { studyId }: Pick<PlacedSighting, "studyId">): boolean {
  return studyId === null || mayIn(caller, studyId, "editor");
}
