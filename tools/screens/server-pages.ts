import type { Shot, Stage } from "./shot.ts";

const mail = (action: string) => (world: Stage["world"], locale: string) =>
  `/mail/${world.mailToken}/${action}?lang=${locale}`;

/** Does what the page asks about under a link that is nobody's, so that it can be asked again. */
async function pressForNobody({ page }: Stage): Promise<void> {
  const form = "document.querySelector('form')";
  await page.evaluate(`${form}.action = ${form}.action.replace(/[0-9a-f]{64}/, "0".repeat(64))`);
  await page.locator("form button").click();
  await page.locator("a.action").waitFor();
}

/** The numbers of tickets come from a key that is another for every server. */
async function showFixedTickets({ page }: Stage): Promise<void> {
  await page.evaluate(
    "document.querySelectorAll('td code').forEach((ticket, at) => { ticket.textContent = ['8f3a41c07be2d956', '16c9be07d2a45f38'][at]; })",
  );
}

/** What the server itself renders: the contest, and the pages behind the links of mails. */
export const serverPages: readonly Shot[] = [
  {
    name: "contest",
    title: "Rules of a contest that takes reports",
    path: ({ studyId }, locale) => `/contest/${studyId}?lang=${locale}`,
    atDesk: true,
  },
  {
    name: "contest-drawn",
    title: "A contest that is over",
    path: ({ pastStudyId }, locale) => `/contest/${pastStudyId}?lang=${locale}`,
    act: showFixedTickets,
  },
  {
    name: "contest-none",
    title: "No contest",
    path: (_world, locale) => `/contest/999?lang=${locale}`,
    windowOnly: true,
  },
  {
    name: "mail-confirm",
    title: "Mail: news of your pieces?",
    path: mail("confirm"),
    atDesk: true,
  },
  {
    name: "mail-confirmed",
    title: "Mail: confirmed",
    path: mail("confirm"),
    act: async ({ page }) => {
      await page.locator("form button").click();
      await page.locator("a.action").waitFor();
    },
    windowOnly: true,
  },
  {
    name: "mail-unsubscribe",
    title: "Mail: no more mails?",
    path: mail("unsubscribe"),
    windowOnly: true,
  },
  {
    name: "mail-unsubscribed",
    title: "Mail: no more mails",
    path: mail("unsubscribe"),
    act: pressForNobody,
    windowOnly: true,
  },
  { name: "mail-erase", title: "Mail: delete your data?", path: mail("erase"), windowOnly: true },
  {
    name: "mail-erased",
    title: "Mail: your data is deleted",
    path: mail("erase"),
    act: pressForNobody,
    windowOnly: true,
  },
  {
    name: "mail-gone",
    title: "Mail: nothing is kept under this link",
    path: (_world, locale) => `/mail/gone/confirm?lang=${locale}`,
    windowOnly: true,
  },
];
