export { certificate, hasCertificates } from "./certificate.ts";
export { describeAccounts } from "./contracts/accounts.ts";
export { type CacheBench, cachedSource, describeCache } from "./contracts/cache.ts";
export { describeFeatureStore } from "./contracts/feature-store.ts";
export {
  describeLiveEvents,
  heardFrom,
  type LiveEventsBench,
  watch,
} from "./contracts/live-events.ts";
export { describeObjectStore } from "./contracts/object-store.ts";
export { describeProviderStore } from "./contracts/provider-store.ts";
export { describeRawCarrier, type RawCarrierBench } from "./contracts/raw-carrier.ts";
export { describeRawLog, type Taker } from "./contracts/raw-log.ts";
export { describeSessions, type IdentityBench } from "./contracts/sessions.ts";
export { describeTileStore } from "./contracts/tile-store.ts";
export { describeWatch, KEEPERS, type WatchBench } from "./contracts/watch.ts";
export { NOW, RIVER, type RiverFacts } from "./facts/river.ts";
