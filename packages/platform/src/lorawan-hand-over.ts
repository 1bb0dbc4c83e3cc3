import type { DownlinkOutcome } from "@zpr/ports";

const TIMEOUT_MILLISECONDS = 10_000;
const TRY_AGAIN: ReadonlySet<number> = new Set([408, 425, 429]);

export interface HandOver {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The key under which news will come, given what the network answered. */
  readonly keyIn: (answer: string) => string;
}

/** Posts an instruction to a network and says what came of it. */
export async function handOver({ url, headers, body, keyIn }: HandOver): Promise<DownlinkOutcome> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    const answer = await response.text();
    if (response.ok) return { outcome: "sent", key: keyIn(answer), bytes: Buffer.from(body) };
    const reason = `the network answers ${response.status}: ${answer.slice(0, 300)}`;
    const later = response.status >= 500 || TRY_AGAIN.has(response.status);
    return { outcome: later ? "retry" : "failed", reason };
  } catch (error) {
    return { outcome: "retry", reason: `the network is out of reach: ${String(error)}` };
  }
}

/** Whether the device is to confirm; only that makes an instruction acknowledged by the device itself. */
export function isConfirmed(settings: Readonly<Record<string, unknown>>): boolean {
  return settings["confirmedDownlinks"] !== false;
}

/** The port for what the network's codec encodes, when the tracker's settings name one. */
export function portSetting({
  downlinkPort,
}: Readonly<Record<string, unknown>>): number | undefined {
  return typeof downlinkPort === "number" ? downlinkPort : undefined;
}

/** What is said of a text that no downlink can be made of. */
export const NOT_A_DOWNLINK: DownlinkOutcome = {
  outcome: "failed",
  reason: "not PORT:HEX or a JSON object",
};
