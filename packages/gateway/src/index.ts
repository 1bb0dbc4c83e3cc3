export type { GatewayPorts } from "./conversation.ts";
export { type Courier, type CourierPorts, startCourier } from "./courier.ts";
export { type EncodePorts, encodeDownlinks } from "./encode-downlinks.ts";
export { keepPush, type PushPorts } from "./keep-push.ts";
export { type Listener, type ListenOptions, listen } from "./listen.ts";
export { type HttpListener, type HttpListenOptions, listenToHttp } from "./listen-http.ts";
export { listenToDatagrams } from "./listen-to-datagrams.ts";
