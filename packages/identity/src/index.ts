export { createApiKey, type MadeKey, type WantedKey } from "./api-keys.ts";
export { createIdentity, type Identity, type IdentityOptions } from "./identity.ts";
export type { ExternalIssuer } from "./issuer.ts";
export {
  type AccountFault,
  type AccountOutcome,
  createAccount,
  listUsers,
  type WantedAccount,
} from "./people.ts";
