import { expect, it } from "vitest";
import { embedLines } from "./embed-lines.ts";

it("makes a frame of a study's public page, whatever its name is", () => {
  const lines = embedLines({ id: 3, name: 'The "Scheldt" & <sea>' }, "https://zpr.example");
  expect(lines).toBe(
    '<iframe src="https://zpr.example/study/3/embed" title="The &quot;Scheldt&quot; &amp; &lt;sea&gt;" width="100%" height="520" style="border:0" loading="lazy"></iframe>',
  );
});
