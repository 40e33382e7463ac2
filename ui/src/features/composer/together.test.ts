import { describe, expect, it } from "vitest";

import { fields } from "../../ipc/samples";
import { together } from "./together";

describe("two writers of one draft", () => {
  it("f62 what was changed here stays, and every other field is as it is there", () => {
    const base = fields();
    const mine = { ...fields({ title: "Mine" }), youtube: { ...base.youtube, privacy: "private" as const } };
    const theirs = {
      ...fields({ title: "Theirs", description: "Theirs", tags: ["theirs"] }),
      youtube: { ...base.youtube, title: "Theirs" },
      tiktok: { ...base.tiktok, caption: "Theirs" },
    };
    expect(together(base, mine, theirs)).toEqual({
      ...theirs,
      title: "Mine",
      youtube: { ...base.youtube, title: "Theirs", privacy: "private" },
    });
  });

  it("without edits here, all is as it is there, in the same order", () => {
    const theirs = fields({ title: "Theirs" });
    expect(JSON.stringify(together(fields(), fields(), theirs))).toBe(JSON.stringify(theirs));
  });
});
