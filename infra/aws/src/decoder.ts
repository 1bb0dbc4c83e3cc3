import { fileURLToPath } from "node:url";
import { Duration } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as Lambda, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type Queues, sqsAddress } from "./queues.ts";

/** What `npm run lambda` builds: handler.mjs and what it needs. */
export const DECODER = fileURLToPath(new URL("../../../apps/decoder/dist", import.meta.url));
const BATCH = 100;

/** Reads what gateways heard, and hands fixes on; a message that fails comes again alone. */
export class Decoder extends Construct {
  readonly lambda: Lambda;

  constructor(scope: Construct, id: string, { queues }: { readonly queues: Queues }) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Logs", { retention: RetentionDays.ONE_MONTH });
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    });
    logGroup.grantWrite(role);
    this.lambda = new Lambda(this, "Lambda", {
      code: Code.fromAsset(DECODER),
      handler: "handler.handler",
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      timeout: Duration.minutes(1),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        ZPR_DECODED_URL: sqsAddress(queues.fixes.queue),
        NODE_OPTIONS: "--enable-source-maps",
      },
    });
    queues.fixes.queue.grantSendMessages(this.lambda);
    this.lambda.addEventSource(
      new SqsEventSource(queues.raw.queue, {
        batchSize: BATCH,
        maxBatchingWindow: Duration.seconds(1),
        reportBatchItemFailures: true,
      }),
    );
  }
}
