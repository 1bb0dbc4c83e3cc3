import { expect, it } from "vitest";
import { proposedName } from "./proposed-name.ts";

it("names a tracker by the end of its number, or by the words it has for itself", () => {
  const teltonika = { protocol: "teltonika", uniqueId: "356307042441021" };
  expect(proposedName(teltonika, [])).toBe("Teltonika 41021");
  expect(proposedName(teltonika, ["Teltonika 41021"])).toBe("356307042441021");
  expect(proposedName({ protocol: "http", uniqueId: "buoy-7" }, [])).toBe("Http buoy-7");
});
