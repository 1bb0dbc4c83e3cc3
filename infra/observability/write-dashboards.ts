/** `npm run dashboards`: writes the dashboards to where the Helm chart finds them. */
import { writeFileSync } from "node:fs";
import { dashboards } from "./dashboards.ts";

const FOLDER = new URL("../helm/zpr/files/dashboards/", import.meta.url);

for (const [name, dashboard] of Object.entries(dashboards()))
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(dashboard, null, 2)}\n`);
