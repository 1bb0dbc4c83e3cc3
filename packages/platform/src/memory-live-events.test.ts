import { describeLiveEvents } from "@zpr/testkit";
import { memoryLiveEvents } from "./memory-live-events.ts";

describeLiveEvents("Memory", async () => {
  const events = memoryLiveEvents();
  return { here: events, there: events };
});
