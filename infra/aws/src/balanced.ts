import { Duration } from "aws-cdk-lib";
import type { Vpc } from "aws-cdk-lib/aws-ec2";
import type { IBucket } from "aws-cdk-lib/aws-s3";

/** What every balancer stands in, and where it writes down who came. */
export interface BalancerProps {
  readonly vpc: Vpc;
  readonly logs: IBucket;
}

/** Where every role says whether it is ready. */
export const READY = { path: "/health/ready", port: "8080" };

/** How long a pod that is going may finish what it has; it takes 20 s itself, of which it is told 10 s later. */
export const DRAIN = Duration.seconds(30);
