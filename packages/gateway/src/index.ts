export type { GatewayPorts } from "./conversation.ts";
export { type Listener, type ListenOptions, listen } from "./listen.ts";
export { listenToDatagrams } from "./listen-to-datagrams.ts";
