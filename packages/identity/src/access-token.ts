import type { KnownCaller, Person, UserStore } from "@zpr/ports";
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Claims, toPerson } from "./claims.ts";
import type { ExternalIssuer, Issuer } from "./issuer.ts";

/** Signatures with the issuer's private key only: with a shared secret anybody who checks could also sign. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** Whom an access token of the external issuer stands for; `undefined` when it is not a good one. */
export type AccessTokenCheck = (token: string) => Promise<KnownCaller | undefined>;

/** Checks access tokens that other clients got from the external issuer for us. */
export function accessTokenCheck(
  issuer: Issuer,
  external: ExternalIssuer,
  users: UserStore,
): AccessTokenCheck {
  let keys: JWTVerifyGetKey | undefined;
  return async (token) => {
    const metadata = (await issuer()).serverMetadata();
    keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri ?? ""));
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: metadata.issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ["sub", "exp"],
        clockTolerance: 15,
      });
      if (!isAccessToken(payload) || !isForUs(payload, external.clientId)) return undefined;
      return await callerOf(users, toPerson(metadata.issuer, [payload], external.rolesClaim));
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
        return undefined;
      throw error;
    }
  };
}

/** ID tokens prove who signed in to somebody's page, not that a program may act for them. */
function isAccessToken(claims: Claims): boolean {
  if (claims["token_use"] !== undefined) return claims["token_use"] === "access";
  return (
    claims["typ"] !== "ID" && ["nonce", "at_hash", "c_hash"].every((name) => !(name in claims))
  );
}

/** Cognito's access tokens have no `aud`; they and others name the client they were issued to. */
function isForUs({ aud, ...claims }: JWTPayload, clientId: string): boolean {
  const audiences = [aud ?? []].flat();
  return audiences.includes(clientId) || (claims["client_id"] ?? claims["azp"]) === clientId;
}

async function callerOf(users: UserStore, person: Person): Promise<KnownCaller | undefined> {
  const { issuer, subject, administrator } = person;
  const known = await users.asCaller(issuer, subject);
  if (known && (administrator ?? known.administrator) === known.administrator) return known;
  // A token says less of a person than a sign-in: it makes a user and moves the role, but renames nobody.
  await users.recognise(known ? { ...person, name: undefined, email: undefined } : person);
  return users.asCaller(issuer, subject);
}
