import { randomUUID } from "node:crypto";
import { type EncodePorts, encodeDownlinks, startCourier } from "@zpr/gateway";
import type { BookmarkStore, DownlinkSender, Meter, RawMessageStore } from "@zpr/ports";
import { type DatabaseAddress, takeTurns } from "@zpr/storage";
import { networkDownlinks } from "./network-downlinks.ts";
import { type SourcesPorts, startSources } from "./start-sources.ts";

export interface NetworksPorts
  extends EncodePorts,
    Omit<SourcesPorts, "bookmarkOf" | "installation"> {
  readonly bookmarkStore: BookmarkStore;
  readonly rawMessageStore: RawMessageStore;
  readonly meter: Meter;
  /** Networks that are not sources, by the protocols of their trackers. */
  readonly senders: Readonly<Record<string, DownlinkSender>>;
}

/** The number of this task among those that one process at a time may do. */
const TASK = 7_102;

/**
 * Listens to networks of others and hands them what is queued for their trackers: in one process at a
 * time, since a broker takes two with the same name for one that moved.
 */
export async function startNetworks(
  address: DatabaseAddress,
  ports: NetworksPorts,
): Promise<{ close(): Promise<void> }> {
  const installation = await installationIn(ports.bookmarkStore);
  const bookmarkOf = bookmarksIn(ports.bookmarkStore);
  let stop = async () => {};
  return takeTurns(address, {
    number: TASK,
    begin() {
      const sources = startSources({ ...ports, installation, bookmarkOf });
      const { commandBox, rawMessageStore, meter, log } = ports;
      const through = (protocol: string) =>
        encodeDownlinks(
          protocol,
          networkDownlinks(protocol, { rawMessageStore, sourcesOf: sources.running }),
          ports,
        );
      const senders = {
        ttn: through("ttn"),
        chirpstack: through("chirpstack"),
        ...ports.senders,
      };
      const courier = startCourier({ commandBox, senders, meter, log });
      stop = async () => {
        await courier.close();
        await sources.close();
      };
    },
    end: () => stop(),
  });
}

function bookmarksIn(store: BookmarkStore): SourcesPorts["bookmarkOf"] {
  return ({ id }) => ({
    read: () => store.read(`source ${id}`),
    write: (place) => store.write(`source ${id}`, place),
  });
}

/** A name for this installation, made once: brokers know our sessions by it. */
async function installationIn(store: BookmarkStore): Promise<string> {
  const name = "installation";
  const known = await store.read(name);
  if (known !== undefined) return known;
  await store.write(name, randomUUID().slice(0, 8));
  return (await store.read(name)) ?? "";
}
