import { expect, test } from "vitest";
import { prometheusMeter } from "./prometheus-meter.ts";

test("what is counted can be read by the names that dashboards ask for", async () => {
  const { registry, ...meter } = prometheusMeter();
  meter.count("frames-kept", "teltonika", 3);
  meter.tally("reports", { outcome: "suspicious" });
  meter.tally("report-photos", { outcome: "new" });
  meter.tally("commands-ended", { status: "expired" });
  const text = await registry.metrics();
  expect(text).toContain('\nzpr_frames_kept_total{protocol="teltonika"} 3\n');
  expect(text).toContain('\nzpr_reports_total{outcome="suspicious"} 1\n');
  expect(text).toContain('\nzpr_report_photos_total{outcome="new"} 1\n');
  expect(text).toContain('\nzpr_commands_ended_total{status="expired"} 1\n');
});

test("what took time falls into buckets of seconds", async () => {
  const { registry, took } = prometheusMeter();
  took("answer", 0.03, { area: "tiles", outcome: "ok" });
  took("answer", 0.3, { area: "tiles", outcome: "ok" });
  took("recording", 20, {});
  const text = await registry.metrics();
  const tiles = 'area="tiles",outcome="ok"';
  expect(text).toContain(`\nzpr_answer_seconds_bucket{le="0.05",${tiles}} 1\n`);
  expect(text).toContain(`\nzpr_answer_seconds_bucket{le="0.5",${tiles}} 2\n`);
  expect(text).toContain(`\nzpr_answer_seconds_count{${tiles}} 2\n`);
  expect(text).toContain('\nzpr_recording_seconds_bucket{le="15"} 0\n');
  expect(text).toContain('\nzpr_recording_seconds_bucket{le="60"} 1\n');
});

test("what is measured is read when Prometheus asks, and says when it cannot be", async () => {
  const { registry, measure, measureByStatus } = prometheusMeter();
  let age: number | undefined = 7;
  let open: Record<string, number> | undefined = { queued: 2, sent: 1 };
  const orFail = <Value>(value: Value | undefined) =>
    value === undefined ? Promise.reject(new Error("away")) : Promise.resolve(value);
  measure("raw-messages-oldest-seconds", () => orFail(age));
  measureByStatus("commands-open", () => orFail(open));
  const before = await registry.metrics();
  expect(before).toContain("\nzpr_raw_messages_oldest_seconds 7\n");
  expect(before).toContain('\nzpr_commands_open{status="queued"} 2\n');
  measure("raw-parcels-waiting", () => new Promise(() => undefined));
  [age, open] = [undefined, undefined];
  const after = await registry.metrics();
  expect(after).toContain("\nzpr_raw_messages_oldest_seconds Nan\n");
  expect(after).toContain("\nzpr_raw_parcels_waiting Nan\n");
  expect(after).not.toContain("zpr_commands_open{");
});
