export { describeAccounts } from "./contracts/accounts.ts";
export { describeProviderStore } from "./contracts/provider-store.ts";
export { describeSessions, type IdentityBench } from "./contracts/sessions.ts";
