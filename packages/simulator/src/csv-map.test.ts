import { expect, test } from "vitest";
import { CsvMapError, csvMap } from "./csv-map.ts";

test("reads which columns hold what", () => {
  expect(
    csvMap(
      "tracker=D_number,time=date_UTC,lat=Latitude,lon=Longitude,timeFormat=DD-Mon-YYYY hh:mm:ss",
    ),
  ).toEqual({
    tracker: "D_number",
    time: "date_UTC",
    lat: "Latitude",
    lon: "Longitude",
    timeFormat: "DD-Mon-YYYY hh:mm:ss",
  });
  expect(csvMap("tracker=a,time=b,lat=c,lon=d,battery=e")).toMatchObject({
    battery: "e",
    timeFormat: "iso",
  });
});

test.each([
  ["tracker=a,time=b,lat=c", "needs tracker=, time=, lat= and lon="],
  ["tracker=a,time=b,lat=c,lon=d,speed=e", '"speed=e" in the map'],
  ["a", '"a" in the map'],
])("says what is wrong with %s", (spec, words) => {
  expect(() => csvMap(spec)).toThrow(CsvMapError);
  expect(() => csvMap(spec)).toThrow(words);
});
