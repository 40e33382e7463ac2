import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import { emptyWorld } from "../../ipc/fake";
import { conflict, device, draft, pendingEdit, signedIn, signedOut, summary } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";

const open = (part: Parameters<typeof signedIn>[0] = {}, world = {}, prepare?: Parameters<typeof openWindow>[2]) =>
  openWindow("#/sync", { sync: signedIn(part), devices: [device()], ...world }, prepare);
const laptop = device({ id: "dev2", name: "Laptop", platform: "macos", this: false });
const fill = async (maker: Awaited<ReturnType<typeof openWindow>>["maker"], secret = "three coats of oil") => {
  await maker.type(await the("account-email"), "marta@bench.example");
  await maker.type(screen.getByTestId("account-password"), secret);
};

describe("signing in", () => {
  it("q08_nothing_is_said_to_be_backed_up_before_it_is_known", async () => {
    const { core, maker } = await openWindow("#/sync", { sync: signedOut() });
    core.answer("accountSignIn", () => (core.world.sync = signedIn({ state: "WAITING", waiting: 498 })));
    await fill(maker);
    core.hang("pendingEdits");
    await maker.click(screen.getByTestId("account-send"));
    expect(await the("pending")).toBeVisible();
    expect(screen.queryByTestId("pending-none")).toBeNull();
  });
});

describe("the foot of the sidebar", () => {
  it("G-02 sync stands in one place on every screen and opens the list of what waits", async () => {
    const { maker } = await openWindow("#/library", {
      sync: signedIn({ state: "WAITING", waiting: 3 }),
      pending: [pendingEdit()],
    });
    await waitFor(() => expect(screen.getByTestId("sync-words")).toHaveTextContent("3 edits not yet backed up"));
    await maker.click(screen.getByTestId("nav-sync"));
    expect(await the("pending-edit")).toBeVisible();
    expect(screen.getByTestId("nav-sync")).toHaveAttribute("aria-current", "page");
  });

  it("G-01 offline is told with the time and keeps everything usable", async () => {
    const { core } = await openWindow("#/", { sync: signedIn() });
    await waitFor(() => expect(screen.getByTestId("sync-words")).toHaveTextContent("Backed up"));
    core.world.sync = signedIn({ state: "OFFLINE", offline_since: new Date().toISOString(), message: "Offline." });
    core.emit("changed", { tables: ["sync"] });
    await waitFor(() => expect(screen.getByTestId("sync-words")).toHaveTextContent(/Offline since \d\d:\d\d/));
    expect(screen.getByTestId("live")).toHaveTextContent("Offline.");
  });

  it("G-01 the banner counts the edits that wait with the uploads", async () => {
    await openWindow("#/", {
      sync: signedIn({ state: "OFFLINE", waiting: 2 }),
      overview: { ...emptyWorld().overview, offline_since: new Date().toISOString(), waiting_uploads: 3 },
    });
    await waitFor(() =>
      expect(screen.getByTestId("banner-offline")).toHaveTextContent(
        "3 uploads and 2 edits will go when you are back.",
      ),
    );
  });

  it("G-02 what must be settled or was refused is counted there", async () => {
    await openWindow("#/", { sync: signedIn({ conflicts: 2, refused: 1 }) });
    await waitFor(() => expect(screen.getByTestId("nav-sync")).toHaveTextContent(/needs you: 3/));
  });
});

describe("the page that everybody reads", () => {
  it("stands where sync is on, to be opened and copied", async () => {
    const { core, maker } = await open({ page: "https://studio.example.com/m/42" });
    expect(await the("page")).toHaveTextContent("Everybody who has this address can read what you publish");
    await maker.click(screen.getByRole("button", { name: "https://studio.example.com/m/42" }));
    expect(core.called("openPage")).toHaveLength(1);
    await maker.click(screen.getByTestId("page-copy"));
    expect(core.called("copyPageLink")).toHaveLength(1);
    expect(await the("toast")).toHaveTextContent("Link copied.");
  });
});

describe("without an account", () => {
  it("O-01 everything works, and the screen says what an account is for", async () => {
    const { core } = await openWindow("#/sync");
    expect(await the("account-form")).toBeVisible();
    expect(screen.getByTestId("sync-message")).toHaveTextContent("Everything is on this computer only.");
    expect(core.called("accountDevices")).toEqual([]);
    expect(screen.queryByTestId("sync-now")).toBeNull();
    expect(screen.queryByTestId("sign-out")).toBeNull();
  });

  it("an account brings a public page, and that is said before there is one", async () => {
    await openWindow("#/sync");
    expect(await the("page-note")).toHaveTextContent("It shows everybody what you publish");
    expect(screen.queryByTestId("page")).toBeNull();
  });

  it("O-01 an account can be added later, and everything here goes up", async () => {
    const { core, maker } = await openWindow("#/sync");
    await fill(maker);
    await maker.click(screen.getByTestId("account-send"));
    expect(await the("account-who")).toHaveTextContent("marta@bench.example");
    expect(core.called("accountSignIn")).toEqual([
      [{ backend: null, email: "marta@bench.example", password: "three coats of oil", device_name: null }],
    ]);
    expect(await the("toast")).toHaveTextContent("Everything on this computer is going up.");
  });

  it("f64 the core gets the password, and no place of the page keeps it", async () => {
    let got = "";
    const { maker } = await openWindow("#/sync", {}, (core) =>
      core.answer("accountSignIn", (credentials) => {
        got = credentials.password;
        return new Promise(() => undefined);
      }),
    );
    await fill(maker);
    await maker.click(screen.getByTestId("account-send"));
    await waitFor(() => expect(got).toBe("three coats of oil"));
    expect(screen.getByTestId("account-password")).toHaveValue("");
    expect(screen.getByTestId("account-send")).toHaveTextContent("Signing in…");
    expect(document.body.innerHTML).not.toContain("three coats of oil");
  });

  it("O-01 what is being mended is not called wrong any more", async () => {
    const { maker } = await openWindow("#/sync", { sync: signedOut() });
    await maker.click(await the("account-send"));
    const address = screen.getByTestId("account-email");
    expect(address).toHaveAttribute("aria-invalid", "true");
    await maker.type(address, "m");
    expect(address).not.toHaveAttribute("aria-invalid");
    expect(screen.getByTestId("account-password")).toHaveAttribute("aria-invalid", "true");
  });

  it("O-01 creating an account asks for a name and a password of its own", async () => {
    const { core, maker } = await openWindow("#/sync");
    await maker.click(await the("mode-new"));
    await fill(maker, "short");
    await maker.type(screen.getByTestId("account-name"), "Marta Oak");
    await maker.click(screen.getByTestId("account-send"));
    expect(screen.getByText(/10 characters or more:/)).toBeVisible();
    expect(screen.getByTestId("account-password")).toHaveFocus();
    expect(screen.getByTestId("account-password")).toHaveAccessibleDescription(/10 characters/);
    await maker.type(screen.getByTestId("account-password"), " but now long enough");
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(core.called("accountSignUp")[0]?.[1]).toBe("Marta Oak"));
  });

  it("G-03 a refusal is told where it was asked, and what was typed stays but for the password", async () => {
    const { maker } = await openWindow("#/sync", {}, (core) =>
      core.refuse("accountSignIn", "Address and password do not go together. Check both, then try again.", {
        code: "BAD_INPUT",
      }),
    );
    await fill(maker);
    await maker.click(screen.getByTestId("account-send"));
    expect(await the("account-refused")).toHaveTextContent("Address and password do not go together.");
    expect(screen.getByTestId("account-email")).toHaveValue("marta@bench.example");
    expect(screen.getByTestId("account-password")).toHaveValue("");
    expect(screen.getByTestId("account-password")).toHaveFocus();
  });

  it("G-03 without the network nothing is changed, and that is said", async () => {
    const { maker } = await openWindow("#/sync", {}, (core) =>
      core.refuse("accountSignIn", "The backend cannot be reached.", { code: "TRY_LATER" }),
    );
    await fill(maker);
    await maker.click(screen.getByTestId("account-send"));
    expect(await the("account-refused")).toHaveTextContent("Nothing was changed: try again");
  });

  it("G-03 when nobody has said which backend, its field opens with the reason", async () => {
    const { core, maker } = await openWindow("#/sync", {}, (core) =>
      core.refuse("accountSignIn", "Say which backend, such as https://studio.example.com.", { code: "BAD_INPUT" }),
    );
    await fill(maker);
    await maker.click(screen.getByTestId("account-send"));
    const field = await the("account-backend");
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription(/Say which backend/);
    await maker.type(field, "http://studio.example.com");
    await maker.type(screen.getByTestId("account-password"), "three coats of oil{Enter}");
    expect(field).toHaveAccessibleDescription(/not encrypted/);
    expect(core.called("accountSignIn")).toHaveLength(1);
  });

  it("the backend of the configuration or of the last sign-in is shown and prefilled", async () => {
    const { maker } = await openWindow("#/sync", {
      sync: signedOut({ account: "marta@bench.example", backend: "https://studio.example.com/" }),
    });
    expect(await the("backend-at")).toHaveTextContent("https://studio.example.com/");
    expect(screen.getByTestId("account-email")).toHaveValue("marta@bench.example");
    await maker.click(screen.getByTestId("other-backend"));
    expect(screen.getByTestId("account-backend")).toHaveValue("https://studio.example.com/");
  });
});

describe("with an account", () => {
  it("G-02 who, where, as which device and when last are told", async () => {
    await open();
    const account = await the("account");
    for (const text of ["marta@bench.example", "https://studio.example.com/", "Workshop PC"])
      expect(account).toHaveTextContent(text);
    expect(screen.getByTestId("last-contact").querySelector("time")).not.toBeNull();
  });

  it("G-02 Sync now says how far it is, once at a time, and how it ended", async () => {
    let end: (status: unknown) => void = () => undefined;
    const { core, maker } = await open({ state: "WAITING", waiting: 4 }, {}, (core) =>
      core.answer("syncNow", () => new Promise((answer) => (end = answer))),
    );
    await maker.click(await the("sync-now"));
    await maker.click(screen.getByTestId("sync-now"));
    expect(core.called("syncNow")).toHaveLength(1);
    core.world.sync = signedIn({ state: "WAITING", waiting: 1 });
    core.emit("changed", { tables: ["sync"] });
    await waitFor(() => expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "75"));
    core.world.sync = signedIn();
    end(core.world.sync);
    expect(await the("toast")).toHaveTextContent("In step with the backend.");
    expect(screen.queryByTestId("sync-progress")).toBeNull();
  });

  it("G-03 when the backend is away, Sync now says so and nothing is lost", async () => {
    const { maker } = await open({}, {}, (core) =>
      core.refuse("syncNow", "The backend cannot be reached.", { code: "TRY_LATER" }),
    );
    await maker.click(await the("sync-now"));
    expect(await the("sync-error")).toHaveTextContent("The backend cannot be reached.");
  });

  it("G-02 what waits is named in words, refused ones first with the reason", async () => {
    const refused = pendingEdit({ id: "e2", table: "services", fields: ["price"], refused: true, why: "Too large." });
    await open(
      { waiting: 1, refused: 1 },
      { pending: [pendingEdit(), refused], overview: { ...emptyWorld().overview, drafts: [summary()] } },
    );
    await waitFor(() => expect(screen.getAllByTestId("pending-edit")).toHaveLength(2));
    const [first, second] = screen.getAllByTestId("pending-edit");
    expect(first).toHaveTextContent(/Service Price, .* Refused\. Too large\./);
    await waitFor(() => expect(second).toHaveTextContent("Draft “How I oil an oak chair” Description and Title"));
    expect(within(second as HTMLElement).queryByTestId("pending-discard")).toBeNull();
  });

  it("G-05 discarding cannot be undone, so it is asked first", async () => {
    const { core, maker } = await open(
      { refused: 1 },
      { pending: [pendingEdit({ refused: true, why: "Too large." })] },
    );
    await maker.click(await the("pending-discard"));
    expect(await the("ask")).toHaveTextContent("What was written here is lost.");
    await maker.click(screen.getByTestId("ask-no"));
    expect(core.called("discardRefused")).toEqual([]);
    await maker.click(screen.getByTestId("pending-discard"));
    await maker.click(await the("ask-yes"));
    await waitFor(() => expect(core.called("discardRefused")).toEqual([["e1"]]));
    expect(await the("pending-none")).toBeVisible();
  });

  it("G-05 another device is signed out after a question; this one has no such button", async () => {
    const { core, maker } = await open({}, { devices: [laptop, device()] });
    await waitFor(() => expect(screen.getAllByTestId("device")).toHaveLength(2));
    const [first] = screen.getAllByTestId("device");
    expect(first).toHaveTextContent("Workshop PC This computer");
    expect(screen.getAllByTestId("device-revoke")).toHaveLength(1);
    await maker.click(screen.getByRole("button", { name: "Revoke Laptop" }));
    expect(await the("ask")).toHaveTextContent("What is on it stays on it.");
    await maker.click(screen.getByTestId("ask-yes"));
    await waitFor(() => expect(core.called("revokeDevice")).toEqual([["dev2"]]));
    await waitFor(() => expect(screen.getAllByTestId("device")).toHaveLength(1));
  });

  it("G-17 the list of devices needs the backend, and can be asked for again", async () => {
    const { core, maker } = await open({ state: "OFFLINE" }, {}, (core) =>
      core.refuse("accountDevices", "The backend cannot be reached.", { code: "TRY_LATER" }),
    );
    expect(await the("devices-error")).toHaveTextContent("The backend cannot be reached.");
    core.answer("accountDevices", () => [device()]);
    await maker.click(screen.getByTestId("devices-again"));
    expect(await the("device")).toBeVisible();
    expect(screen.queryByTestId("devices-error")).toBeNull();
  });

  it("T-04 signing out says what stays here, and what waits", async () => {
    const { core, maker } = await open({ state: "WAITING", waiting: 2 });
    await maker.click(await the("sign-out"));
    expect(await the("ask")).toHaveTextContent(
      "Everything stays on this computer. 2 edits not yet backed up wait here until you sign in again.",
    );
    await maker.click(screen.getByTestId("ask-yes"));
    await waitFor(() => expect(core.called("accountSignOut")).toEqual([[]]));
    expect(await the("account-form")).toBeVisible();
    expect(core.called("deleteData")).toEqual([]);
  });

  it("T-04 signing out deletes this device's data by choice only, and names what is lost with it", async () => {
    const { core, maker } = await open(
      { state: "REFUSED", waiting: 2, refused: 1, pictures_to_send: 1 },
      { data: { ...emptyWorld().data, uploads: 2 } },
    );
    await maker.click(await the("sign-out"));
    expect(await the("sign-out-keep")).toBeChecked();
    await maker.click(screen.getByRole("radio", { name: "Delete this device’s data too" }));
    expect(screen.getByTestId("sign-out-delete")).toHaveAccessibleDescription(/lost with it: 3 edits and 1 picture\./);
    expect(screen.getByTestId("ask")).toHaveTextContent("2 uploads on the way will stop.");
    expect(core.called("deleteData")).toEqual([]);

    // Whoever goes back chooses anew.
    await maker.click(screen.getByTestId("ask-no"));
    await maker.click(screen.getByTestId("sign-out"));
    expect(await the("sign-out-keep")).toBeChecked();
    await maker.click(screen.getByTestId("sign-out-delete"));
    await maker.click(screen.getByRole("button", { name: "Sign out and delete" }));
    await waitFor(() => expect(core.called("deleteData")).toEqual([[]]));
    expect(core.called("accountSignOut")).toEqual([]);
  });

  it("T-04 data that could not be deleted is said, and the account stands as it is", async () => {
    const { maker } = await open({}, {}, (core) => core.refuse("deleteData", "Unlock the password store first."));
    await maker.click(await the("sign-out"));
    await maker.click(await the("sign-out-delete"));
    await maker.click(screen.getByTestId("ask-yes"));
    expect(await the("toast")).toHaveTextContent("Unlock the password store first.");
    expect(screen.getByTestId("account-who")).toBeVisible();
  });

  it("N-04 a sign-in that is no longer accepted asks for the password only", async () => {
    await open(
      { state: "SIGN_IN_AGAIN", message: "Sign in again: 2 edits waiting here." },
      { pending: [pendingEdit()] },
    );
    expect(await the("account-email")).toHaveValue("marta@bench.example");
    expect(screen.queryByTestId("mode-new")).toBeNull();
    expect(await the("pending-edit")).toBeVisible();
    expect(screen.queryByTestId("devices")).toBeNull();
  });

  it("G-17 what cannot be read says why and offers to try again", async () => {
    const { core, maker } = await openWindow("#/sync", {}, (core) => core.refuse("syncStatus", "The disk is full."));
    expect(await the("error")).toHaveTextContent("The disk is full.");
    core.answer("syncStatus", () => signedIn());
    await maker.click(screen.getByRole("button", { name: "Try again" }));
    expect(await the("account")).toBeVisible();
  });
});

describe("edited on two devices", () => {
  const two = { conflicts: [conflict()], drafts: [draft()] };

  it("f62 both versions are shown with field, device and time, and compared word by word", async () => {
    await open({ conflicts: 1 }, two);
    const card = await the("conflict");
    expect(within(card).getByRole("heading")).toHaveTextContent("Description");
    expect(within(card).getByTestId("conflict-shown")).toHaveTextContent("Three thin coats");
    expect(within(card).getByTestId("conflict-kept")).toHaveTextContent(/Laptop, .*13:58/);
    const comparison = within(card).getByTestId("comparison");
    expect([...comparison.querySelectorAll("del")].map((e) => e.textContent)).toEqual([
      "[goes: Three]",
      "[goes: night]",
    ]);
    expect([...comparison.querySelectorAll("ins")].map((e) => e.textContent)).toEqual([
      "[comes: Two]",
      "[comes: whole day]",
    ]);
  });

  it("f62 choices are shown in words", async () => {
    const kept = { version: "k2", value: "private", device: "Laptop", at: "2026-11-22T13:58:00Z" };
    await open({ conflicts: 1 }, { conflicts: [conflict({ field: "youtube_privacy", shown: "", kept: [kept] })] });
    const card = await the("conflict");
    expect(card).toHaveTextContent(/Who may watch on YouTube/);
    expect(within(card).getByTestId("conflict-shown")).toHaveTextContent("Nothing");
    expect(within(card).getByTestId("conflict-kept")).toHaveTextContent("Only you");
  });

  it("G-05 Use that happens at once with a way back", async () => {
    const { core, maker } = await open({ conflicts: 1 }, { conflicts: [conflict()], drafts: [draft()] });
    await maker.click(await the("conflict-use"));
    await waitFor(() =>
      expect(core.called("resolveConflict")).toEqual([["drafts", "d1", "k1", conflict().shown, "USE"]]),
    );
    expect(await the("toast")).toHaveTextContent("Description: what was written on Laptop is shown now.");
    const [view] = core.world.drafts;
    const before = view?.fields.description;
    if (view) view.fields.description = "Two thin coats";
    await maker.click(screen.getByTestId("toast-undo"));
    await waitFor(() => expect(core.world.drafts[0]?.fields.description).toBe(before));
  });

  it("f62 both can be kept where a row can be two, and only there", async () => {
    const kept = { version: "k2", value: "Oiling and waxing", device: "Laptop", at: "2026-11-22T13:58:00Z" };
    const service = conflict({ table: "services", row: "s1", field: "title", can_be_two: false, kept: [kept] });
    const { core, maker } = await open({ conflicts: 2 }, { conflicts: [conflict(), service] });
    await waitFor(() => expect(screen.getAllByTestId("conflict")).toHaveLength(2));
    expect(screen.getAllByTestId("conflict-both")).toHaveLength(1);
    await maker.click(screen.getByTestId("conflict-both"));
    await waitFor(() =>
      expect(core.called("resolveConflict")).toEqual([["drafts", "d1", "k1", conflict().shown, "KEEP_BOTH"]]),
    );
    await waitFor(() => expect(screen.getAllByTestId("conflict")).toHaveLength(1));
    expect(await the("toast")).toHaveTextContent("is a draft of its own now");
  });

  it("G-05 dismissing cannot be undone, so it is asked first; the next place takes the focus", async () => {
    const { core, maker } = await open({ conflicts: 1 }, two);
    await maker.click(await the("conflict-dismiss"));
    expect(await the("ask")).toHaveTextContent("Dismiss what was written on Laptop?");
    await maker.click(screen.getByTestId("ask-yes"));
    await waitFor(() => expect(core.called("resolveConflict").at(-1)?.[4]).toBe("DISMISS"));
    await waitFor(() => expect(screen.queryByTestId("conflict")).toBeNull());
  });

  it("f62 a draft says so where it is written, and typing is saved before it is settled", async () => {
    const { core, maker } = await openWindow("#/draft/d1", {
      sync: signedIn({ conflicts: 1 }),
      conflicts: [conflict(), conflict({ row: "other" })],
      drafts: [draft()],
    });
    const banner = await the("row-conflicts");
    expect(within(banner).getAllByTestId("conflict")).toHaveLength(1);
    expect(within(banner).queryByTestId("comparison")).toBeNull();
    await maker.click(within(banner).getByTestId("conflict-compare"));
    expect(within(banner).getByTestId("comparison")).toBeVisible();
    let isKept: () => void = () => undefined;
    core.answer("saveDraft", () => new Promise((answer) => (isKept = () => answer(core.world.drafts[0]))));
    await maker.type(screen.getByTestId("composer-title"), "!");
    await maker.click(within(banner).getByTestId("conflict-both"));
    await waitFor(() => expect(core.called("saveDraft").length).toBeGreaterThan(0));
    expect(core.called("resolveConflict")).toEqual([]);
    isKept();
    await waitFor(() => expect(core.called("resolveConflict")).toHaveLength(1));
  });

  it("G-07 it can be settled by keys alone", async () => {
    const { core, maker } = await open({ conflicts: 1 }, two);
    (await the("conflict-use")).focus();
    await maker.keyboard("{Enter}");
    await waitFor(() => expect(core.called("resolveConflict")).toHaveLength(1));
  });

  it("G-03 what was settled on the other device meanwhile is told and goes away", async () => {
    const { core, maker } = await open({ conflicts: 1 }, two, (core) =>
      core.refuse("resolveConflict", "This is settled already.", { code: "NOT_FOUND" }),
    );
    await the("conflict-both");
    core.world.conflicts = [];
    await maker.click(screen.getByTestId("conflict-both"));
    expect(await the("toast")).toHaveTextContent("This is settled already.");
    await waitFor(() => expect(screen.queryByTestId("conflict")).toBeNull());
  });
});
