import { Configuration, type ServerMetadata } from "openid-client";
import { expect, test } from "vitest";
import { signOutUrl } from "./sign-out-url.ts";

const OURS = "https://zpr.example";

function url(metadata: ServerMetadata, idToken: string | null = null) {
  return signOutUrl(new Configuration(metadata, "client"), OURS, idToken)?.href;
}

test("people leave Cognito by a form of its own, whatever its metadata say", () => {
  const cognito = {
    issuer: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf",
    authorization_endpoint: "https://zpr.auth.eu-west-1.amazoncognito.com/oauth2/authorize",
  };
  const expected =
    "https://zpr.auth.eu-west-1.amazoncognito.com/logout?client_id=client&logout_uri=https%3A%2F%2Fzpr.example%2F";
  expect(url(cognito, "token")).toBe(expected);
  expect(url({ ...cognito, end_session_endpoint: "https://x.example/" }, "token")).toBe(expected);
});

test("people leave other issuers as OpenID Connect says, with the ID token if there is one", () => {
  const issuer = { issuer: "https://i.example", end_session_endpoint: "https://i.example/end" };
  expect(url(issuer)).toBe(
    "https://i.example/end?client_id=client&post_logout_redirect_uri=https%3A%2F%2Fzpr.example%2F",
  );
  expect(url(issuer, "token")).toContain("&id_token_hint=token");
});

test("an issuer that cannot be left is left alone", () => {
  expect(url({ issuer: "https://i.example" })).toBeUndefined();
});
