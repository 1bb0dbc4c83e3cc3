export type { ApiPorts } from "./api-ports.ts";
export { type ApiOptions, buildApi } from "./build-api.ts";
export { buildHealth } from "./build-health.ts";
export type { Door } from "./caller.ts";
export type { IdentityDesk } from "./identity-desk.ts";
export { orderLabels } from "./order-labels.ts";
