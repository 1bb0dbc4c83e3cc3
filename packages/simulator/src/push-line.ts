import type { Buffer } from "node:buffer";
import type { PushSpeech } from "./push-speech.ts";
import { type ApiAccess, ApiRefused, restClient } from "./rest-client.ts";

/** A service and the source at which it pushes. */
export interface PushLine {
  readonly speech: PushSpeech;
  /** `http://HOST/ingest/v1/{protocol}/{source}`. */
  readonly url: string;
  readonly key: string;
}

/** Pushes bodies one after the other; rejects at the first that is not taken. */
export async function push(
  { speech, url, key }: PushLine,
  bodies: readonly Buffer[],
): Promise<void> {
  const address = speech.query ? `${url}?${speech.query}` : url;
  const headers = { "content-type": speech.contentType, "x-zpr-key": key };
  for (const body of bodies) {
    const answer = await fetch(address, { method: "POST", headers, body: new Uint8Array(body) });
    const said = await answer.text();
    if (!answer.ok || speech.isTaken?.(said) === false)
      throw new ApiRefused(`POST ${url}`, answer.status, said);
  }
}

/** Makes a source of a study for a service, or finds it; gives the line to it. */
export async function openPushLine(
  access: ApiAccess & { readonly key: string },
  speech: PushSpeech,
  studyId: number,
): Promise<PushLine> {
  const client = restClient(access);
  const { protocol } = speech;
  const name = `simulated-${protocol}-${studyId}`;
  const known = await client.list<{ name: string; path: string }>(`sources?studyId=${studyId}`);
  const source =
    known.find((one) => one.name === name) ??
    (await client.post<{ path: string }>("sources", { studyId, protocol, name }));
  return { speech, url: new URL(source.path, access.url).href, key: access.key };
}
