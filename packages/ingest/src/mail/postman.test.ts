import { smtpMailer } from "@zpr/platform";
import { refusal, useSmtp } from "@zpr/platform/testing";
import { type Database, postgresMailOutbox } from "@zpr/storage";
import { useDatabase } from "@zpr/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { minute, openWatch } from "../watch/testing.ts";
import { sendNext, startPostman } from "./postman.ts";

const database = useDatabase();
const server = useSmtp();
const IMEI = "356307042441013";
const DAY = 24 * 60;
let river: Awaited<ReturnType<typeof openWatch>>;

/** Each test has a mail that was decided on at minute 370. */
beforeEach(async () => {
  river = await openWatch(database());
  await river.afloat(IMEI);
  await river.watch(0, 370);
});

function portsTo(port: number, at: number, from: Database = database()) {
  const { log } = river.ports;
  const outbox = postgresMailOutbox(from);
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, "zpr@rivers.example");
  return { outbox, mailer, log, now: () => minute(at) };
}
const sendAt = (port: number, at: number) =>
  sendNext(portsTo(port, at), new AbortController().signal);
const mailedAt = async () =>
  (await river.alarmStore.list({ studies: "all" }, { after: undefined, limit: 9 }))[0]?.mailedAt;

describe("the postman", () => {
  it("sends what waits once, and notes it on the alarm", async () => {
    const { got, port } = await server.start();
    expect(await sendAt(port, 371)).toBe(true);
    expect(await sendAt(port, 372)).toBe(false);
    expect(got).toMatchObject([{ from: "zpr@rivers.example", to: ["ada@example.org"] }]);
    expect(await mailedAt()).toEqual(minute(371));
  });

  it("tries a mail again after a minute, then twice as long, until it is taken", async () => {
    let refusals = 2;
    const { got, port } = await server.start({
      onRcptTo: (_, __, done) => done(refusals-- > 0 ? refusal(452, "mailbox full") : null),
    });
    const sent: number[] = [];
    for (let at = 371; at < 380; at++) if (await sendAt(port, at)) sent.push(at);
    expect(sent).toEqual([371, 372, 374]);
    expect(got).toHaveLength(1);
    expect(await mailedAt()).toEqual(minute(374));
  });

  it("tries again while the server is away, and gives up after three days", async () => {
    const { port } = await server.start();
    await server.stop();
    let tries = 0;
    for (let at = 371; at < 5 * DAY; at += 60) if (await sendAt(port, at)) tries += 1;
    expect(tries).toBeGreaterThan(10);
    const { got } = await server.start({}, port);
    expect(await sendAt(port, 9 * DAY)).toBe(false);
    expect(got).toEqual([]);
    expect(await mailedAt()).toBeNull();
    expect(river.lines.at(-1)).toBe("a mail is given up");
  });

  it("sends when the server is back", async () => {
    const { port } = await server.start();
    await server.stop();
    await sendAt(port, 371);
    const { got } = await server.start({}, port);
    await sendAt(port, 372);
    expect(got).toHaveLength(1);
  });

  it("never tries again what nobody will ever take", async () => {
    const { port } = await server.start({
      onRcptTo: ({ address }, _, done) => done(refusal(550, `${address} is no mailbox`)),
    });
    await sendAt(port, 371);
    expect(await sendAt(port, 5 * DAY)).toBe(false);
    expect(await mailedAt()).toBeNull();
    const [mail] = await database().selectFrom("mail").selectAll().execute();
    expect(mail).toMatchObject({ to_address: null, text: null });
    expect(mail?.last_error).toContain("... is no mailbox");
  });

  it("sends a mail whose sender was killed, with the Message-ID it had", async () => {
    const { got, port } = await server.start();
    const { outbox, mailer } = portsTo(port, 371);
    const mail = await outbox.take(minute(371), 10 * 60_000);
    if (mail) await mailer.send(mail, new AbortController().signal);
    expect(await sendAt(port, 380)).toBe(false);
    expect(await sendAt(port, 381)).toBe(true);
    const ids = got.map(({ message }) => /Message-ID: (.*)/.exec(message)?.[1]);
    expect(ids).toEqual(Array(2).fill(`<${mail?.id}@rivers.example>`));
  });

  it("works by itself, and stops within seconds of a server that says nothing", async () => {
    const { got, port } = await server.start();
    const postman = startPostman(portsTo(port, 371));
    await postman.idle();
    expect(got).toHaveLength(1);
    await postman.stop();

    await river.afloat("356307042441021", 380);
    await river.watch(380, 750);
    const mute = await server.start({ onMailFrom: () => undefined });
    const stuck = startPostman(portsTo(mute.port, 751));
    await expect
      .poll(() =>
        database()
          .selectFrom("mail")
          .select("attempts")
          .where("handed_over_at", "is", null)
          .execute(),
      )
      .toEqual([{ attempts: 1 }]);
    const began = Date.now();
    await stuck.stop();
    expect(Date.now() - began).toBeLessThan(8_000);
  });
});
