/** A delivery in words: its state, what is kept of it, and the news worth speaking aloud. */
import type { DeliveryView, Platform, StepView } from "../ipc";
import { t } from "./fluent.svelte";
import { platformName } from "./platform";
import { sizeOf } from "./quantity";

export interface StateWords {
  text: string;
  /** A moment that the text leads up to, shown after it. */
  until: string | null;
}

const said = (text: string, until: string | null = null): StateWords => ({ text, until });

/** Where a delivery stands, in the maker's words. */
export function stateWords({
  state,
  platform,
  schedule,
}: Pick<DeliveryView, "state" | "platform"> & Partial<Pick<DeliveryView, "schedule">>): StateWords {
  const name = { platform: platformName(platform) };
  switch (state.state) {
    case "WAITING":
      return waitWords(state.why, state.until, name);
    case "PREPARING":
      return said(t("words-state-preparing"));
    case "UPLOADING":
      return said(t("words-state-uploading"));
    case "PROCESSING":
      if (state.stage === "SCHEDULED") return said(t("words-state-scheduled", name), schedule?.at ?? null);
      if (state.stage === "IN_INBOX") return said(t("words-state-inbox", name));
      if (state.stage === "AWAITING_ADDRESS") return said(t("words-state-address", name));
      return said(t("words-state-sent", name));
    case "PUBLISHED":
      return said(state.exact ? t("words-state-published") : t("words-state-posted", name));
    case "NEEDS_ATTENTION":
      return said(t("words-state-needs-you"));
    case "FAILED":
      return said(t("words-state-failed"));
    case "PAUSED":
      return said(t("words-state-paused"));
    case "CANCELLED":
      return said(t("words-state-cancelled"));
    case "UNCONFIRMED":
      return said(t("words-state-unconfirmed", name));
  }
}

type Wait = Extract<DeliveryView["state"], { state: "WAITING" }>["why"];

function waitWords(why: Wait, until: string | null, name: { platform: string }): StateWords {
  switch (why) {
    case "SCHEDULE":
      return said(t("words-wait-schedule"), until);
    case "TURN":
      return said(t("words-wait-turn"));
    case "NETWORK":
      return said(t("words-wait-network"));
    case "METERED":
      return said(t("words-wait-metered"));
    case "PLATFORM":
      return until ? said(t("words-wait-platform-until", name), until) : said(t("words-wait-platform", name));
    case "QUOTA":
      return said(t("words-wait-quota", name), until);
    case "ACCOUNT_LIMIT":
      return said(t("words-wait-account", name), until);
  }
}

/** Such as `1.3 of 2.0 GB kept`, while an upload rests with a part already there. */
export function kept(delivery: DeliveryView): string | null {
  const [confirmed, total] = [delivery.confirmed_bytes ?? 0, delivery.total_bytes ?? 0];
  const rests = ["PAUSED", "WAITING", "NEEDS_ATTENTION"].includes(delivery.state.state);
  return rests && confirmed > 0 && confirmed < total ? t("words-kept", { size: sizeOf(confirmed, total) }) : null;
}

/** Where a follow-up step stands. Nothing here says anything of the video itself, which is there whatever a step does. */
export function stepWords({ state }: Pick<StepView, "state">, published: boolean): StateWords {
  switch (state.state) {
    case "DONE":
      return said(t("words-step-done"));
    case "WAITING":
      if (state.until) return said(t("words-step-until"), state.until);
      return said(published ? t("words-step-on-its-way") : t("words-step-after-video"));
    case "NEEDS_ATTENTION":
      return said(t("words-step-needs-you"));
  }
}

/** How many of a delivery's steps wait for the maker. */
export const stepsNeedingYou = ({ steps }: Pick<DeliveryView, "steps">): number =>
  steps.filter((s) => s.state.state === "NEEDS_ATTENTION").length;

/** Such as `1 step needs you`. */
export const stepsInWords = (count: number): string => t("words-steps-need-you", { count });

/** Whole percent that never says 100 before the last byte. */
export function percent(confirmed: number, total: number): number {
  return total > 0 ? Math.min(confirmed < total ? 99 : 100, Math.floor((confirmed / total) * 100)) : 0;
}

const hasArrived = (d: DeliveryView) => d.state.state === "PROCESSING" || d.state.state === "PUBLISHED";

/** As many sentences about one kind of change as a listener can bear; more are told as a number. */
const MOST_SENTENCES = 3;

/** What changed from one list to the next that a listener must hear: every change of state once, no percents. */
export function news(before: DeliveryView[], after: DeliveryView[]): string[] {
  const earlier = new Map(before.map((d) => [d.id, d]));
  const changed = after.filter((d) => {
    const was = earlier.get(d.id);
    return was !== undefined && was.state.state !== d.state.state;
  });
  const steps = after.flatMap((d) => {
    const was = earlier.get(d.id);
    return was && stepsNeedingYou(d) > stepsNeedingYou(was)
      ? [t("words-news-steps", { title: d.title, count: stepsNeedingYou(d) })]
      : [];
  });
  const states = [...new Set(changed.map((d) => d.state.state))];
  const sentences = states.flatMap((state) =>
    tellOf(
      changed.filter((d) => d.state.state === state),
      after,
    ),
  );
  return [...sentences, ...steps];
}

function tellOf(same: DeliveryView[], all: DeliveryView[]): string[] {
  const sentences = same.flatMap((d) => newsOf(d, all) ?? []);
  const [first] = same;
  if (!first || sentences.length <= MOST_SENTENCES) return sentences;
  return [t("words-news-many", { count: sentences.length, state: stateWords(first).text })];
}

function newsOf(delivery: DeliveryView, all: DeliveryView[]): string | null {
  const { title } = delivery;
  const platform = platformName(delivery.platform as Platform);
  switch (delivery.state.state) {
    case "PUBLISHED":
      return t("words-news-published", { title, platform });
    case "NEEDS_ATTENTION":
    case "FAILED":
      return t("words-news-stopped", {
        title,
        platform,
        what: delivery.explanation?.what ?? stateWords(delivery).text,
      });
    case "PROCESSING": {
      const together = all.filter((d) => d.publication_id === delivery.publication_id);
      const done = together.filter(hasArrived).length;
      return together.length > 1
        ? t("words-news-one-of", { done, all: together.length, title, platform })
        : t("words-news-finished", { title, platform });
    }
    case "PAUSED":
    case "CANCELLED":
    case "UNCONFIRMED":
      return t("words-news-state", { title, platform, state: stateWords(delivery).text }).replace("..", ".");
    default:
      return null;
  }
}
