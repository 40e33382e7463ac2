import { describe, expect, it } from "vitest";

import { gapsIn } from "./form";

const typed = { name: "Marta Oak", email: "marta@example.com", password: "three coats of oil", backend: "" };

describe("what the form takes", () => {
  it("a whole form has no gaps", () => expect(gapsIn(typed, true)).toEqual({}));

  it("every missing part is pointed out at its place", () =>
    expect(Object.keys(gapsIn({ name: " ", email: "", password: "", backend: "" }, true))).toEqual([
      "name",
      "email",
      "password",
    ]));

  it("the length of a password is looked at only when it is new", () => {
    expect(gapsIn({ ...typed, password: "short" }, true).password).toMatch(/10 characters or more/);
    expect(gapsIn({ ...typed, password: "short" }, false)).toEqual({});
    expect(gapsIn({ ...typed, password: "🪑".repeat(9) }, true).password).toBeDefined();
  });

  it.each([
    ["https://studio.example.com", true],
    [" https://studio.example.com:8443/base ", true],
    ["http://127.0.0.1:8080", true],
    ["http://localhost:8080", true],
    ["http://studio.example.com", false],
    ["studio.example.com", false],
    ["file:///etc/passwd", false],
  ])("a backend at %s: %s", (backend, isTaken) =>
    expect(gapsIn({ ...typed, backend }, false).backend === undefined).toBe(isTaken),
  );
});
