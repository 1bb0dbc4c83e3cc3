export { type Listener, type ListenOptions, listen } from "./listen.ts";
export type { SessionPorts } from "./session.ts";
