import type { TrackerPort } from "./tracker-balancer.ts";

/** Where trackers call over TCP, behind a balancer that says who calls. */
export const CALL_PORTS: readonly TrackerPort[] = [
  { name: "teltonika", port: 5027, protocol: "TCP" },
  { name: "gt06", port: 5023, protocol: "TCP" },
  { name: "dmt", port: 5137, protocol: "TCP" },
  { name: "meitrack", port: 5020, protocol: "TCP" },
  { name: "queclink", port: 5004, protocol: "TCP" },
  { name: "iridium", port: 10800, protocol: "TCP" },
  { name: "h02", port: 5013, protocol: "TCP" },
];

/** Where trackers send datagrams, and where those that speak HTTP call: nothing may be added to what these say. */
export const DATAGRAM_PORTS: readonly TrackerPort[] = [
  { name: "teltonika", port: 5027, protocol: "UDP" },
  { name: "meitrack", port: 5020, protocol: "UDP" },
  { name: "queclink", port: 5004, protocol: "UDP" },
  { name: "h02", port: 5013, protocol: "UDP" },
  { name: "osmand", port: 5055, protocol: "TCP" },
];
