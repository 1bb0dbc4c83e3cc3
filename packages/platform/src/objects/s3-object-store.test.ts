import { randomUUID } from "node:crypto";
import { describeObjectStore } from "@zpr/testkit";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type AwsServer, awsServer, hasAws } from "../aws/testing.ts";
import { s3ObjectStore } from "./s3-object-store.ts";
import { readS3Url } from "./s3-url.ts";

test("reads where objects lie from a URL", () => {
  expect(readS3Url("s3://bottles/photos/of all/")).toEqual({
    bucket: "bottles",
    prefix: "photos/of all/",
    endpoint: undefined,
    region: undefined,
  });
  expect(readS3Url("s3://b.c-d?endpoint=http://minio:9000&region=here")).toEqual({
    bucket: "b.c-d",
    prefix: "",
    endpoint: "http://minio:9000",
    region: "here",
  });
});

describe.skipIf(!hasAws())("with a server that speaks S3", () => {
  let aws: AwsServer;
  beforeAll(async () => {
    aws = await awsServer();
    for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await aws.kill();
  });

  describeObjectStore("a bucket", async () => {
    const url = await aws.makeBucket(`bucket-${randomUUID()}`);
    return { stores: [s3ObjectStore(url), s3ObjectStore(url)] };
  });

  test("keeps apart what lies in one bucket under two prefixes", async () => {
    const url = new URL(await aws.makeBucket(`bucket-${randomUUID()}`));
    const first = s3ObjectStore(url.href);
    url.pathname = "/another/prefix";
    const second = s3ObjectStore(url.href);
    await first.put("a/1.jpg", Buffer.from("first"));
    expect(await second.get("a/1.jpg")).toBeUndefined();
  });

  test("gives no object to who does not sign for it", async () => {
    const url = await aws.makeBucket("private-photos");
    await s3ObjectStore(url).put("a/1.jpg", Buffer.from("first"));
    const endpoint = aws.environment["AWS_ENDPOINT_URL"];
    const answer = await fetch(`${endpoint}/private-photos/a/prefix/a/1.jpg`);
    expect(answer.status).toBe(403);
  });

  test("says at once when there is no such bucket, instead of having no objects", async () => {
    const there = s3ObjectStore(await aws.makeBucket(`bucket-${randomUUID()}`));
    await expect(there.check()).resolves.toBeUndefined();
    const gone = s3ObjectStore(
      `s3://no-such-bucket?endpoint=${aws.environment["AWS_ENDPOINT_URL"]}`,
    );
    await expect(gone.check()).rejects.toThrow();
    await expect(gone.get("a/1.jpg")).rejects.toThrow("does not exist");
    await expect(gone.put("a/1.jpg", Buffer.from("x"))).rejects.toThrow("does not exist");
  });
});
