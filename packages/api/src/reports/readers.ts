import type { PlacedSighting } from "@zpr/ports";
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
