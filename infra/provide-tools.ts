/** Makes the tools with which the tests judge infrastructure; `npm test` does so by itself. */
import { provideOutsideTools } from "./outside-tools.ts";

const missing = provideOutsideTools();
for (const line of missing) console.error(line);
process.exitCode = missing.length === 0 ? 0 : 1;
