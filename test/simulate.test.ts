import { pushSpeeches, speeches } from "@zpr/simulator";
import { expect, test } from "vitest";
import { run, useServer } from "./running-server.ts";

const server = useServer();

/** The same days and the same tide, whenever it runs. */
const ENDS = "2026-11-20T12:00:00Z";

const ways = [
  ...speeches.flatMap(({ protocol, transports }) =>
    transports.map((transport) => ({ protocol, transport })),
  ),
  ...pushSpeeches.map(({ protocol }) => ({ protocol, transport: "pushes" as const })),
];

interface Tracker {
  readonly fixCount: number;
}

test.each(ways)(
  "zpr simulate plays $protocol trackers over $transport",
  async ({ protocol, transport }) => {
    const study = `${protocol} over ${transport}`;
    const said = await run(
      [
        ...["simulate", "--protocol", protocol, ...(transport === "udp" ? ["--udp"] : [])],
        ...["--gateway", `127.0.0.1:${server().portOf(protocol)}`],
        ...["--api", server().url, "--key", server().key, "--study", study, "--seed", study],
        ...["--ends", ENDS, "--days", "2", "--items", "3", "--trackers", "2"],
      ],
      {},
    );
    const studies = await server().call<{ id: number; name: string }[]>("GET", "/api/v1/studies");
    const id = studies.find(({ name }) => name === study)?.id;
    const path = `/api/v1/trackers?studyId=${id}`;
    const acknowledged = Number.parseInt(said, 10);
    expect(acknowledged).toBeGreaterThan(0);
    await expect
      .poll(async () => {
        const trackers = await server().call<Tracker[]>("GET", path);
        return trackers.reduce((sum, { fixCount }) => sum + fixCount, 0);
      })
      // Some records go out twice, as simulated trackers miss an answer now and then.
      .toBeGreaterThan(0.8 * acknowledged);
    const undecodable = await server().call<object[]>(
      "GET",
      `/api/v1/raw-messages?protocol=${protocol}&undecodable=true`,
    );
    expect(undecodable).toEqual([]);
  },
);
