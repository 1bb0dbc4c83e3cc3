import { describeTileStore } from "@zpr/testkit";
import { useDatabase } from "../testing.ts";
import { writeRiver } from "./testing.ts";
import { postgresTileStore } from "./tile-store.ts";

const database = useDatabase();

describeTileStore("PostgreSQL", async (facts) => {
  await writeRiver(database(), facts);
  return postgresTileStore(database());
});
