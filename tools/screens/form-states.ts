import sharp from "sharp";
import { HERE } from "./river-facts.ts";
import type { Shot, Stage } from "./shot.ts";

const GOOD = { permissions: ["geolocation"], geolocation: { ...HERE, accuracy: 8 } };
const FAIR = { permissions: ["geolocation"], geolocation: { ...HERE, accuracy: 60 } };
const form = (world: Stage["world"]) => `/${world.codes.travelled}`;

/** Answers all that has to be answered besides the place. */
async function answerAll({ page }: Stage): Promise<void> {
  for (const answer of ["worn", "structure", "put-back"])
    await page.locator(`input[type=radio][value=${answer}]`).check();
}

/** Opens the map and waits until it is drawn. */
async function openMap({ page, say }: Stage): Promise<void> {
  await page.getByRole("button", { name: say("place.map") }).click();
  await page.locator("zpr-map-canvas button:enabled").first().waitFor();
}

/** Holds the pin away from where it was: a picture taken before it is let go. */
async function dragPin({ page }: Stage): Promise<void> {
  const pin = await page.locator("zpr-map-pin button").boundingBox();
  if (!pin) throw new Error("there is no pin");
  const [x, y] = [pin.x + pin.width / 2, pin.y + pin.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 70, y - 60, { steps: 6 });
}

async function addPhoto({ page, say }: Stage): Promise<void> {
  const width = 1200;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="900"><rect width="100%" height="100%" fill="#7f8b63"/><path d="M0 620q300-90 600 0t600 0v280H0z" fill="#4a6b7c"/><rect x="420" y="380" width="330" height="130" rx="52" fill="#e4ff1a" transform="rotate(-14 585 445)"/></svg>`;
  const buffer = await sharp(Buffer.from(picture)).jpeg().toBuffer();
  const file = { name: "bank.jpg", mimeType: "image/jpeg", buffer };
  await page.locator("input[type=file][multiple]").setInputFiles(file);
  await page.getByAltText(say("photo.alt").replace("{{n}}", "1")).waitFor();
}

async function openContact({ page, say }: Stage): Promise<void> {
  await page.locator("summary").click();
  await page.getByLabel(say("contact.news")).check();
  await page.getByLabel(say("contact.contest")).check();
}

/** The form behind the QR code, in the states that a phone, its place and its finder bring it into. */
export const formStates: readonly Shot[] = [
  {
    name: "form-untouched",
    title: "Form, as it opens: nothing is allowed or refused yet",
    path: form,
    before: ({ page }) => page.addInitScript(NOBODY_ANSWERS),
    act: async ({ page, say }) => {
      await page.getByText(say("place.searching")).waitFor();
    },
    atDesk: true,
  },
  {
    name: "form-gps-searching",
    title: "Form, position found to 60 m, still looking for a better one",
    path: form,
    device: FAIR,
    act: async ({ page, say }) => {
      await page.getByText(say("place.fair"), { exact: true }).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "form-gps-good",
    title: "Form, position good, everything answered",
    path: form,
    device: GOOD,
    act: async (stage) => {
      await stage.page.getByText(stage.say("place.found")).waitFor();
      await answerAll(stage);
    },
    atDesk: true,
  },
  {
    name: "form-gps-refused",
    title: "Form, the browser does not tell the position",
    path: form,
    act: async ({ page, say }) => {
      await page.getByText(say("place.refused")).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "form-map",
    title: "Form, the spot shown on the map",
    path: form,
    act: async (stage) => {
      await stage.page.getByText(stage.say("place.refused")).waitFor();
      await openMap(stage);
    },
    windowOnly: true,
  },
  {
    name: "form-pin",
    title: "Form, the pin dragged up and to the left",
    path: form,
    act: async (stage) => {
      await stage.page.getByText(stage.say("place.refused")).waitFor();
      await openMap(stage);
      await dragPin(stage);
    },
    holds: true,
    windowOnly: true,
  },
  {
    name: "form-missing",
    title: "Form, sent before everything was answered",
    path: form,
    act: async ({ page, say }) => {
      await page.getByText(say("place.refused")).waitFor();
      await page.getByRole("button", { name: say("report.send") }).click();
      await page.getByText(say("report.answerThis")).first().waitFor();
    },
  },
  {
    name: "form-photo",
    title: "Form, a photo added",
    path: form,
    device: GOOD,
    act: async (stage) => {
      await stage.page.getByText(stage.say("place.found")).waitFor();
      await addPhoto(stage);
      await stage.page.locator("#ask-photo").scrollIntoViewIfNeeded();
    },
    windowOnly: true,
  },
  {
    name: "form-contact",
    title: "Form, wants news and takes part in the contest",
    path: form,
    device: GOOD,
    act: async (stage) => {
      await openContact(stage);
      await stage.page.locator("#name").scrollIntoViewIfNeeded();
    },
    windowOnly: true,
  },
  {
    name: "form-first-finder",
    title: "Form of a piece nobody has found yet",
    path: ({ codes }) => `/${codes.fresh}`,
    act: async ({ page, say }) => {
      await page.getByText(say("item.never")).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "form-not-released",
    title: "Form of a piece that is in no release",
    path: ({ codes }) => `/${codes.unreleased}`,
    act: async ({ page, say }) => {
      await page.getByText(say("item.notReleasedTitle")).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "form-closed-study",
    title: "Form of a piece whose study is over",
    path: ({ codes }) => `/${codes.closed}`,
    act: async ({ page, say }) => {
      await page.getByText(say("item.closedTitle")).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "form-offline",
    title: "Form without a connection",
    path: form,
    before: ({ page }) => page.route("**/api/**", (route) => route.abort()),
    act: async ({ page, say }) => {
      await page.getByText(say("item.offline")).waitFor();
    },
    windowOnly: true,
  },
  {
    name: "unknown-code",
    title: "A code that looks right and belongs to nothing",
    path: ({ codes }) => `/${codes.unknown}`,
    act: async ({ page, say }) => {
      await page.getByText(say("item.unknownTitle")).waitFor();
    },
  },
];

/** A browser that has asked its user and got no answer. */
const NOBODY_ANSWERS = "navigator.geolocation.watchPosition = () => 0";
