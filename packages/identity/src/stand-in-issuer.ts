import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** An OpenID provider for tests: real HTTP, real keys, and a person who is always signed in. */
export interface StandInIssuer {
  readonly url: string;
  /** What the tokens of the next sign-in say beside the necessary. */
  person: { readonly sub: string; readonly id?: JWTPayload; readonly access?: JWTPayload };
  /** Token requests as they came. */
  readonly asked: URLSearchParams[];
  /** Signs claims as an access token, with the issuer's own key or with somebody else's. */
  sign(claims: JWTPayload, key?: "own" | "stranger's"): Promise<string>;
  stop(): Promise<void>;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly clientId: string;
}

/** RSA keys take long to make, so all providers of a test file have the same. */
const keyPairs = Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);

/** Starts a provider on a free port. */
export async function standInIssuer(): Promise<StandInIssuer> {
  const [own, strangers] = await keyPairs;
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const asked: URLSearchParams[] = [];

  const sign: StandInIssuer["sign"] = (claims, key = "own") =>
    new SignJWT({ iss: issuer.url, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? "5m")
      .sign(key === "own" ? own.privateKey : strangers.privateKey);

  function authorize({ searchParams: query }: URL): string {
    const code = `code-${grants.size}`;
    const of = (name: string) => query.get(name) ?? "";
    grants.set(code, {
      nonce: of("nonce"),
      challenge: of("code_challenge"),
      clientId: of("client_id"),
    });
    return `${of("redirect_uri")}?${new URLSearchParams({ code, state: of("state") })}`;
  }

  async function token(form: URLSearchParams): Promise<object> {
    asked.push(form);
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const verifier = form.get("code_verifier") ?? "";
    if (grant?.challenge !== createHash("sha256").update(verifier).digest("base64url"))
      return { error: "invalid_grant" };
    const { sub, id, access } = issuer.person;
    return {
      token_type: "Bearer",
      access_token: await sign({ sub, client_id: grant.clientId, ...access }),
      id_token: await sign({ sub, aud: grant.clientId, nonce: grant.nonce, ...id }),
    };
  }

  async function answer(url: URL, request: IncomingMessage): Promise<object> {
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return metadata(issuer.url);
      case "/jwks":
        return { keys: [jwk] };
      case "/token":
        return token(new URLSearchParams(await bodyOf(request)));
      default:
        return { sub: issuer.person.sub, email: "from-userinfo@example.org" };
    }
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer.url);
    if (url.pathname === "/authorize")
      return response.writeHead(303, { location: authorize(url) }).end();
    const said = await answer(url, request);
    return response
      .writeHead("error" in said ? 400 : 200, { "content-type": "application/json" })
      .end(JSON.stringify(said));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const issuer: StandInIssuer = {
    url: `http://localhost:${typeof address === "object" ? address?.port : 0}`,
    person: { sub: "1" },
    asked,
    sign,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

function metadata(url: string) {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    userinfo_endpoint: `${url}/userinfo`,
    end_session_endpoint: `${url}/logout`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
