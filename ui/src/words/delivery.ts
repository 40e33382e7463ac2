/** A delivery in words: its state, what is kept of it, and the news worth speaking aloud. */
import type { DeliveryView, Platform, StepView } from "../ipc";
import { platformName } from "./platform";
import { plural, sizeOf } from "./quantity";

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
  const name = platformName(platform);
  switch (state.state) {
    case "WAITING":
      return waitWords(state.why, state.until, name);
    case "PREPARING":
      return said("Getting ready");
    case "UPLOADING":
      return said("Uploading");
    case "PROCESSING":
      if (state.stage === "SCHEDULED") return said(`${name} has it, private. It becomes public`, schedule?.at ?? null);
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
    case "SCHEDULE":
      return said("Goes", until);
    case "TURN":
      return said("Waiting for its turn");
    case "NETWORK":
      return said("Waiting for the network");
    case "PLATFORM":
      return until ? said(`${name} is busy. Continues by itself`, until) : said(`Waiting for ${name}`);
    case "QUOTA":
      return said(`Today’s limit at ${name} is used up. Continues by itself`, until);
    case "ACCOUNT_LIMIT":
      return said(`${name} takes no more from this account today. Continues by itself`, until);
  }
}

/** Such as `1.3 of 2.0 GB kept`, while an upload rests with a part already there. */
export function kept(delivery: DeliveryView): string | null {
  const [confirmed, total] = [delivery.confirmed_bytes ?? 0, delivery.total_bytes ?? 0];
  const rests = ["PAUSED", "WAITING", "NEEDS_ATTENTION"].includes(delivery.state.state);
  return rests && confirmed > 0 && confirmed < total ? `${sizeOf(confirmed, total)} kept` : null;
}

/** Where a follow-up step stands. Nothing here says anything of the video itself, which is there whatever a step does. */
export function stepWords({ state }: Pick<StepView, "state">, published: boolean): StateWords {
  switch (state.state) {
    case "DONE":
      return said("Done");
    case "WAITING":
      if (state.until) return said("Continues by itself", state.until);
      return said(published ? "On its way" : "Once the video is there");
    case "NEEDS_ATTENTION":
      return said("Needs you");
  }
}

/** How many of a delivery's steps wait for the maker. */
export const stepsNeedingYou = ({ steps }: Pick<DeliveryView, "steps">): number =>
  steps.filter((s) => s.state.state === "NEEDS_ATTENTION").length;

/** Such as `1 step needs you`. */
export const stepsInWords = (count: number): string => (count === 1 ? "1 step needs you" : `${count} steps need you`);

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
    return was && stepsNeedingYou(d) > stepsNeedingYou(was) ? [`${d.title}: ${stepsInWords(stepsNeedingYou(d))}.`] : [];
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
  return [`${plural(sentences.length, "upload")}: ${stateWords(first).text}.`];
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
