import { describe, expect, test } from "vitest";
import { ConfigError, readConfig, shownConfig } from "./config.ts";

describe("ZPR_PUBLIC_URL", () => {
  test.each([
    [{}, "http://localhost:8080"],
    [{ ZPR_HTTP_PORT: "9000" }, "http://localhost:9000"],
    [{ ZPR_HTTP_PORT: "9000", ZPR_PUBLIC_URL: "https://zpr.example" }, "https://zpr.example"],
  ])("of %j is %s", (environment, url) => {
    expect(readConfig(environment).ZPR_PUBLIC_URL).toBe(url);
  });
});

describe("ZPR_CACHE_URL", () => {
  test.each(["redis://cache", "redis://[::1]:6379", "rediss://zpr:s%40fe@cache.example:6380/2"])(
    "may be %s",
    (url) => {
      expect(readConfig({ ZPR_CACHE_URL: url }).ZPR_CACHE_URL).toBe(url);
    },
  );

  test.each([
    "cache:6379",
    "http://:secret@cache",
    "redis://",
    "redis://:secret@cache/two",
    "redis://:secret@cache:port",
    "redis://:sec/ret@cache",
    "redis://:secret#@cache",
  ])("is refused as %s, by its name and without its password", (url) => {
    const read = () => readConfig({ ZPR_CACHE_URL: url });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^ZPR_CACHE_URL is (?!.*secret)/);
  });

  test("is shown to nobody", () => {
    const shown = shownConfig(readConfig({ ZPR_CACHE_URL: "redis://:secret@cache" }));
    expect(JSON.stringify(shown)).not.toContain("secret");
  });
});

describe("ZPR_OBJECTS_URL", () => {
  test.each([
    "s3://bottles",
    "s3://zpr-photos.example/of/all",
    "s3://bottles/photos?endpoint=http://minio:9000&region=eu-west-3",
  ])("may be %s", (url) => {
    expect(readConfig({ ZPR_OBJECTS_URL: url }).ZPR_OBJECTS_URL).toBe(url);
  });

  test.each(["bottles", "s3://", "s3:///photos", "https://bottles.s3.amazonaws.com", "s3://b#c"])(
    "is refused as %s",
    (url) => {
      expect(() => readConfig({ ZPR_OBJECTS_URL: url })).toThrow(/^ZPR_OBJECTS_URL is /);
    },
  );
});

describe("ZPR_LOG_URL and ZPR_DECODED_URL", () => {
  test.each([
    "sqs://eu-central-1/zpr-raw",
    "sqs://eu-west-1/zpr_raw?endpoint=http://127.0.0.1:5000",
    "sqs://eu-west-1/raw?endpoint=http%3A%2F%2F127.0.0.1%3A5000",
  ])("may be %s", (url) => {
    expect(readConfig({ ZPR_LOG_URL: url }).ZPR_LOG_URL).toBe(url);
    expect(readConfig({ ZPR_DECODED_URL: url }).ZPR_DECODED_URL).toBe(url);
  });

  test.each(["sqs://eu-central-1", "sqs:///raw", "sqs://eu-central-1/a/b", "https://sqs/raw"])(
    "are refused as %s",
    (url) => {
      expect(() => readConfig({ ZPR_LOG_URL: url })).toThrow(/^ZPR_LOG_URL is /);
      expect(() => readConfig({ ZPR_DECODED_URL: url })).toThrow(/^ZPR_DECODED_URL is /);
    },
  );
});

describe("ZPR_LOG_URL", () => {
  test.each([
    "nats://nats",
    "nats://nats:4222/scheldt?replicas=3",
    "tls://zpr:secret@a:4222,b:4222/zpr?replicas=5&creds=/etc/zpr/nats.creds&ca=/etc/zpr/ca.pem",
  ])("may be %s", (url) => {
    const config = readConfig({ ZPR_LOG_URL: url });
    expect(config.ZPR_LOG_URL).toBe(url);
    expect(shownConfig(config)["ZPR_LOG_URL"]).toBe("********");
  });

  test.each([
    "nats:4222",
    "http://nats",
    "nats://:secret@",
    "nats://nats/a.b",
    "nats://nats?replicas=2",
    "nats://nats?durable=no",
  ])("is refused as %s, by its name and without what may be a password", (url) => {
    const read = () => readConfig({ ZPR_LOG_URL: url });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^ZPR_LOG_URL is (?!.*secret)/);
  });
});
