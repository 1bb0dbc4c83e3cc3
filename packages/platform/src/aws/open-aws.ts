import type { RawCarrier } from "@zpr/ports";
import type { S3ObjectStore } from "../objects/s3-object-store.ts";
import type { SqsCarrierOptions } from "../raw-carrier/sqs/sqs-carrier.ts";
import type { ReadMessage, SqsRelay } from "../raw-carrier/sqs/sqs-relay.ts";

// AWS's SDK is loaded when it is asked for only: it costs 150 ms of every start otherwise.

/** As `s3ObjectStore`. */
export async function openS3ObjectStore(url: string): Promise<S3ObjectStore> {
  const { s3ObjectStore } = await import("../objects/s3-object-store.ts");
  return s3ObjectStore(url);
}

/** As `sqsCarrier`. */
export async function openSqsCarrier(options: SqsCarrierOptions): Promise<RawCarrier> {
  const { sqsCarrier } = await import("../raw-carrier/sqs/sqs-carrier.ts");
  return sqsCarrier(options);
}

/** As `sqsRelay`. */
export async function openSqsRelay(url: string, read: ReadMessage): Promise<SqsRelay> {
  const { sqsRelay } = await import("../raw-carrier/sqs/sqs-relay.ts");
  return sqsRelay(url, read);
}
