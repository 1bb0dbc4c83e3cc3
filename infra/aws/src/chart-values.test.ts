import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { renderChart } from "../../helm/render-chart.ts";
import { helm, isThere } from "../../outside-tools.ts";
import { DECODER } from "./decoder.ts";
import { synthesize } from "./testing.ts";
import { CALL_PORTS, DATAGRAM_PORTS } from "./tracker-ports.ts";
import { APP } from "./web/web.ts";

interface Named {
  readonly name: string;
  readonly port: number;
}

interface Values {
  readonly gateway: Readonly<Record<"calls" | "datagrams" | "http", readonly Named[]>>;
}

const canRun = isThere(helm) && existsSync(DECODER) && existsSync(APP);
const GROUP =
  "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/zpr/0123456789abcdef";

test("balancers listen at every port that the chart's gateway has", async () => {
  const values = await readFile(new URL("../../helm/zpr/values.yaml", import.meta.url), "utf8");
  const { gateway }: Values = parse(values);
  const has = (ports: readonly Named[], protocol: string) =>
    ports.map(({ name, port }) => ({ name, port, protocol }));
  expect(CALL_PORTS).toEqual(has(gateway.calls, "TCP"));
  expect(DATAGRAM_PORTS).toEqual([...has(gateway.datagrams, "UDP"), ...has(gateway.http, "TCP")]);
});

test.skipIf(!canRun)("the chart takes the values that the stack gives it", async () => {
  const { product, remove } = synthesize("standard");
  remove();
  const charts = product.findResources("Custom::AWSCDK-EKS-HelmChart");
  const ours = Object.values(charts).find(({ Properties }) => Properties.Release === "zpr");
  const folder = await mkdtemp(join(tmpdir(), "zpr-values-"));
  const file = join(folder, "values.json");
  await writeFile(file, joined(ours?.["Properties"].Values));
  const rendered = await renderChart(`--values=${file}`);
  await rm(folder, { recursive: true });
  const bindings = rendered.manifests.filter(({ kind }) => kind === "TargetGroupBinding");
  expect(bindings).toHaveLength(1 + CALL_PORTS.length + DATAGRAM_PORTS.length);
  expect(rendered.find("TargetGroupBinding", "zpr-api-0").spec).toMatchObject({
    targetGroupARN: GROUP,
    serviceRef: { name: "zpr-api", port: "http" },
  });
  expect(rendered.find("Deployment", "zpr-gateway").metadata.annotations).toEqual({
    "reloader.stakater.com/auto": "true",
  });
  expect(rendered.manifests.filter(({ kind }) => kind === "Ingress")).toEqual([]);
});

/** A text that CloudFormation will put together, with words of the right shape for what is not known before. */
function joined(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(joined).join("");
  const [[name, inner] = []] = Object.entries(value as Record<string, unknown>);
  if (name === "Fn::Join") return joined((inner as unknown[])[1]);
  if (name === "Ref" && /Targets/.test(String(inner))) return GROUP;
  return "known-later";
}
