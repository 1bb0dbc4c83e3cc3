import {
  awsServer,
  type CacheServer,
  cacheServer,
  hasAws,
  type NatsServer,
  natsServer,
} from "@zpr/platform/testing";
import { lambda } from "./lambda.ts";

/**
 * How the product runs in the flow tests: `ZPR_TEST_SHAPE`, by default `embedded`.
 *
 * - `embedded`: one process with everything in it
 * - `cache`: one process on a PostgreSQL and a Redis
 * - `nats`: two processes of every role on a PostgreSQL, a Redis and a NATS JetStream
 * - `aws`: a process of every role on a PostgreSQL, a Redis, and an SQS and S3 with the decoder between two queues
 *
 * The tests are the same in all shapes.
 */
const SHAPES: Readonly<Record<string, Shape>> = {
  embedded: { processes: [], open: async () => [] },
  cache: { processes: ["api,gateway,ingest"], open: async () => [await openCache()] },
  nats: {
    processes: ["api", "api", "gateway", "gateway", "ingest", "ingest"],
    open: async () => [await openCache(), await openNats()],
  },
  aws: {
    processes: ["api", "gateway", "ingest"],
    open: async () => [await openCache(), await openAws()],
  },
};

interface Shape {
  /** The roles of each process on a database server of its own; none: all in one process with its database. */
  readonly processes: readonly string[];
  /** Starts what one installation needs besides a database. */
  readonly open: () => Promise<readonly Service[]>;
}

/** Something that an installation leans on besides its database. */
export interface Service {
  readonly kind: "cache" | "raw log";
  readonly settings: Readonly<Record<string, string>>;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Stops it where it stands, with its connections open, and lets it go on. */
  freeze(): void;
  thaw(): void;
  remove(): Promise<void>;
}

export const shape: Shape = shapeNamed(process.env["ZPR_TEST_SHAPE"] || "embedded");

function shapeNamed(name: string): Shape {
  const found = SHAPES[name];
  if (!found) throw new Error(`ZPR_TEST_SHAPE is one of ${Object.keys(SHAPES).join(", ")}`);
  return found;
}

const services = new Map<string, Promise<readonly Service[]>>();

/** The services of an installation, which is known by its data folder or its database; started at first use. */
export function servicesOf(installation: string): Promise<readonly Service[]> {
  const open = services.get(installation) ?? shape.open();
  services.set(installation, open);
  return open;
}

/** What processes of an installation are told of its services. */
export async function settingsOf(installation: string): Promise<Readonly<Record<string, string>>> {
  const open = await servicesOf(installation);
  return Object.assign({}, ...open.map(({ settings }) => settings));
}

export async function removeServices(installation: string): Promise<void> {
  const open = (await services.get(installation)) ?? [];
  services.delete(installation);
  await Promise.all(open.map((service) => service.remove()));
}

async function openCache(): Promise<Service> {
  const cache: CacheServer = await cacheServer();
  await cache.start();
  const settings = { ZPR_CACHE_URL: cache.url };
  return { ...cache, kind: "cache", settings, remove: cache.kill };
}

async function openNats(): Promise<Service> {
  const nats: NatsServer = await natsServer();
  await nats.start();
  const settings = { ZPR_LOG_URL: `${nats.url}/zpr` };
  return { ...nats, kind: "raw log", settings };
}

/** What AWS gives us, with the decoder, which may come and go; the server keeps all in memory, so it only stands still. */
async function openAws(): Promise<Service> {
  if (!hasAws()) throw new Error("no AWS-compatible server can run on this machine");
  const aws = await awsServer();
  const settings = {
    ...aws.environment,
    ZPR_LOG_URL: await aws.makeQueue("raw"),
    ZPR_DECODED_URL: await aws.makeQueue("decoded"),
    ZPR_OBJECTS_URL: await aws.makeBucket("zpr-objects"),
  };
  const decoder = await lambda(settings.ZPR_LOG_URL, settings);
  decoder.start();
  return {
    kind: "raw log",
    settings,
    kill: decoder.kill,
    start: async () => decoder.start(),
    freeze: aws.freeze,
    thaw: aws.thaw,
    async remove() {
      await decoder.remove();
      await aws.kill();
    },
  };
}
