/** How the ways a sign-in ends are told apart. The core's sentence says the rest. */
import type { SignInOutcome } from "../../ipc";
import { t } from "../../words/fluent.svelte";

export function outcomeWords(outcome: SignInOutcome): { title: string; tone: "good" | "plain" | "warn" | "bad" } {
  switch (outcome) {
    case "CONNECTED":
      return { title: t("connections-connected"), tone: "good" };
    case "OTHER_ACCOUNT":
      return { title: t("connections-other-account"), tone: "warn" };
    case "CONNECTED_WITH_LESS":
      return { title: t("connections-outcome-less"), tone: "warn" };
    case "REFUSED":
      return { title: t("connections-outcome-refused"), tone: "plain" };
    case "CANCELLED":
      return { title: t("connections-outcome-cancelled"), tone: "plain" };
    case "TIMED_OUT":
      return { title: t("connections-outcome-timed-out"), tone: "warn" };
    case "NO_NETWORK":
      return { title: t("connections-outcome-no-network"), tone: "warn" };
    case "KEYRING":
      return { title: t("connections-outcome-keyring"), tone: "bad" };
    case "PLATFORM_REFUSED":
      return { title: t("connections-outcome-platform"), tone: "bad" };
  }
}
