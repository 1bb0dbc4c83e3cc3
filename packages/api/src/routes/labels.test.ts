import { itemCodeFromNumber } from "@zpr/model";
import { beforeEach, describe, expect, it } from "vitest";
import { useApi } from "../testing.ts";

describe("labels of a study", () => {
  const api = useApi();
  const codes = [itemCodeFromNumber(1), itemCodeFromNumber(2), itemCodeFromNumber(3)];
  let url: string;
  let studyId: number;

  beforeEach(async () => {
    api.asAdministrator();
    studyId = (await api.send("POST", "/api/v1/studies", { name: "Scheldt" })).json().id;
    url = `/api/v1/studies/${studyId}/labels.pdf`;
    const type = await api.send("POST", "/api/v1/item-types", { studyId, name: "bottle" });
    for (const code of codes)
      await api.send("POST", "/api/v1/items", { studyId, itemTypeId: type.json().id, code });
    await api.send("POST", "/api/v1/releases", {
      studyId,
      place: "Wintam",
      position: [4.31, 51.12],
      releasedAt: "2026-06-19T08:00:00Z",
      itemCodes: codes.slice(0, 2),
    });
    api.asMember(studyId, "viewer");
  });

  /** One label a page, so that pages can be counted in the file. */
  const pagesOf = (body: string) => body.match(/\/Type \/Page\b(?!s)/g)?.length;

  it("are of all its items, of a release, or of codes as people type them", async () => {
    const all = await api.get(`${url}?sheet=62x29`);
    expect([all.statusCode, all.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(all.body.startsWith("%PDF-")).toBe(true);
    expect(pagesOf(all.body)).toBe(3);
    expect(pagesOf((await api.get(`${url}?sheet=62x29&releaseId=1`)).body)).toBe(2);
    const one = ` ${codes[2]?.toLowerCase()}`;
    expect(
      pagesOf((await api.get(`${url}?sheet=62x29&codes=${encodeURIComponent(one)}`)).body),
    ).toBe(1);
    const asked = { codes: [...codes, ...codes], sheet: "62x29", languages: ["nl", "en"] };
    expect(pagesOf((await api.send("POST", url, asked)).body)).toBe(6);
  });

  it("say what is wrong with a wish", async () => {
    const detailOf = async (query: string) => {
      const answer = await api.get(`${url}?${query}`);
      expect(answer.statusCode).toBe(400);
      return answer.json().detail;
    };
    expect(await detailOf("sheet=L9")).toMatch("there is no sheet L9; there are L4731");
    expect(await detailOf("sheet=5x5")).toMatch("there is no sheet 5x5");
    expect(await detailOf("sheet=L7160&start=22")).toBe("a sheet L7160 has places 1 to 21");
    expect(await detailOf("codes=ZZZZZZ")).toBe("no items here have these codes: ZZZZZZ");
    expect(await detailOf("releaseId=99")).toBe("there are no items to print labels for");
    expect(await detailOf("languages=nl,tlh")).toMatch("languages");
  });

  it("are for members", async () => {
    api.asMember(studyId + 1, "owner");
    expect((await api.get(url)).statusCode).toBe(404);
    expect((await api.send("POST", url, {})).statusCode).toBe(404);
  });
});
