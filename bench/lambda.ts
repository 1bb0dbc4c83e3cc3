/**
 * How long the decoder takes from nothing: a fresh process, the bundle imported, the first batch
 * decoded and passed on, and one more, by the clock and by the processor. Prints medians and the slowest,
 * judges nothing.
 *
 *   npm run bench:lambda
 */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { awsServer, hasAws, messageText, parcelText } from "@zpr/platform/testing";
import { encodePacket, testImei } from "@zpr/simulator";

const TURNS = 15;
const PARCELS = 10;
const FRAMES_A_PARCEL = 100;
const BUNDLE = new URL("../apps/decoder/dist/handler.mjs", import.meta.url).pathname;

/** What the fresh process does, and prints as JSON: milliseconds since it began. */
const PROGRAM = `
const { handler } = await import(process.argv[1]);
const imported = performance.now();
const busy = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const busyImporting = busy();
const event = JSON.parse(await (await import("node:fs/promises")).readFile(process.argv[2], "utf8"));
const busyBefore = busy();
const began = performance.now();
const first = await handler(event);
const invoked = performance.now();
const busyFirst = busy() - busyBefore;
const second = await handler(event);
const again = performance.now();
const failed = first.batchItemFailures.length + second.batchItemFailures.length;
console.log(JSON.stringify({ imported, busyImporting, first: invoked - began, busyFirst,
  second: again - invoked, failed }));
`;

interface Turn {
  readonly imported: number;
  readonly busyImporting: number;
  readonly first: number;
  readonly busyFirst: number;
  readonly second: number;
  readonly failed: number;
}

if (!hasAws()) throw new Error("there is no AWS-compatible server for the second queue");
execFileSync("npm", ["run", "--silent", "lambda"], { stdio: "inherit" });
const aws = await awsServer();
const folder = await mkdtemp(join(tmpdir(), "zpr-bench-"));
const eventFile = join(folder, "event.json");
await writeFile(eventFile, JSON.stringify(batch()));
const environment = {
  ...process.env,
  ...aws.environment,
  ZPR_DECODED_URL: await aws.makeQueue("decoded"),
};
const turns: Turn[] = [];
for (let turn = 0; turn < TURNS; turn++) turns.push(await coldStart());
await aws.kill();
await rm(folder, { recursive: true });

const { size } = await stat(BUNDLE);
console.log(`bundle: ${(size / 1e6).toFixed(2)} MB; ${TURNS} fresh processes, milliseconds`);
console.table({
  "start of the process to the bundle imported": summary((turn) => turn.imported),
  "of that, processor time": summary((turn) => turn.busyImporting),
  [`first batch of ${PARCELS} x ${FRAMES_A_PARCEL} frames`]: summary((turn) => turn.first),
  "of that, processor time of its own": summary((turn) => turn.busyFirst),
  "second batch": summary((turn) => turn.second),
});

async function coldStart(): Promise<Turn> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", PROGRAM, BUNDLE, eventFile],
    { env: environment },
  );
  const turn: Turn = JSON.parse(stdout);
  if (turn.failed > 0) throw new Error(`${turn.failed} parcels were not passed on`);
  return turn;
}

/** What Lambda hands over at most. */
function batch(): object {
  const bytes = encodePacket("8E", [
    {
      time: Date.parse("2026-06-19T08:00:00Z"),
      position: [4.3977, 51.2222],
      altitudeMetres: 3,
      headingDegrees: 0,
      satellites: 9,
      speedKilometresPerHour: 1,
      io: { batteryMillivolts: 3912 },
    },
  ]);
  const message = messageText({
    protocol: "teltonika",
    uniqueId: testImei("bench"),
    transport: "tcp",
    receivedAt: new Date("2026-06-19T08:00:01Z"),
    bytes,
    context: null,
  });
  const messages = Array.from({ length: FRAMES_A_PARCEL }, () => message);
  return {
    Records: Array.from({ length: PARCELS }, (_, number) => ({
      messageId: String(number),
      body: parcelText(`0197a3c5-0000-7000-8000-${String(number).padStart(12, "0")}`, messages),
    })),
  };
}

function summary(of: (turn: Turn) => number): {
  readonly median: string;
  readonly slowest: string;
} {
  const sorted = turns.map(of).toSorted((a, b) => a - b);
  return {
    median: (sorted[Math.floor(TURNS / 2)] ?? 0).toFixed(0),
    slowest: (sorted.at(-1) ?? 0).toFixed(0),
  };
}
