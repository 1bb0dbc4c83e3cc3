import { describeFeatureStore } from "@zpr/testkit";
import { useDatabase } from "../testing.ts";
import { postgresFeatureStore } from "./feature-store.ts";
import { writeRiver } from "./testing.ts";

const database = useDatabase();

describeFeatureStore("PostgreSQL", async (facts) => {
  await writeRiver(database(), facts);
  return postgresFeatureStore(database());
});
