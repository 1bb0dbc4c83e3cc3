import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { TrackerLink, testImei } from "@zpr/simulator";
import { expect, test } from "vitest";
import { databaseServer, roleProcess } from "./apart.ts";
import { toRecord } from "./ledger.ts";
import { caller, run } from "./running-server.ts";

/** A span as OTLP's JSON says it. */
interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** Something that takes what OpenTelemetry exports, as a collector does. */
async function collector() {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const told = (await json(request)) as Export;
    spans.push(...told.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((two) => two.spans)));
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return { spans, url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

test("a frame is followed from the gateway to its fix in another process, in one trace", async () => {
  const { spans, url, close } = await collector();
  const database = await databaseServer();
  const settings = {
    ZPR_TRACES_SHARE: "1",
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_BSP_SCHEDULE_DELAY: "100",
  };
  const roles = await Promise.all(
    ["gateway", "ingest", "api"].map((role) => roleProcess(role, database.url, settings)),
  );
  const [gateway, , api] = roles;
  if (!gateway || !api) throw new Error("three roles were asked for");
  try {
    for (const role of roles) await role.start();
    const key = await run(["user", "key", "traces", "--admin"], api.environment);
    const call = caller(api.url, key);
    const { id: studyId } = await call<{ id: number }>("POST", "/api/v1/studies", {
      name: "Zenne",
    });
    const imei = testImei("followed");
    await call("POST", "/api/v1/trackers", { studyId, protocol: "teltonika", uniqueId: imei });
    const link = new TrackerLink({ host: "127.0.0.1", port: gateway.portOf("teltonika") }, imei);
    await link.send([toRecord(Date.now() - 60_000)]);
    link.close();
    const recorded = () => spans.find(({ name }) => name === "decode and record");
    // Who had no answer in time sends the same again, which is a frame of its own.
    const kept = () => spans.find(({ spanId }) => spanId === recorded()?.parentSpanId);
    await expect.poll(kept, { timeout: 20_000 }).toBeDefined();
    expect(kept()).toMatchObject({ name: "keep frame", traceId: recorded()?.traceId });
    expect(kept()?.parentSpanId ?? "").toBe("");
    const begins = (span?: Span) => BigInt(span?.startTimeUnixNano ?? 0);
    expect(begins(recorded())).toBeGreaterThanOrEqual(begins(kept()));
  } finally {
    for (const role of roles) await role.stop("SIGKILL");
    await database.remove();
    close();
  }
}, 120_000);
