import fc from "fast-check";
import { expect, it } from "vitest";

import { hashtag, mentionsInWords, partsOf } from "./mentions";

const found = (text: string) => partsOf(text).flatMap(({ is, text }) => (is ? [`${is} ${text}`] : []));

it.each([
  ["Oiled #oak by @marta.oak", ["hashtag #oak", "name @marta.oak"]],
  [
    "See https://marta.example/shop?a=1#b, or www.oak.example.",
    ["link https://marta.example/shop?a=1#b", "link www.oak.example"],
  ],
  ["(#oak)\n#handTools", ["hashtag #oak", "hashtag #handTools"]],
  ["No. #1 is no hashtag, C# is none, and marta@oak.example is no name", []],
  ["#Ökologie #日本 #_x", ["hashtag #Ökologie", "hashtag #日本", "hashtag #_x"]],
  ["Ask @marta.", ["name @marta"]],
])("C-12 what leads somewhere is found: %s", (text, expected) => expect(found(text)).toEqual(expected));

it("C-12 the pieces of any text put together are the text", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^([#@ /:.]|https:\/\/|www\.|[a-zé]){0,60}$/));
  fc.assert(
    fc.property(text, (text) => {
      expect(
        partsOf(text)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
      expect(partsOf(text).every((part) => part.text !== "")).toBe(true);
    }),
  );
});

it("C-12 what was found is said in words", () => {
  expect(mentionsInWords("#oak #ash www.oak.example")).toBe("2 hashtags, 1 link");
  expect(mentionsInWords("Oak")).toBe("");
  expect(hashtag("hand tools & oak")).toBe("#handtoolsoak");
});
