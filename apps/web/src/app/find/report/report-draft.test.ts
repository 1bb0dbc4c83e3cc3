import { itemCode } from "@zpr/model";
import { describe, expect, it } from "vitest";
import {
  contactProblem,
  emptyDraft,
  isFresh,
  type ReportDraft,
  toBody,
  unanswered,
} from "./report-draft.ts";

const empty = emptyDraft(itemCode("7KM2QX"), "6f6c1c1e-64f8-4d2e-8f3a-3b5b8f6f0a11", 1000);
const answered: ReportDraft = {
  ...empty,
  place: { position: [4.3, 51.2], accuracyMetres: 8, source: "gps" },
  condition: "worn",
  surroundings: "bank",
  putBack: "put-back",
};
const sending = { seenAt: new Date("2026-05-01T10:00:00Z"), locale: "nl" } as const;

describe("a draft", () => {
  it("lacks four answers at first, and none of them has a default", () => {
    expect(unanswered(empty)).toEqual(["place", "condition", "surroundings", "putBack"]);
    expect(toBody(empty, sending)).toBeUndefined();
  });

  it("becomes a report under its own id", () => {
    expect(toBody(answered, sending)).toEqual({
      id: empty.id,
      seenAt: "2026-05-01T10:00:00.000Z",
      position: [4.3, 51.2],
      accuracyMetres: 8,
      positionSource: "gps",
      surroundings: "bank",
      condition: "worn",
      putBack: "put-back",
      locale: "nl",
    });
  });

  it("may say that there is no place", () => {
    const nowhere = { position: null, accuracyMetres: null, source: "none" } as const;
    const draft = { ...answered, place: nowhere };
    expect(unanswered(draft)).toEqual([]);
    expect(toBody(draft, sending)?.position).toBeNull();
  });

  it("says what stood in the field that no person sees, and only then", () => {
    expect(toBody(answered, { ...sending, website: "" })).not.toHaveProperty("website");
    expect(toBody(answered, { ...sending, website: "x" })?.website).toBe("x");
  });

  it("is forgotten after a day", () => {
    expect(isFresh(empty, 1000 + 23 * 3600_000)).toBe(true);
    expect(isFresh(empty, 1000 + 25 * 3600_000)).toBe(false);
  });
});

describe("contact", () => {
  const contact = { email: " kim@example.org ", name: "Kim", news: false, contest: false };

  it("is not sent unless its finder ticked what it is for", () => {
    expect(toBody({ ...answered, contact }, sending)).not.toHaveProperty("contact");
  });

  it("goes with its own consents", () => {
    const body = toBody({ ...answered, contact: { ...contact, news: true } }, sending);
    expect(body?.contact).toEqual({
      questionsConsent: false,
      email: "kim@example.org",
      name: "Kim",
      newsConsent: true,
      contestConsent: false,
    });
  });

  it("needs an address that can be written to", () => {
    expect(contactProblem({ ...contact, email: "" })).toBeNull();
    expect(contactProblem({ ...contact, email: "", questions: true })).toBe("missing");
    const asked = toBody({ ...answered, contact: { ...contact, questions: true } }, sending);
    expect(asked?.contact).toMatchObject({ questionsConsent: true, newsConsent: false });
    expect(contactProblem({ ...contact, email: "", contest: true })).toBe("missing");
    expect(contactProblem({ ...contact, email: "kim@example", contest: true })).toBe("wrong");
    expect(contactProblem({ ...contact, contest: true })).toBeNull();
  });
});
