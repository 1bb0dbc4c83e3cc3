import { expect, it } from "vitest";
import { forField, releaseIn } from "./release-wish.ts";

it("a release comes out of its form as it went in, to the second, in UTC", () => {
  const form = new FormData();
  form.set("place", " Temse ");
  form.set("longitude", "4.2");
  form.set("latitude", "51.1");
  form.set("releasedAt", forField("2026-07-01T08:00:07Z"));
  form.set("endedAt", forField(null));
  form.set("note", "");
  expect(releaseIn(form)).toEqual({
    place: "Temse",
    position: [4.2, 51.1],
    releasedAt: "2026-07-01T08:00:07.000Z",
    endedAt: null,
    note: "",
  });
});
