import type { Contest, ContestStore } from "@zpr/ports";
import type { CONTEST_STATES } from "./contest-shapes.ts";

/** What everybody sees of a contest: of those who won no more than their tickets. */
export async function showContest(contestStore: ContestStore, contest: Contest, now: Date) {
  const { studyId, draw } = contest;
  return {
    ...contest,
    state: stateOf(contest, now),
    ticketCount: await contestStore.countTickets(studyId),
    draw: draw && {
      ...draw,
      winners: (await readWinners(contestStore, contest)).map(({ place, prize, ticket }) => ({
        place,
        prize,
        ticket,
      })),
    },
  };
}

/** The tickets that won in a drawn contest, with their prizes and whose they are. */
export async function readWinners(contestStore: ContestStore, { studyId, prizes }: Contest) {
  const first = await contestStore.entries(studyId, prizes.length);
  return prizes.flatMap((prize, index) => {
    const entry = first[index];
    return entry ? [{ ...entry, prize, place: index + 1 }] : [];
  });
}

function stateOf({ draw, opensAt, closesAt }: Contest, now: Date): (typeof CONTEST_STATES)[number] {
  if (draw) return "drawn";
  if (now >= closesAt) return "closed";
  return now >= opensAt ? "open" : "announced";
}
