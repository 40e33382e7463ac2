/** A delivery in words: its state, what is kept of it, and the news worth speaking aloud. */
import type { DeliveryView, Platform } from "../ipc";
import { platformName } from "./platform";
import { sizeOf } from "./quantity";

export interface StateWords {
  text: string;
  /** A moment that the text leads up to, shown after it. */
  until: string | null;
}

const said = (text: string, until: string | null = null): StateWords => ({ text, until });

/** Where a delivery stands, in the maker's words. */
export function stateWords({ state, platform }: Pick<DeliveryView, "state" | "platform">): StateWords {
  const name = platformName(platform);
  switch (state.state) {
    case "WAITING":
      return waitWords(state.why, state.until, name);
    case "PREPARING":
      return said("Getting ready");
    case "UPLOADING":
      return said("Uploading");
    case "PROCESSING":
      if (state.stage === "IN_INBOX") return said(`Waiting for you in ${name}`);
      if (state.stage === "AWAITING_ADDRESS") return said(`Posted. Waiting for ${name} to give its address`);
      return said(`Sent. Waiting for ${name}`);
    case "PUBLISHED":
      return state.exact
        ? said("Published")
        : said(`Posted. ${name} gives no address for private posts; this opens your profile`);
    case "NEEDS_ATTENTION":
      return said("Needs you");
    case "FAILED":
      return said("Not published");
    case "PAUSED":
      return said("Paused");
    case "CANCELLED":
      return said("Cancelled");
    case "UNCONFIRMED":
      return said(`Checking with ${name} whether it arrived. Nothing will be sent twice.`);
  }
}

type Wait = Extract<DeliveryView["state"], { state: "WAITING" }>["why"];

function waitWords(why: Wait, until: string | null, name: string): StateWords {
  switch (why) {
    case "TURN":
      return said("Waiting for its turn");
    case "NETWORK":
      return said("Waiting for the network");
    case "PLATFORM":
      return until ? said(`${name} is busy. Tries again at`, until) : said(`Waiting for ${name}`);
    case "QUOTA":
      return until
        ? said(`Today’s limit at ${name} is used up. Goes on at`, until)
        : said(`Today’s limit at ${name} is used up. Goes on by itself`);
    case "ACCOUNT_LIMIT":
      return until
        ? said(`${name} takes no more from this account today. Goes on at`, until)
        : said(`${name} takes no more from this account today. Goes on by itself`);
  }
}

/** Such as `1.3 of 2.0 GB kept`, while an upload rests with a part already there. */
export function kept(delivery: DeliveryView): string | null {
  const [confirmed, total] = [delivery.confirmed_bytes ?? 0, delivery.total_bytes ?? 0];
  const rests = ["PAUSED", "WAITING", "NEEDS_ATTENTION"].includes(delivery.state.state);
  return rests && confirmed > 0 && confirmed < total ? `${sizeOf(confirmed, total)} kept` : null;
}

/** Whole percent that never says 100 before the last byte. */
export function percent(confirmed: number, total: number): number {
  return total > 0 ? Math.min(confirmed < total ? 99 : 100, Math.floor((confirmed / total) * 100)) : 0;
}

const hasArrived = (d: DeliveryView) => d.state.state === "PROCESSING" || d.state.state === "PUBLISHED";

/** What changed from one list to the next that a listener must hear: every change of state once, no percents. */
export function news(before: DeliveryView[], after: DeliveryView[]): string[] {
  const earlier = new Map(before.map((d) => [d.id, d.state.state]));
  return after.flatMap((delivery) => {
    const was = earlier.get(delivery.id);
    if (was === undefined || was === delivery.state.state) return [];
    const text = newsOf(delivery, after);
    return text ? [text] : [];
  });
}

function newsOf(delivery: DeliveryView, all: DeliveryView[]): string | null {
  const { title } = delivery;
  const name = platformName(delivery.platform as Platform);
  switch (delivery.state.state) {
    case "PUBLISHED":
      return `${title} is published on ${name}.`;
    case "NEEDS_ATTENTION":
    case "FAILED":
      return `${title} on ${name}: ${delivery.explanation?.what ?? stateWords(delivery).text}`;
    case "PROCESSING": {
      const together = all.filter((d) => d.publication_id === delivery.publication_id);
      const done = together.filter(hasArrived).length;
      return together.length > 1
        ? `Upload ${done} of ${together.length} finished: ${title} to ${name}.`
        : `Upload finished: ${title} to ${name}.`;
    }
    case "PAUSED":
    case "CANCELLED":
    case "UNCONFIRMED":
      return `${title} on ${name}: ${stateWords(delivery).text}.`.replace("..", ".");
    default:
      return null;
  }
}
