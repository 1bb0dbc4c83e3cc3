import { protocols } from "@zpr/protocols";
import { describe, expect, test } from "vitest";
import { describeSettings } from "../../apps/server/src/config.ts";
import { helm, isThere, strictDecoder } from "../outside-tools.ts";
import {
  lintChart,
  type Manifest,
  type Rendered,
  renderChart,
  unknownFields,
} from "./render-chart.ts";
import { schemaMistake } from "./schema-mistakes.ts";

interface PodSpec {
  readonly securityContext: object;
  readonly automountServiceAccountToken: boolean;
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly {
    readonly args: readonly string[];
    readonly securityContext: object;
    readonly env: readonly { readonly name: string; readonly value?: string }[];
    readonly livenessProbe: object;
    readonly readinessProbe: object;
    readonly ports: readonly { readonly containerPort: number; readonly protocol: string }[];
  }[];
}

const EXAMPLES = new URL("examples/", import.meta.url).pathname;
const LEAST = [
  "--set=image.repository=zpr",
  "--set=publicUrl=https://zpr.example.org",
  "--set=objectsUrl=s3://zpr/zpr",
  "--set=secretSettings.ZPR_DATABASE_URL.name=zpr",
  "--set=secretSettings.ZPR_DATABASE_URL.key=database-url",
];
/** Kinds whose schema is in no package at hand: what we make of them is compared word by word below. */
const WITHOUT_SCHEMA = "TargetGroupBinding";
const GROUP =
  "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/zpr/0123456789abcdef";

const WITH_TARGET_GROUP = [
  ...LEAST,
  `--set=gateway.targetGroups[0].arn=${GROUP},gateway.targetGroups[0].port=5027`,
  "--set=gateway.targetGroups[0].protocol=UDP,gateway.targetGroups[0].service=datagrams",
  "--set=gateway.targetGroups[0].securityGroup=sg-1",
];

const podOf = ({ spec }: Manifest) => (spec["template"] as { readonly spec: PodSpec }).spec;
const workloads = ({ manifests }: Rendered) =>
  manifests.filter(({ kind }) => kind === "Deployment" || kind === "Job");

describe.skipIf(!isThere(helm))("the Helm chart", () => {
  const variants: Readonly<Record<string, readonly string[]>> = {
    "with the least it needs": LEAST,
    "on nginx with KEDA": [`--values=${EXAMPLES}nginx.yaml`],
    "on AWS by ingress": [`--values=${EXAMPLES}aws.yaml`],
    "on AWS by target groups": [
      `--values=${EXAMPLES}aws.yaml`,
      `--set=api.targetGroups[0].arn=${GROUP},api.targetGroups[0].securityGroup=sg-1`,
      `--set=gateway.targetGroups[0].arn=${GROUP},gateway.targetGroups[0].port=5027`,
      "--set=gateway.service.enabled=false,api.ingress.enabled=false",
    ],
  };

  describe.each(Object.entries(variants))("%s", (_name, parameters) => {
    test("is what Kubernetes' schemas want", async () => {
      const { manifests } = await renderChart(...parameters);
      expect(manifests.length).toBeGreaterThan(12);
      const judged = manifests.filter(({ kind }) => kind !== WITHOUT_SCHEMA);
      const mistakes = await Promise.all(judged.map(schemaMistake));
      expect(mistakes.filter((mistake) => mistake !== undefined)).toEqual([]);
    });

    test.skipIf(!isThere(strictDecoder))("has no field that Kubernetes does not know", async () => {
      const { text } = await renderChart(...parameters);
      const said = unknownFields(text);
      expect(
        said
          .split("\n")
          .filter(
            (line) => line !== "" && !/^skipped: .*(ScaledObject|TargetGroupBinding)/.test(line),
          ),
      ).toEqual([]);
      expect(unknownFields(text.replace("maxUnavailable: 1", "maxUnavailble: 1"))).toContain(
        'unknown field "spec.maxUnavailble"',
      );
    });

    test("gives no pod a right it does not need", async () => {
      for (const workload of workloads(await renderChart(...parameters))) {
        const pod = podOf(workload);
        expect(pod).toMatchObject({
          automountServiceAccountToken: false,
          // Services would become variables that look like settings of ours.
          enableServiceLinks: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
        });
        for (const { securityContext } of pod.containers)
          expect(securityContext).toEqual({
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
          });
      }
    });

    test("sets what the server knows, and no secret by its value", async () => {
      const known = describeSettings().map(({ name }) => name);
      const variables = workloads(await renderChart(...parameters))
        .flatMap((workload) => podOf(workload).containers)
        .flatMap(({ env }) => env);
      const ours = variables.map(({ name }) => name).filter((name) => name.startsWith("ZPR_"));
      expect(known).toEqual(expect.arrayContaining(ours));
      const secrets = variables.filter(({ name }) => /DATABASE|CACHE|SMTP|SECRET/.test(name));
      expect(secrets.filter(({ value }) => value !== undefined)).toEqual([]);
    });
  });

  test("has helm lint's blessing", async () => {
    expect(await lintChart(...LEAST)).toContain("1 chart(s) linted, 0 chart(s) failed");
  });
});

describe.skipIf(!isThere(helm))("a role", () => {
  test.each(["api", "gateway", "ingest"])(
    "%s is probed, drained, spread and budgeted",
    async (role) => {
      const rendered = await renderChart(...LEAST);
      const name = `zpr-${role}`;
      const pod = podOf(rendered.find("Deployment", name));
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(10 + 20);
      expect(pod.containers).toMatchObject([
        {
          args: ["serve", "--roles", role],
          livenessProbe: { httpGet: { path: "/health/live", port: "http" } },
          readinessProbe: { httpGet: { path: "/health/ready", port: "http" } },
          lifecycle: { preStop: { sleep: { seconds: 10 } } },
        },
      ]);
      expect(pod).toMatchObject({
        topologySpreadConstraints: [
          { topologyKey: "topology.kubernetes.io/zone" },
          { topologyKey: "kubernetes.io/hostname" },
        ],
      });
      expect(rendered.find("PodDisruptionBudget", name).spec).toMatchObject({ maxUnavailable: 1 });
      expect(rendered.find("NetworkPolicy", name).spec).toMatchObject({
        policyTypes: ["Ingress", "Egress"],
      });
    },
  );

  test("gateway listens at every port that a kind of tracker calls", async () => {
    const rendered = await renderChart(...LEAST);
    const [container] = podOf(rendered.find("Deployment", "zpr-gateway")).containers;
    const listened = container?.ports.map((port) => `${port.containerPort}/${port.protocol}`);
    const trackers = protocols.flatMap(({ port, transports }) =>
      transports.map((transport) => `${port}/${transport.toUpperCase()}`),
    );
    expect(listened?.sort()).toEqual(["8080/TCP", "5055/TCP", ...trackers].sort());
  });

  test("gateway is told who calls only where its balancer says so, and never in a datagram", async () => {
    const rendered = await renderChart(`--values=${EXAMPLES}aws.yaml`);
    const proxied = "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol";
    const balancers = ["zpr-calls", "zpr-datagrams"].map((name) => rendered.find("Service", name));
    for (const { spec } of balancers)
      expect(spec).toMatchObject({ type: "LoadBalancer", externalTrafficPolicy: "Local" });
    expect(balancers.map(({ metadata }) => metadata.annotations?.[proxied])).toEqual([
      "*",
      undefined,
    ]);
    expect(balancers[0]?.metadata.annotations).toMatchObject({
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol": "tcp",
      "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port": "traffic-port",
    });
    const [container] = podOf(rendered.find("Deployment", "zpr-gateway")).containers;
    expect(container?.env).toContainEqual({ name: "ZPR_GATEWAY_PROXY_PROTOCOL", value: "true" });
  });

  test("ingest is scaled by one scaler: by its CPU, or by its queue", async () => {
    const byCpu = await renderChart(...LEAST);
    expect(byCpu.find("HorizontalPodAutoscaler", "zpr-ingest")).toBeDefined();
    const byQueue = await renderChart(`--values=${EXAMPLES}nginx.yaml`);
    expect(byQueue.find("ScaledObject", "zpr-ingest").spec).toEqual({
      scaleTargetRef: { name: "zpr-ingest" },
      minReplicaCount: 2,
      maxReplicaCount: 6,
      cooldownPeriod: 300,
      fallback: { failureThreshold: 3, replicas: 2 },
      triggers: [
        {
          type: "postgresql",
          metadata: {
            connectionFromEnv: "ZPR_DATABASE_URL",
            query: "select count(*) from raw_pending",
            targetQueryValue: "5000",
          },
        },
      ],
    });
    expect(() => byQueue.find("HorizontalPodAutoscaler", "zpr-ingest")).toThrow();
  });
});

describe.skipIf(!isThere(helm))("an installation", () => {
  test("migrates before anything new runs", async () => {
    const job = (await renderChart(...LEAST)).find("Job", "zpr-migration-1");
    expect(job.metadata.annotations).toMatchObject({ "helm.sh/hook": "pre-install,pre-upgrade" });
    expect(podOf(job).containers).toMatchObject([
      {
        args: ["migrate"],
        env: [
          {
            name: "ZPR_DATABASE_URL",
            valueFrom: { secretKeyRef: { name: "zpr", key: "database-url" } },
          },
        ],
      },
    ]);
  });

  test("keeps health and metrics from the ingress", async () => {
    const ingress = (await renderChart(`--values=${EXAMPLES}nginx.yaml`)).find("Ingress", "zpr");
    const service = (name: string) => ({ service: { name, port: { name: "http" } } });
    expect(ingress.spec["rules"]).toMatchObject([
      {
        host: "zpr.example.org",
        http: {
          paths: [
            { path: "/health", backend: service("zpr-nothing") },
            { path: "/metrics", backend: service("zpr-nothing") },
            { path: "/", backend: service("zpr-api") },
          ],
        },
      },
    ]);
  });

  test("binds its pods to target groups of somebody else's", async () => {
    const rendered = await renderChart(...WITH_TARGET_GROUP);
    expect(rendered.find("TargetGroupBinding", "zpr-gateway-0").spec).toEqual({
      targetGroupARN: GROUP,
      targetType: "ip",
      serviceRef: { name: "zpr-datagrams", port: 5027 },
      networking: {
        ingress: [
          {
            from: [{ securityGroup: { groupID: "sg-1" } }],
            ports: [
              { protocol: "UDP", port: 5027 },
              { protocol: "TCP", port: 8080 },
            ],
          },
        ],
      },
    });
  });

  test.each([
    ["no database", LEAST.slice(0, 3), /ZPR_DATABASE_URL/],
    ["no home for photos", [...LEAST, "--set=objectsUrl="], /photos need a home/],
    ["a secret in the open", [...LEAST, "--set=settings.ZPR_DATABASE_URL=postgres://"], /settings/],
    ["a slip of the pen", [...LEAST, "--set=gatway.replicas=3"], /gatway/],
    ["an address with a path", [...LEAST, "--set=publicUrl=https://a.example/zpr"], /publicUrl/],
  ])("with %s is refused", async (_name, parameters, words) => {
    await expect(renderChart(...parameters)).rejects.toThrow(words);
  });
});
