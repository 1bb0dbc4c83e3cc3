import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankTickets, seedHashOf } from "./contest-draw.ts";

const tickets = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{16}$/), { maxLength: 40 });

describe("a draw", () => {
  it("gives the same order for the same seed and tickets, however they are shuffled", () => {
    const shuffled = tickets.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(fc.string(), shuffled, (seed, [all, again]) => {
        const ranked = rankTickets(seed, all);
        expect(rankTickets(seed, again)).toEqual(ranked);
        expect([...ranked].sort()).toEqual([...all].sort());
      }),
    );
  });

  it("keeps the order of the others when a ticket is withdrawn", () => {
    fc.assert(
      fc.property(fc.string(), tickets, (seed, all) => {
        const [first, ...others] = rankTickets(seed, all);
        expect(
          rankTickets(
            seed,
            all.filter((ticket) => ticket !== first),
          ),
        ).toEqual(others);
      }),
    );
  });

  it("gives every ticket the same chance, whatever the seeds look like", () => {
    const all = Array.from({ length: 10 }, (_, index) => `ticket-${index}`);
    const wins = new Map<string, number>();
    for (let draw = 0; draw < 2000; draw++) {
      const [winner = ""] = rankTickets(`seed ${draw}`, all);
      wins.set(winner, (wins.get(winner) ?? 0) + 1);
    }
    // 200 each; 5 standard deviations of a binomial distribution.
    for (const ticket of all) expect(Math.abs((wins.get(ticket) ?? 0) - 200)).toBeLessThan(67);
  });

  it("is the one of the documents, which others repeat with other tools", () => {
    expect(rankTickets("high water", ["a3", "a1", "a2"])).toEqual(EXPECTED);
    expect(seedHashOf("high water")).toBe(HASH);
  });
});

/** By `printf a1 | openssl dgst -sha256 -hmac "high water"` and its siblings. */
const EXPECTED = ["a2", "a1", "a3"];
const HASH = "b997736f73e60bdfc6fde41d9f7746383168e7468ae085ac77fa9dd829c6c39a";
