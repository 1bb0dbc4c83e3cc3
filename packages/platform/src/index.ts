export { openS3ObjectStore, openSqsCarrier, openSqsRelay } from "./aws/open-aws.ts";
export { cacheState } from "./cache/cache-state.ts";
export { countedCache } from "./cache/counted-cache.ts";
export { memoryCache } from "./cache/memory-cache.ts";
export { redisCache } from "./cache/redis-cache.ts";
export {
  chirpstackMqttDownlinks,
  chirpstackRestDownlinks,
} from "./chirpstack-downlinks.ts";
export { quickJsCodecRunner } from "./codecs/quickjs-codec-runner.ts";
export { type OtelFrameTraces, otelFrameTraces } from "./frame-traces/otel-frame-traces.ts";
export { tracedFixLog, tracedRawLog } from "./frame-traces/traced.ts";
export { directIpSender } from "./iridium-sender.ts";
export { pdfLabelMaker } from "./labels/pdf-label-maker.ts";
export { memoryLiveEvents } from "./live-events/memory-live-events.ts";
export { type RedisLiveEvents, redisLiveEvents } from "./live-events/redis-live-events.ts";
export { folderMailer } from "./mail/folder-mailer.ts";
export { greetSmtpServer, smtpMailer } from "./mail/smtp-mailer.ts";
export { type MqttSource, startMqttSource } from "./mqtt-source.ts";
export { folderObjectStore } from "./objects/folder-object-store.ts";
export { sharpPictureMaker } from "./pictures/sharp-picture-maker.ts";
export { prometheusMeter } from "./prometheus-meter.ts";
export { openNatsCarrier } from "./raw-carrier/nats-carrier.ts";
export { startSpotReader } from "./spot-reader.ts";
export { type Bookmark, startTtnBackfill, type TtnBackfill } from "./ttn-backfill.ts";
export { ttnDownlinks } from "./ttn-downlinks.ts";
