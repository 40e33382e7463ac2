import { describe, expect, it } from "vitest";

import type { DeliveryView } from "../ipc";
import { delivery, step, stoppedStep } from "../ipc/samples";
import { kept, news, percent, stateWords, stepsNeedingYou, stepWords } from "./delivery";
import { length, size, sizeOf, speed } from "./quantity";

const words = (state: DeliveryView["state"], platform: DeliveryView["platform"] = "YOUTUBE") =>
  stateWords({ state, platform }).text;

describe("a delivery in words", () => {
  it("Q-02 says that the platform works once every byte is there", () => {
    expect(words({ state: "PROCESSING", stage: "WORKING" }, "TIKTOK")).toBe("Sent. Waiting for TikTok");
  });

  it("T-02 says that it waits for a network that is not metered", () => {
    expect(words({ state: "WAITING", why: "METERED", until: null })).toBe("Waiting for a network that is not metered");
  });

  it("Q-08 an inbox upload waits for the maker in TikTok", () => {
    expect(words({ state: "PROCESSING", stage: "IN_INBOX" }, "TIKTOK")).toBe("Waiting for you in TikTok");
  });

  it("Q-08 a private post is told apart from one with an address", () => {
    const state = { state: "PUBLISHED", url: "https://www.tiktok.com/@m" } as const;
    expect(words({ ...state, exact: true }, "TIKTOK")).toBe("Published");
    expect(words({ ...state, exact: false }, "TIKTOK")).toBe(
      "Posted. TikTok gives no address for private posts; this opens your profile",
    );
  });

  it("Q-09 an unconfirmed delivery says that nothing is sent twice", () => {
    expect(words({ state: "UNCONFIRMED" })).toBe(
      "Checking with YouTube whether it arrived. Nothing will be sent twice.",
    );
  });

  it("Q-06 waiting names its reason and its end", () => {
    const until = "2026-11-23T09:00:00Z";
    expect(stateWords({ state: { state: "WAITING", why: "QUOTA", until }, platform: "YOUTUBE" })).toEqual({
      text: "Today’s limit at YouTube is used up. Continues by itself",
      until,
    });
    expect(words({ state: "WAITING", why: "NETWORK", until: null })).toBe("Waiting for the network");
  });

  it("Q-04 a resting upload says how much is kept, a running one does not", () => {
    const rest = delivery({ state: { state: "PAUSED" }, confirmed_bytes: 1_300_000_000, total_bytes: 2_000_000_000 });
    expect(kept(rest)).toBe("1.3 of 2.0 GB kept");
    expect(kept({ ...rest, confirmed_bytes: 0 })).toBeNull();
    expect(kept({ ...rest, state: { state: "UPLOADING" } })).toBeNull();
  });

  it("Q-01 percent reaches 100 only with the last byte", () => {
    expect([percent(0, 10), percent(1_999, 2_000), percent(2_000, 2_000), percent(0, 0)]).toEqual([0, 99, 100, 0]);
  });

  it("Q-01 sizes, speeds and lengths read as people say them", () => {
    expect(size(212_400_000)).toBe("212 MB");
    expect(sizeOf(650_000_000, 2_000_000_000)).toBe("0.7 of 2.0 GB");
    expect(speed(4_200_000)).toBe("4.2 MB/s");
    expect([length(48.2), length(725), length(3_723)]).toEqual(["0:48", "12:05", "1:02:03"]);
  });
});

describe("follow-up steps in words", () => {
  it("q11_a_step_says_where_it_stands_and_never_speaks_of_a_failed_video", () => {
    const until = "2026-11-23T09:00:00Z";
    const said = (part: Parameters<typeof step>[0], published = true) => stepWords(step(part), published).text;
    expect(said({ state: { state: "WAITING", until: null } }, false)).toBe("Once the video is there");
    expect(said({ state: { state: "WAITING", until: null } })).toBe("On its way");
    expect(stepWords(step({ state: { state: "WAITING", until } }), true)).toEqual({
      text: "Continues by itself",
      until,
    });
    expect(said({ state: { state: "DONE" } })).toBe("Done");
    expect(stepWords(stoppedStep(), true).text).toBe("Needs you");
  });

  it("q11_a_step_in_trouble_leaves_the_row_published", () => {
    const row = delivery({
      state: { state: "PUBLISHED", url: "https://youtu.be/x", exact: true },
      steps: [step(), stoppedStep()],
    });
    expect([stateWords(row).text, stepsNeedingYou(row)]).toEqual(["Published", 1]);
  });
});

describe("G-13 state changes are spoken once", () => {
  const one = delivery({ id: "a", publication_id: "p" });
  const two = delivery({ id: "b", publication_id: "p", platform: "TIKTOK" });

  it("G-13 percents are not news", () => {
    expect(news([one], [{ ...one, confirmed_bytes: 1_900_000_000 }])).toEqual([]);
  });

  it("G-13 a finished upload counts those of its publication", () => {
    const done: DeliveryView = { ...one, state: { state: "PROCESSING", stage: "WORKING" } };
    expect(news([one, two], [done, two])).toEqual(["Upload 1 of 2 finished: How I oil an oak chair to YouTube."]);
    expect(news([done, two], [done, two])).toEqual([]);
  });

  it("G-13 what needs the maker is said with its reason", () => {
    const stopped: DeliveryView = {
      ...one,
      state: { state: "NEEDS_ATTENTION", reason: { code: "FILE_MISSING", platform_words: null, noted: null } },
      explanation: { what: "The video is no longer where it was.", next: "Show where it is.", remedy: "LOCATE_FILE" },
    };
    expect(news([one], [stopped])).toEqual(["How I oil an oak chair on YouTube: The video is no longer where it was."]);
  });

  it("q03_pausing_many_at_once_is_one_sentence", () => {
    const many = Array.from({ length: 12 }, (_, i) => delivery({ id: `m${i}` }));
    expect(
      news(
        many,
        many.map((d) => ({ ...d, state: { state: "PAUSED" } as const })),
      ),
    ).toEqual(["12 uploads: Paused."]);
  });

  it("q11_a_step_that_begins_to_need_the_maker_is_said_once", () => {
    const before = { ...one, steps: [step({ id: "s2" })] };
    const after = { ...one, steps: [stoppedStep()] };
    expect(news([before], [after])).toEqual(["How I oil an oak chair: 1 step needs you."]);
    expect(news([after], [after])).toEqual([]);
  });
});
