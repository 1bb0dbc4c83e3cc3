import { BUILT_IN_ISSUER, type Person } from "@zpr/ports";

/** What a token says, by claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** The group whose members are administrators. */
const ADMINISTRATORS = "admin";

/**
 * The person that tokens of an issuer speak of. Later tokens fill in what earlier ones leave out;
 * who is administrator is the issuer's to say only when we were told in which claim.
 */
export function toPerson(
  issuer: string,
  tokens: readonly [Claims, ...Claims[]],
  rolesClaim: string | undefined,
): Person {
  const text = (...names: readonly string[]) =>
    names
      .flatMap((name) => tokens.map((claims) => claims[name]))
      .find((value): value is string => typeof value === "string" && value.length > 0);
  return {
    issuer,
    subject: String(tokens[0]["sub"]),
    name: text("name", "preferred_username", "cognito:username", "username", "email")?.slice(
      0,
      200,
    ),
    email: text("email"),
    // Nobody has an account with us whose address we or the operator do not vouch for.
    emailConfirmed:
      issuer === BUILT_IN_ISSUER ||
      tokens.some(({ email_verified: verified }) => verified === true || verified === "true"),
    administrator:
      rolesClaim === undefined
        ? undefined
        : tokens.some((claims) => groups(claims, rolesClaim).includes(ADMINISTRATORS)),
  };
}

/** The value of a claim as a list. The name itself goes before a path, as names with dots and colons exist. */
function groups(claims: Claims, rolesClaim: string): readonly unknown[] {
  const value =
    claims[rolesClaim] ??
    rolesClaim
      .split(".")
      .reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), claims);
  if (typeof value === "string") return value.split(/[\s,]+/);
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
