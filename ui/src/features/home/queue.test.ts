import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";

import type { DeliveryView } from "../../ipc";
import { emptyWorld, type FakeCore, type World } from "../../ipc/fake";
import { connection, delivery, extras, step, stoppedStep } from "../../ipc/samples";
import { openWindow, the } from "../../test-window";
import { linesOf } from "./groups";

const rest = { speed_bytes_s: null, left_s: null };
const withDeliveries = (...deliveries: DeliveryView[]): Partial<World> => ({
  overview: { ...emptyWorld().overview, deliveries },
});
const waiting = (id: string, part: Partial<DeliveryView> = {}): DeliveryView =>
  delivery({
    id,
    publication_id: `p-${id}`,
    title: `Film ${id}`,
    state: { state: "WAITING", why: "TURN", until: null },
    group: "WAITING",
    confirmed_bytes: 0,
    actions: ["PAUSE", "CANCEL", "MOVE_UP", "MOVE_DOWN"],
    ...rest,
    ...part,
  });
const published = delivery({
  state: { state: "PUBLISHED", url: "https://www.youtube.com/watch?v=k3J9x1aQ0bE", exact: true },
  group: "DONE",
  actions: ["DISMISS"],
  ...rest,
});
const abc = () => [waiting("a"), waiting("b"), waiting("c")];
const row = async (id: string) =>
  (await screen.findAllByTestId("delivery-row")).find((r) => r.dataset.delivery === id) as HTMLElement;
const order = () => screen.getAllByTestId("delivery-row").map((r) => r.dataset.delivery);
const chosen = () =>
  screen
    .getAllByTestId("delivery-row")
    .flatMap((r) => (r.getAttribute("aria-selected") === "true" ? [r.dataset.delivery] : []));
const inTheRow = () => document.activeElement?.getAttribute("data-delivery");

/** A core that really moves rows, and tells so. */
const moves = (core: FakeCore) => {
  const move = (by: -1 | 1) => (id: string) => {
    const list = [...core.world.overview.deliveries];
    const at = list.findIndex((d) => d.id === id);
    const [moved] = list.splice(at, 1);
    if (moved) list.splice(at + by, 0, moved);
    core.world.overview.deliveries = list;
    core.emit("changed", { tables: ["deliveries"] });
  };
  core.answer("moveUp", move(-1)).answer("moveDown", move(1));
};

describe("rows that move", () => {
  it("q03_alt_and_an_arrow_move_the_row_and_the_focus_stays_on_it", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(...abc()), moves);
    (await row("c")).focus();
    await maker.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() => expect(order()).toEqual(["a", "c", "b"]));
    await waitFor(() => expect(inTheRow()).toBe("c"));
    await maker.keyboard("{Alt>}{ArrowUp}{ArrowUp}{ArrowDown}{/Alt}");
    await waitFor(() => expect(order()).toEqual(["a", "c", "b"]));
    await waitFor(() => expect(inTheRow()).toBe("c"));
    expect([core.called("moveUp"), core.called("moveDown")]).toEqual([[["c"], ["c"]], [["c"]]]);
  });

  it("q03_a_move_is_shown_before_the_core_answers_and_taken_back_when_it_refuses", async () => {
    let refuse: (reason: unknown) => void = () => undefined;
    const { core, maker } = await openWindow("#/", withDeliveries(...abc()));
    core.answer("moveUp", () => new Promise((_, no) => (refuse = no)));
    (await row("c")).focus();
    await maker.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(order()).toEqual(["a", "c", "b"]);
    await waitFor(() => expect(core.called("moveUp")).toHaveLength(1));
    refuse({ code: "INTERNAL", message: "It has begun by now.", field: null });
    await waitFor(() => expect(order()).toEqual(["a", "b", "c"]));
    expect(await the("toast")).toHaveTextContent("It has begun by now.");
  });

  it("q03_a_move_is_announced_once_with_the_new_place", async () => {
    const { maker } = await openWindow("#/", withDeliveries(...abc()), moves);
    const said: (string | null)[] = [];
    const live = await the("live");
    new MutationObserver(() => said.push(live.textContent)).observe(live, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    (await row("a")).focus();
    await maker.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(order()).toEqual(["b", "a", "c"]));
    await waitFor(() => expect(said).toEqual(["Film a moved down: now 2 of 3."]));
  });

  it("q03_the_first_row_stays_first_and_rows_of_other_groups_are_not_passed", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(delivery({ id: "now" }), ...abc()), moves);
    (await row("a")).focus();
    await maker.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(core.called("moveUp")).toEqual([]);
    expect(order()).toEqual(["now", "a", "b", "c"]);
  });

  it("q03_menu_moves_too", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(...abc()), moves);
    await maker.click(within(await row("b")).getByTestId("delivery-menu"));
    await maker.click(await the("act-down"));
    await waitFor(() => expect(core.called("moveDown")).toEqual([["b"]]));
    await waitFor(() => expect(order()).toEqual(["a", "c", "b"]));
  });
});

describe("several rows at once", () => {
  it("q03_a_click_chooses_one_shift_a_range_and_ctrl_adds_or_takes_out", async () => {
    const { maker } = await openWindow("#/", withDeliveries(...abc()));
    await maker.click(await row("a"));
    expect(chosen()).toEqual(["a"]);
    expect(screen.queryByTestId("bulk-bar")).toBeNull();
    await maker.keyboard("{Shift>}");
    await maker.click(await row("c"));
    await maker.keyboard("{/Shift}{Control>}");
    await maker.click(await row("b"));
    await maker.keyboard("{/Control}");
    expect(chosen()).toEqual(["a", "c"]);
    expect(await the("bulk-bar")).toHaveTextContent("2 selected");
    await maker.keyboard("{Escape}");
    expect(chosen()).toEqual([]);
  });

  it("q03_keys_choose_too", async () => {
    const { maker } = await openWindow("#/", withDeliveries(...abc()));
    (await row("a")).focus();
    await maker.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await waitFor(() => expect(chosen()).toEqual(["a", "b"]));
    await waitFor(() => expect(inTheRow()).toBe("b"));
    await maker.keyboard("{Control>}a{/Control}");
    expect(chosen()).toEqual(["a", "b", "c"]);
    await maker.keyboard("{Control>} {/Control}");
    expect(chosen()).toEqual(["a", "c"]);
  });

  it("q03_keys_act_on_everything_chosen_and_one_undo_takes_all_of_it_back", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(...abc()));
    (await row("a")).focus();
    await maker.keyboard("{Control>}a{/Control} ");
    await waitFor(() => expect(core.called("pause")).toEqual([["a"], ["b"], ["c"]]));
    await maker.keyboard("{Delete}");
    expect(await the("toast")).toHaveTextContent("3 uploads cancelled.");
    await maker.click(screen.getByTestId("toast-undo"));
    await waitFor(() => expect(core.called("undoCancel")).toEqual([["a"], ["b"], ["c"]]));
  });

  it("q03_the_bar_offers_only_what_some_of_the_chosen_allow_and_says_how_many", async () => {
    const paused = waiting("p", { state: { state: "PAUSED" }, actions: ["RESUME", "CANCEL"] });
    const { core, maker } = await openWindow("#/", withDeliveries(waiting("a"), paused, published));
    (await row("a")).focus();
    await maker.keyboard("{Control>}a{/Control}");
    expect(await the("bulk-pause")).toHaveTextContent("Pause 1");
    expect(screen.getByTestId("bulk-cancel")).toHaveTextContent("Cancel 2");
    expect(screen.queryByTestId("bulk-retry")).toBeNull();
    await maker.click(screen.getByTestId("bulk-resume"));
    expect([core.called("resume"), core.called("pause")]).toEqual([[["p"]], []]);
  });

  it("q03_rows_that_are_gone_leave_the_selection", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(...abc()));
    (await row("a")).focus();
    await maker.keyboard("{Control>}a{/Control}");
    core.world.overview.deliveries = [waiting("a"), waiting("b")];
    core.emit("changed", { tables: ["deliveries"] });
    await waitFor(() => expect(screen.getByTestId("bulk-bar")).toHaveTextContent("2 selected"));
  });

  it("q03_when_the_focused_row_goes_away_the_next_one_has_the_focus", async () => {
    const { core } = await openWindow("#/", withDeliveries(...abc()));
    (await row("b")).focus();
    core.world.overview.deliveries = [waiting("a"), waiting("c")];
    core.emit("changed", { tables: ["deliveries"] });
    await waitFor(() => expect(inTheRow()).toBe("c"));
  });

  it("q03_several_refusals_are_told_as_one", async () => {
    const { maker } = await openWindow("#/", withDeliveries(...abc()), (core) =>
      core.refuse("pause", "Every byte is already there, so it cannot be paused."),
    );
    (await row("a")).focus();
    await maker.keyboard("{Control>}a{/Control} ");
    await waitFor(() => expect(screen.getAllByTestId("toast")).toHaveLength(1));
    expect(screen.getByTestId("toast")).toHaveTextContent("2 more stayed as they were.");
  });
});

describe("all of it", () => {
  it("q06_what_waits_for_its_platform_counts_as_on_its_way", async () => {
    const sent = delivery({ state: { state: "PROCESSING", stage: "WORKING" } });
    await openWindow("#/", withDeliveries(sent, waiting("w")));
    expect(await the("queue-sum")).toHaveTextContent("1 sent · 1 waiting");
  });

  it("what gets ready is on its way already", async () => {
    await openWindow("#/", withDeliveries(delivery({ state: { state: "PREPARING" } })));
    expect(await the("queue-sum")).toHaveTextContent("1 uploading");
  });

  it("q03_pause_all_and_resume_all_say_with_how_many", async () => {
    const paused = waiting("p", { state: { state: "PAUSED" }, actions: ["RESUME", "CANCEL"] });
    const { core, maker } = await openWindow("#/", withDeliveries(...abc(), paused));
    await maker.click(await the("pause-all"));
    await waitFor(() => expect(core.called("pauseAll")).toEqual([[]]));
    expect(await screen.findByText("3 uploads paused.")).toBeVisible();
    await maker.click(screen.getByTestId("resume-all"));
    expect(await screen.findByText("1 upload resumed.")).toBeVisible();
  });

  it("q05_the_limit_is_changed_from_the_queue_while_it_runs", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(delivery()));
    expect(await the("speed-limit")).toHaveTextContent("Speed limit: Off");
    await maker.click(screen.getByTestId("speed-limit"));
    await maker.click(await the("quick-cap-on"));
    await waitFor(() => expect(screen.getByTestId("speed-limit")).toHaveTextContent("Speed limit: 2 MB/s"));
    await maker.clear(screen.getByTestId("quick-cap-field"));
    await maker.type(screen.getByTestId("quick-cap-field"), "3,5");
    await waitFor(() => expect(core.world.uploads.cap_bytes_s).toBe(3_500_000));
  });

  it("q05_where_hours_of_the_day_hold_now_the_button_and_the_panel_say_so", async () => {
    const { maker } = await openWindow("#/", {
      ...withDeliveries(delivery()),
      uploads: { ...emptyWorld().uploads, hours: [{ from_minute: 0, to_minute: 0, cap_bytes_s: 1_000_000 }] },
    });
    expect(await the("speed-limit")).toHaveTextContent("Speed limit: 1 MB/s");
    await maker.click(screen.getByTestId("speed-limit"));
    expect(await the("speed-by-hours")).toHaveTextContent("At this hour 1 MB/s holds");
  });
});

describe("what a row says", () => {
  it("q06_a_wait_with_a_known_end_says_the_time_in_the_makers_zone", async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await openWindow("#/", {
      ...withDeliveries(waiting("a", { state: { state: "WAITING", why: "QUOTA", until } })),
      settings: {
        theme: "SYSTEM",
        language: null,
        time_zone: "Asia/Tokyo",
        week_start: null,
        slots: [],
        machine_zone: "UTC",
      },
    });
    const state = await the("delivery-state");
    await waitFor(() =>
      expect(state.textContent?.replace(/\s+/g, " ")).toMatch(
        /Continues by itself (tomorrow )?at \d\d:\d\d Tokyo time/,
      ),
    );
  });

  it("q04_a_wait_says_how_much_is_kept", async () => {
    await openWindow("#/", withDeliveries(waiting("a", { confirmed_bytes: 1.3e9 })));
    expect(await screen.findByText("1.3 of 2.0 GB kept")).toBeVisible();
  });

  const hurried = (too_slow: boolean) =>
    delivery({ platform: "TIKTOK", deadline: { at: new Date(Date.now() + 1_200_000).toISOString(), too_slow } });

  it("q10_tiktoks_hour_is_said_quietly_while_there_is_time", async () => {
    await openWindow("#/", withDeliveries(hurried(false)));
    expect((await the("deadline")).textContent?.replace(/\s+/g, " ")).toMatch(
      /TikTok’s hour ends (tomorrow )?at \d\d:\d\d/,
    );
    expect(screen.queryByTestId("deadline-warning")).toBeNull();
  });

  it("q10_an_upload_that_will_be_too_late_says_what_to_do_and_does_it", async () => {
    const { core, maker } = await openWindow(
      "#/",
      withDeliveries(hurried(true), delivery({ id: "v2" }), { ...published, id: "v9" }),
    );
    const text = (await the("deadline-warning")).textContent?.replace(/\s+/g, " ");
    expect(text).toMatch(/At this speed it will not be through by .*\d\d:\d\d\. Pause other uploads, raise the limit/);
    await maker.click(screen.getByTestId("pause-others"));
    await waitFor(() => expect(core.called("pause")).toEqual([["v2"]]));
  });

  it("q10_the_warning_comes_and_goes_with_the_speed", async () => {
    const { core } = await openWindow("#/", withDeliveries(hurried(false)));
    await the("deadline");
    const tell = (too_slow: boolean) =>
      core.emit("progress", {
        items: [{ id: "v1", confirmed_bytes: 1.3e9, total_bytes: 2e9, speed_bytes_s: 1e5, left_s: 7_000, too_slow }],
      });
    tell(true);
    await the("deadline-warning");
    tell(false);
    await waitFor(() => expect(screen.queryByTestId("deadline-warning")).toBeNull());
  });
});

describe("follow-up steps", () => {
  const troubled = {
    ...published,
    steps: [
      step({ id: "s1", state: { state: "DONE" } }),
      stoppedStep(),
      stoppedStep({
        id: "s3",
        kind: "PLAYLIST",
        label: "Playlist “Oak”",
        explanation: { what: "YouTube did not take the playlist.", next: "Try this step again.", remedy: "RETRY" },
      }),
    ],
  };

  it("q11_each_step_has_a_row_with_its_state_and_the_video_stays_published", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries(troubled));
    expect(await row("v1")).toHaveAttribute("data-state", "PUBLISHED");
    expect(screen.getByTestId("delivery-state")).toHaveTextContent(/^Published/);
    expect(screen.getByTestId("steps-need-you")).toHaveTextContent("2 steps need you");
    expect(screen.getAllByTestId("step-state").map((s) => s.textContent?.trim())).toEqual([
      "Done",
      "Needs you",
      "Needs you",
    ]);
    await maker.click(screen.getByRole("button", { name: "Try again: Playlist “Oak”" }));
    expect(core.called("retryStep")).toEqual([["s3"]]);
    expect(core.called("retry")).toEqual([]);
  });

  it("q11_the_platforms_words_about_a_step_are_behind_details", async () => {
    const { maker } = await openWindow("#/", withDeliveries({ ...published, steps: [stoppedStep()] }));
    expect(await the("platform-words")).not.toBeVisible();
    await maker.click(screen.getByText("Details"));
    expect(screen.getByTestId("platform-words")).toBeVisible();
  });

  it("q11_a_step_without_a_right_connects_with_the_extra_rights", async () => {
    const { core, maker } = await openWindow("#/", withDeliveries({ ...published, steps: [stoppedStep()] }));
    await maker.click(await the("step-retry"));
    await waitFor(() => expect(core.called("connect")).toEqual([["YOUTUBE", true]]));
  });

  it("q11_steps_that_are_all_done_are_one_quiet_line", async () => {
    const done = [
      step({ state: { state: "DONE" } }),
      step({ id: "s2", label: "Captions (fr)", state: { state: "DONE" } }),
    ];
    await openWindow("#/", withDeliveries({ ...published, steps: done }));
    expect(await the("steps-done")).toHaveTextContent("Thumbnail and Captions (fr) done");
    expect(screen.queryByTestId("step")).toBeNull();
  });

  it("q06_what_is_done_says_where_older_ones_are", async () => {
    const { maker } = await openWindow("#/", withDeliveries(published));
    await maker.click(await the("earlier"));
    await waitFor(() => expect(location.hash).toBe("#/library"));
  });

  it("q11_steps_that_need_the_maker_are_counted_and_led_to", async () => {
    const { maker } = await openWindow("#/", withDeliveries(delivery({ id: "v0" }), troubled));
    await waitFor(() => expect(screen.getByTestId("nav-home")).toHaveTextContent(/needs you: 2/));
    await maker.click(screen.getByTestId("show-step"));
    await waitFor(() => expect(inTheRow()).toBe("v1"));
  });

  it("q11_connecting_again_keeps_rights_that_were_allowed_on_top", async () => {
    const stopped = delivery({
      state: { state: "NEEDS_ATTENTION", reason: { code: "SIGN_IN_AGAIN", platform_words: null, noted: null } },
      group: "NEEDS_YOU",
      explanation: { what: "YouTube no longer accepts our access.", next: "Reconnect.", remedy: "CONNECT" },
      ...rest,
    });
    const { core, maker } = await openWindow("#/", {
      ...withDeliveries(stopped),
      connections: [connection("YOUTUBE", {}, { extras: extras("YOUTUBE", true) })],
    });
    await maker.click(await the("delivery-action"));
    await waitFor(() => expect(core.called("connect")).toEqual([["YOUTUBE", true]]));
  });
});

describe("a long queue", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => waiting(`m${i}`));

  it("G-18 only the rows in view are laid out, and the list says how long it is", async () => {
    await openWindow("#/", withDeliveries(...many(300)));
    const rows = await screen.findAllByTestId("delivery-row");
    expect(rows.length).toBeLessThan(60);
    expect(screen.getByTestId("queue")).toHaveAttribute("aria-rowcount", "301");
    expect(rows[0]).toHaveAttribute("aria-rowindex", "2");
  });

  it("q01_pictures_are_asked_for_once_in_batches_and_only_for_rows_in_view", async () => {
    const still = "data:image/jpeg;base64,/9j/";
    const { core } = await openWindow("#/", { ...withDeliveries(...many(300)), stills: { "p-m0": still } });
    await waitFor(() => expect(within(screen.getByTestId("queue")).queryAllByAltText("")).toHaveLength(1));
    const asked = core.called("stills").flatMap(([ids]) => ids as string[]);
    expect(asked.length).toBeLessThan(60);
    expect(new Set(asked).size).toBe(asked.length);
    expect(core.called("stills").length).toBeLessThan(4);
    core.emit("changed", { tables: ["deliveries"] });
    await waitFor(() => expect(core.called("overview").length).toBeGreaterThan(1));
    expect(core.called("stills").flatMap(([ids]) => ids as string[])).toEqual(asked);
  });

  it("q01_what_had_no_picture_is_asked_for_again_when_pictures_may_have_come", async () => {
    const { core } = await openWindow("#/", withDeliveries(waiting("a")));
    await waitFor(() => expect(core.called("stills")).toEqual([[["p-a"]]]));
    core.world.stills["p-a"] = "data:image/jpeg;base64,/9j/";
    core.emit("changed", { tables: ["drafts"] });
    await waitFor(() => expect(within(screen.getByTestId("queue")).queryAllByAltText("")).toHaveLength(1));
  });

  it("G-18 the selection outlives another screen", async () => {
    const { maker } = await openWindow("#/", withDeliveries(...many(3)));
    (await row("m0")).focus();
    await maker.keyboard("{Shift>}{ArrowDown}{/Shift}");
    await maker.click(screen.getByTestId("nav-library"));
    await waitFor(() => expect(screen.queryByTestId("queue")).toBeNull());
    await maker.click(screen.getByTestId("nav-home"));
    await the("queue");
    await waitFor(() => expect(chosen()).toEqual(["m0", "m1"]));
  });

  it("q06_lines_are_groups_in_order_with_corners_at_their_ends", () => {
    const lines = linesOf([published, waiting("a"), waiting("b"), delivery({ id: "n" })]);
    expect(lines.map((l) => (l.is === "heading" ? `${l.name} ${l.count}` : `${l.key} ${l.first} ${l.last}`))).toEqual([
      "Now 1",
      "n true true",
      "Waiting 2",
      "a true false",
      "b false true",
      "Done 1",
      "v1 true true",
    ]);
  });
});
