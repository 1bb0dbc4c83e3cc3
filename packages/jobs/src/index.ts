export type { JobPorts } from "./job-ports.ts";
export { recomputeWork } from "./recompute.ts";
export { readResult } from "./result-parts.ts";
export { type Jobs, startJobs } from "./start-jobs.ts";
