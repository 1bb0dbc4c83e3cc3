import type { Contest, ContestStore } from "@zpr/ports";
import type { FastifyRequest } from "fastify";
import { requireRole } from "./caller.ts";
import { ProblemError } from "./problem.ts";

/** The contest of the study in the path; ends the request unless the caller owns the study. */
export async function ownContest(
  request: FastifyRequest<{ Params: { id: number } }>,
  contestStore: ContestStore,
): Promise<Contest> {
  requireRole(request, request.params.id, "owner");
  const found = await contestStore.find(request.params.id);
  if (!found) throw new ProblemError("not-found");
  return found;
}
