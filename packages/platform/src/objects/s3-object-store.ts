import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import type { ObjectStore } from "@zpr/ports";
import { checkKey } from "./check-key.ts";
import { readS3Url } from "./s3-url.ts";

/** Objects in a bucket, with what a process asks of it before it begins and when it ends. */
export interface S3ObjectStore extends ObjectStore {
  /** Rejects when the bucket is not there, not ours or does not answer. */
  check(): Promise<void>;
  close(): void;
}

/** Large enough for the largest object over a slow line; each try has so long. */
const REQUEST_MILLISECONDS = 30_000;
const CONNECT_MILLISECONDS = 3_000;

/**
 * Objects in a bucket of S3 or of a server that speaks like it, by
 * `s3://BUCKET[/PREFIX][?endpoint=URL&region=REGION]`. Nothing in it is public: whoever may see an
 * object gets it through the API. Credentials, region and endpoint that the URL does not name are
 * found as all tools of AWS find them. The SDK sends a checksum with each object, tries again what
 * may succeed, and gives up with an error.
 */
export function s3ObjectStore(url: string): S3ObjectStore {
  const { bucket, prefix, endpoint, region } = readS3Url(url);
  const client = new S3Client({
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(region !== undefined && { region }),
    requestHandler: {
      connectionTimeout: CONNECT_MILLISECONDS,
      requestTimeout: REQUEST_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
  });
  const at = (key: string) => {
    checkKey(key);
    return { Bucket: bucket, Key: prefix + key };
  };

  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes }));
    },

    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },

    async keys() {
      const keys: string[] = [];
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix });
      for await (const { Contents = [] } of pages)
        for (const { Key = "" } of Contents) keys.push(Key.slice(prefix.length));
      return keys;
    },

    async check() {
      await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },

    close: () => client.destroy(),
  };
}
