import { once } from "node:events";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach } from "vitest";

/** A mail as an SMTP server got it. */
export interface GotMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
}

/** Real SMTP servers for a test, which take everything or refuse as the test says; gone after each test. */
export function useSmtp() {
  const servers: SMTPServer[] = [];
  async function stop(): Promise<void> {
    for (const server of servers.splice(0))
      await new Promise<void>((closed) => server.close(() => closed()));
  }
  afterEach(stop);
  return {
    /** Ends all that were started; mails to them find nobody. */
    stop,

    async start(options: SMTPServerOptions = {}, port = 0) {
      const got: GotMail[] = [];
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        logger: false,
        closeTimeout: 10,
        onData: keepIn(got),
        ...options,
      });
      servers.push(server);
      const listener = server.listen(port, "127.0.0.1");
      await once(listener, "listening");
      const address = listener.address();
      return { got, port: typeof address === "object" && address ? address.port : 0 };
    },
  };
}

function keepIn(got: GotMail[]): NonNullable<SMTPServerOptions["onData"]> {
  return (stream, { envelope }, done) => {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      const to = envelope.rcptTo.map(({ address }) => address);
      got.push({ from, to, message: Buffer.concat(parts).toString() });
      done();
    });
  };
}

/** An error with the reply that an SMTP server gives for it. */
export function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
