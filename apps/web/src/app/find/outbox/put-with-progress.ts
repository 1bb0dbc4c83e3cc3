import type { Put } from "../../kit/api.ts";

/** A line this slow is dead: milliseconds in which not a byte got through. */
const STALLED_MS = 45_000;

/** Sends bytes as `fetch` does, and tells which share of them (0 to 1) has left the phone. */
export function putWithProgress(onShare: (share: number) => void): Put {
  return (address, { headers, body }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      let stalled = setTimeout(() => request.abort(), STALLED_MS);
      request.open("PUT", address);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => {
        clearTimeout(stalled);
        stalled = setTimeout(() => request.abort(), STALLED_MS);
        if (total > 0) onShare(loaded / total);
      };
      request.onload = () => resolve(answerOf(request));
      request.onerror = () => reject(new TypeError("the network did not carry it"));
      request.onabort = request.onerror;
      request.onloadend = () => clearTimeout(stalled);
      request.send(body);
    });
}

function answerOf(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader("content-type") ?? "";
  const body = request.responseText || null;
  return new Response(body, { status: request.status, headers: { "content-type": type } });
}
