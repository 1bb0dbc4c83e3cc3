import { expect, test } from "vitest";
import { smtpMailer } from "./smtp-mailer.ts";
import { refusal, useSmtp } from "./testing.ts";

const MAIL = {
  id: "11111111-2222-4333-8444-555555555555",
  to: "ada@example.org",
  subject: "Étude « Escaut » : balise 3 est silencieuse, et ce sujet est plus long qu’une ligne",
  text: "Elle n’a rien envoyé.\n.\n-- \nÀ bientôt\n",
  unsubscribeUrl: "https://rivers.example/mail/abc/unsubscribe",
};
const patient = () => new AbortController().signal;
const server = useSmtp();

const mailerAt = (port: number, user = "") =>
  smtpMailer(`smtp://${user}127.0.0.1:${port}`, "Zero Plastic Rivers <zpr@rivers.example>");

test("hands a mail over whole, with a Message-ID that is always the same", async () => {
  const { got, port } = await server.start();
  for (const _ of ["once", "again"])
    expect(await mailerAt(port).send(MAIL, patient())).toEqual({ accepted: true });
  expect(got[0]).toMatchObject({ from: "zpr@rivers.example", to: [MAIL.to] });
  const [head = "", body = ""] = got[0]?.message.split("\r\n\r\n") ?? [];
  expect(head).toContain("From: Zero Plastic Rivers <zpr@rivers.example>");
  expect(head).toContain(`To: ${MAIL.to}`);
  expect(head).toContain("Auto-Submitted: auto-generated");
  expect(head.replaceAll("\r\n ", " ")).toContain(`List-Unsubscribe: <${MAIL.unsubscribeUrl}>`);
  expect(head).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(head).toMatch(/Subject: =\?UTF-8\?Q\?=C3=89tude_/);
  expect(body).toContain("\r\n.\r\n--=20\r\n");
  expect(got.map(({ message }) => /Message-ID: (.*)/.exec(message)?.[1])).toEqual(
    Array(2).fill(`<${MAIL.id}@rivers.example>`),
  );
});

test("signs in with the name and password of its URL", async () => {
  const names: string[] = [];
  const { port } = await server.start({
    authOptional: false,
    authMethods: ["PLAIN"],
    allowInsecureAuth: true,
    onAuth({ username = "", password = "" }, _, done) {
      names.push(`${username} ${password}`);
      done(null, { user: username });
    },
  });
  await mailerAt(port, "river:s%40lt@").send(MAIL, patient());
  expect(names).toEqual(["river s@lt"]);
});

test.each([
  [
    "knows no such mailbox",
    { onRcptTo: (_: unknown, __: unknown, done: Done) => done(refusal(550, "no")) },
  ],
  [
    "will not have what it says",
    {
      onData(stream: NodeJS.ReadableStream, _: unknown, done: Done) {
        stream.on("end", () => done(refusal(554, "no"))).resume();
      },
    },
  ],
] as const)("says that nobody will ever take a mail when the server %s", async (_, options) => {
  const { port } = await server.start(options);
  expect(await mailerAt(port).send(MAIL, patient())).toEqual({
    accepted: false,
    reason: expect.stringMatching(/55[04] no/),
  });
});

test.each([
  [
    "a mailbox is full",
    { onRcptTo: (_: unknown, __: unknown, done: Done) => done(refusal(452, "full")) },
  ],
  [
    "the sender is not allowed",
    { onMailFrom: (_: unknown, __: unknown, done: Done) => done(refusal(550, "who are you")) },
  ],
  [
    "the password is wrong",
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_: unknown, __: unknown, done: Done) => done(refusal(535, "wrong")),
    },
  ],
  ["the server is busy", { onConnect: (_: unknown, done: Done) => done(refusal(421, "busy")) }],
] as const)("rejects, to try again, when %s", async (reason, options) => {
  const { port } = await server.start(options);
  const user = reason.includes("password") ? "river:salt@" : "";
  await expect(mailerAt(port, user).send(MAIL, patient())).rejects.toThrow();
});
type Done = (error?: Error | null) => void;

test("rejects while the server is away, and hands over when it is back", async () => {
  const { port } = await server.start();
  const mailer = mailerAt(port);
  await server.stop();
  await expect(mailer.send(MAIL, patient())).rejects.toThrow("ECONNREFUSED");
  const { got } = await server.start({}, port);
  expect(await mailer.send(MAIL, patient())).toEqual({ accepted: true });
  expect(got).toHaveLength(1);
});

test("stops trying when it is told to", async () => {
  const { port } = await server.start({ onMailFrom: () => undefined });
  await expect(mailerAt(port).send(MAIL, AbortSignal.timeout(100))).rejects.toThrow();
});
