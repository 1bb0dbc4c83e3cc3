import { fileURLToPath } from "node:url";
import { CustomResource, Duration } from "aws-cdk-lib";
import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Code, Function as Lambda, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Provider } from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";
import { buildSync } from "esbuild";
import type { Manifest } from "./changed-paths.ts";

interface InvalidationProps {
  readonly distribution: Distribution;
  readonly manifest: Manifest;
}

/** After each deployment of the web app, has CloudFront forget the files that it changed, and no others. */
export class Invalidation extends Construct {
  readonly resource: CustomResource;
  readonly provider: Provider;

  constructor(scope: Construct, id: string, { distribution, manifest }: InvalidationProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Logs", { retention: RetentionDays.ONE_MONTH });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    });
    logGroup.grantWrite(role);
    role.addToPolicy(
      new PolicyStatement({
        actions: ["cloudfront:CreateInvalidation"],
        resources: [distribution.distributionArn],
      }),
    );
    const onEventHandler = new Lambda(this, "Lambda", {
      code: Code.fromAsset(bundled()),
      handler: "index.handler",
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.minutes(1),
      role,
      logGroup,
    });
    this.provider = new Provider(this, "Provider", { onEventHandler });
    this.resource = new CustomResource(this, "Resource", {
      serviceToken: this.provider.serviceToken,
      properties: { distributionId: distribution.distributionId, manifest },
    });
  }
}

/** The handler as one file; what is in the runtime already stays out. */
function bundled(): string {
  const outdir = fileURLToPath(
    new URL("../../../../node_modules/.cache/zpr-invalidate", import.meta.url),
  );
  buildSync({
    entryPoints: { index: fileURLToPath(new URL("invalidate.ts", import.meta.url)) },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    external: ["@aws-sdk/*"],
  });
  return outdir;
}
