import createClient from "openapi-fetch";
import type { paths } from "./openapi.ts";

export type { components, paths } from "./openapi.ts";

/** A client of this API whose every path, parameter and answer is checked by the compiler. */
export function createApiClient(baseUrl: string) {
  return createClient<paths>({ baseUrl });
}
