import { protocols } from "@zpr/protocols";
import { freePort } from "./free-port.ts";

/** A free port for every kind of tracker, so that servers of several tests do not meet. */
export async function freeTrackerPorts(): Promise<TrackerPorts> {
  const ports: Record<string, number> = {};
  for (const { name } of protocols) ports[name] = await freePort();
  const portOf = (name: string) => ports[name] ?? 0;
  const environment = Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [`ZPR_${name.toUpperCase()}_PORT`, String(port)]),
  );
  return { portOf, environment: { ...environment, ZPR_OSMAND_PORT: String(await freePort()) } };
}

export interface TrackerPorts {
  portOf(protocol: string): number;
  readonly environment: Readonly<Record<string, string>>;
}
