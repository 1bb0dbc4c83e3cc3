import { setTimeout as pause } from "node:timers/promises";

const SOON_MILLISECONDS = 200;
/** Longer than our API takes to say that it cannot, and a balancer to try another process. */
const ANSWER_MILLISECONDS = 60_000;

/** Sends a request as phones and scripts do: the same again until it is taken, after the time that a refusal names. */
export async function patiently(
  url: string,
  init: Omit<RequestInit, "signal">,
  refusals: string[],
): Promise<Response> {
  for (;;) {
    const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
    const answer = await fetch(url, { ...init, signal }).catch((error: unknown) => {
      if (signal.aborted) refusals.push(`no answer: ${init.method ?? "GET"} ${url}`);
      return String(error);
    });
    if (typeof answer !== "string") {
      if (answer.ok) return answer;
      await answer.body?.cancel();
      if (answer.status !== 503 && answer.status < 500)
        throw new Error(`${init.method ?? "GET"} ${url}: ${answer.status}`);
      await pause(1000 * Number(answer.headers.get("retry-after") ?? 0));
    }
    await pause(SOON_MILLISECONDS);
  }
}
