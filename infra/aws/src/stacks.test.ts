import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Match } from "aws-cdk-lib/assertions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cfnLint, isThere } from "../../outside-tools.ts";
import { DECODER } from "./decoder.ts";
import { SIZES, type SizeName } from "./sizes.ts";
import { type Synthesized, synthesize } from "./testing.ts";
import { APP, SERVER_PATHS } from "./web/web.ts";

const NAMES = Object.keys(SIZES) as SizeName[];
const PARTS = [DECODER, APP];
const built = PARTS.every((part) => existsSync(part));
if (!built)
  console.warn(
    `*** NOT RUN: THE TESTS OF THE AWS STACKS, as not all of these are built: ${PARTS} ***`,
  );
/** What the CDK writes although CloudFormation would find out by itself, the ACL by which CloudFront writes its log, and zones by their names. */
const LINT_OF_NO_MATTER = ["W3005", "W3045", "W3010"];

describe.skipIf(!built)("the AWS stacks", () => {
  const sizes = new Map<SizeName, Synthesized>();
  const of = (name: SizeName) => sizes.get(name) as Synthesized;
  const standard = () => of("standard").product;
  beforeAll(() => {
    for (const name of NAMES) sizes.set(name, synthesize(name));
  });
  afterAll(() => {
    for (const { remove } of sizes.values()) remove();
  });

  describe.each(NAMES)("of size %s", (name) => {
    test("have nothing that AWS's rules of good practice find, but what is explained", () => {
      expect(of(name).findings).toEqual([]);
    });

    test("have the size's machines and are told of its budget", () => {
      const { nodes, database, cache, natGateways, budgetDollars } = SIZES[name];
      const { product } = of(name);
      product.resourceCountIs("AWS::EKS::Nodegroup", 3);
      product.allResourcesProperties("AWS::EKS::Nodegroup", {
        InstanceTypes: [nodes.type],
        ScalingConfig: { MinSize: nodes.eachZone, MaxSize: nodes.mostEachZone },
      });
      product.hasResourceProperties("AWS::RDS::DBInstance", {
        DBInstanceClass: `db.${database.type}`,
        MultiAZ: true,
        AllocatedStorage: String(database.storageGigabytes),
      });
      product.hasResourceProperties("AWS::ElastiCache::ReplicationGroup", {
        CacheNodeType: cache.type,
        ReplicasPerNodeGroup: cache.replicas,
      });
      product.resourceCountIs("AWS::EC2::NatGateway", natGateways);
      product.hasResourceProperties("AWS::Budgets::Budget", {
        Budget: { BudgetLimit: { Amount: budgetDollars } },
      });
    });
  });

  test.skipIf(!isThere(cfnLint))("are what CloudFormation takes", () => {
    const files = NAMES.flatMap((name) => of(name).files);
    const { stdout } = spawnSync(
      cfnLint.path,
      [
        ...["--regions", "eu-central-1", "us-east-1", "--format", "parseable"],
        ...["--ignore-checks", ...LINT_OF_NO_MATTER, "--template", ...files],
      ],
      { encoding: "utf8" },
    );
    expect(stdout).toBe("");
  });

  test("are the same as they were", () => {
    const { product, edge } = of("standard");
    expect(stable(product.toJSON())).toMatchSnapshot("product");
    expect(stable(edge.toJSON())).toMatchSnapshot("edge");
  });

  test("let nobody but this distribution read the bucket of the web app", () => {
    standard().hasResourceProperties("AWS::CloudFront::OriginAccessControl", {
      OriginAccessControlConfig: { SigningBehavior: "always", SigningProtocol: "sigv4" },
    });
    const distribution = Object.keys(standard().findResources("AWS::CloudFront::Distribution"))[0];
    const readers = Object.entries(standard().findResources("AWS::S3::BucketPolicy"))
      .filter(([id]) => id.startsWith("WebFiles"))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }: { Effect: string }) => Effect === "Allow")
      .filter(({ Action }: { Action: string | string[] }) =>
        [Action].flat().includes("s3:GetObject"),
      );
    expect(readers).toMatchObject([
      { Principal: { Service: "cloudfront.amazonaws.com" }, Condition: { StringEquals: {} } },
    ]);
    expect(JSON.stringify(readers)).toContain(String(distribution));
    for (const { Properties } of Object.values(standard().findResources("AWS::S3::Bucket")))
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });

  test("answer over HTTP/3, with the server's paths to the balancer and the rest from the bucket", () => {
    const [distribution] = Object.values(standard().findResources("AWS::CloudFront::Distribution"));
    const config = distribution?.["Properties"].DistributionConfig;
    expect(config).toMatchObject({
      HttpVersion: "http2and3",
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
    });
    const vpcOrigin = config.Origins.find(
      ({ VpcOriginConfig }: { VpcOriginConfig?: object }) => VpcOriginConfig,
    );
    const toServer = config.CacheBehaviors.filter(
      ({ TargetOriginId }: { TargetOriginId: string }) => TargetOriginId === vpcOrigin.Id,
    ).map(({ PathPattern }: { PathPattern: string }) => PathPattern);
    expect(toServer).toEqual(SERVER_PATHS);
    expect(config.DefaultCacheBehavior.TargetOriginId).not.toBe(vpcOrigin.Id);
    standard().hasResourceProperties("AWS::ElasticLoadBalancingV2::LoadBalancer", {
      Type: "application",
      Scheme: "internal",
    });
  });

  test("send to the server every path that the web app leaves to it", () => {
    const { navigationUrls }: { navigationUrls: string[] } = JSON.parse(
      readFileSync(new URL("../../../apps/web/ngsw-config.json", import.meta.url), "utf8"),
    );
    // Health and metrics are for the inside; the built-in provider is not used where Cognito is.
    const inside = /^\/(lab|health|metrics|oidc|\*)/;
    const left = navigationUrls
      .filter((url) => url.startsWith("!"))
      .map((url) => url.slice(1).replace("**", "*"))
      .filter((url) => !inside.test(url));
    expect([...SERVER_PATHS].sort()).toEqual(left.sort());
  });

  test("tell the gateway who calls over TCP, and add nothing to datagrams and HTTP", () => {
    const groups = Object.values(
      standard().findResources("AWS::ElasticLoadBalancingV2::TargetGroup"),
    ).map(({ Properties }) => ({
      port: `${Properties.Port}/${Properties.Protocol}`,
      asked: `${Properties.HealthCheckPort ?? "its own port"} by ${Properties.HealthCheckProtocol ?? "HTTP"}`,
      proxied: Properties.TargetGroupAttributes.some(
        ({ Key, Value }: { Key: string; Value: string }) =>
          Key === "proxy_protocol_v2.enabled" && Value === "true",
      ),
    }));
    const plain = groups.filter(({ proxied }) => !proxied).map(({ port }) => port);
    expect(plain.sort()).toEqual(
      ["5004/UDP", "5013/UDP", "5020/UDP", "5027/UDP", "5055/TCP", "8080/HTTP"].sort(),
    );
    expect(groups.length - plain.length).toBe(7);
    // The header is before the balancer's own questions too, and HTTP would take it for nonsense.
    for (const { proxied, asked } of groups)
      expect(asked).toBe(proxied ? "its own port by TCP" : "8080 by HTTP");
  });

  test("keep the database: in two zones, encrypted, backed up, behind a proxy, not to be deleted", () => {
    standard().hasResource("AWS::RDS::DBInstance", {
      DeletionPolicy: "Snapshot",
      Properties: {
        MultiAZ: true,
        StorageEncrypted: true,
        DeletionProtection: true,
        BackupRetentionPeriod: 14,
        PubliclyAccessible: false,
      },
    });
    standard().hasResourceProperties("AWS::RDS::DBProxy", { RequireTLS: true });
    standard().hasResourceProperties("AWS::SecretsManager::RotationSchedule", {
      RotationRules: { ScheduleExpression: "rate(30 days)" },
    });
  });

  test("give the server its bucket and its queues and nothing else", () => {
    const policies = Object.entries(standard().findResources("AWS::IAM::Policy"));
    const [, policy] = policies.find(([id]) => id.startsWith("ClusterEksServerRole")) ?? [];
    const actions: string[] = policy?.["Properties"].PolicyDocument.Statement.flatMap(
      ({ Action }: { Action: string | string[] }) => Action,
    );
    expect(new Set(actions.map((action) => action.split(":")[0]))).toEqual(
      new Set(["s3", "kms", "sqs"]),
    );
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  test("decode by a function that says of each message whether it failed, and keep what cannot be handled", () => {
    standard().hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
    standard().resourceCountIs("AWS::SQS::Queue", 4);
    standard().resourcePropertiesCountIs(
      "AWS::SQS::Queue",
      { RedrivePolicy: { maxReceiveCount: 10 } },
      2,
    );
  });

  test("sign in by code and verifier, with a second factor, in two groups", () => {
    standard().hasResourceProperties("AWS::Cognito::UserPool", {
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    standard().hasResourceProperties("AWS::Cognito::UserPoolClient", {
      GenerateSecret: false,
      AllowedOAuthFlows: ["code"],
      CallbackURLs: ["https://zpr.example.org/auth/callback"],
    });
    for (const GroupName of ["researcher", "admin"])
      standard().hasResourceProperties("AWS::Cognito::UserPoolGroup", { GroupName });
  });

  test("keep photos for good, and what was erased for a month", () => {
    standard().hasResource("AWS::S3::Bucket", {
      DeletionPolicy: "Retain",
      Properties: {
        VersioningConfiguration: { Status: "Enabled" },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } },
          ],
        },
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ Prefix: "zpr/jobs/", ExpirationInDays: 30 }),
            Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
          ]),
        },
      },
    });
    const expiring = Object.values(standard().findResources("AWS::S3::Bucket"))
      .flatMap(({ Properties }) => Properties.LifecycleConfiguration.Rules)
      .filter(
        ({ Prefix, ExpirationInDays }) => /sightings|releases/.test(Prefix) && ExpirationInDays,
      );
    expect(expiring).toEqual([]);
  });

  test("slow down whoever asks too much, and tell by mail what is wrong", () => {
    of("standard").edge.hasResourceProperties("AWS::WAFv2::WebACL", {
      Scope: "CLOUDFRONT",
      Rules: Match.arrayWith([
        Match.objectLike({ Statement: { RateBasedStatement: { Limit: 6000 } } }),
      ]),
    });
    const alarms = Object.values(standard().findResources("AWS::CloudWatch::Alarm"));
    expect(alarms.length).toBeGreaterThan(10);
    for (const { Properties } of alarms) expect(Properties.AlarmActions).toHaveLength(1);
    standard().hasResourceProperties("AWS::SNS::Subscription", { Protocol: "email" });
    standard().resourceCountIs("AWS::CloudWatch::Dashboard", 1);
  });
});

/** A template without what follows from files of other parts: hashes of assets, and the web app's manifest. */
function stable(template: object): object {
  const text = JSON.stringify(template, (key, value) => (key === "manifest" ? "MANIFEST" : value));
  return JSON.parse(text.replaceAll(/[0-9a-f]{64}/g, "HASH"));
}
