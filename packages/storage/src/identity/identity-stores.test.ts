import { describeAccounts, describeProviderStore, describeSessions } from "@zpr/testkit";
import { postgresStudyStore } from "../study-store.ts";
import { useDatabase } from "../testing.ts";
import { postgresIdentityStores } from "./identity-stores.ts";

const database = useDatabase();
const stores = () => postgresIdentityStores(database());

describeAccounts("Postgres", stores);
describeProviderStore("Postgres", () => stores().provider);
describeSessions("Postgres", () => ({ stores: stores(), makeStudy }));

async function makeStudy(name: string): Promise<number> {
  const study = await postgresStudyStore(database()).create(
    { name, description: "", simulated: false, public: true, publicDelayHours: 0 },
    undefined,
  );
  if (!study) throw new Error(`there is a study ${name}`);
  return study.id;
}
