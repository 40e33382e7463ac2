/** How the ways a sign-in ends are told apart. The core's sentence says the rest. */
import type { SignInOutcome } from "../../ipc";

export function outcomeWords(outcome: SignInOutcome): { title: string; tone: "good" | "plain" | "warn" | "bad" } {
  switch (outcome) {
    case "CONNECTED":
      return { title: "Connected", tone: "good" };
    case "OTHER_ACCOUNT":
      return { title: "Connected to another account than before", tone: "warn" };
    case "CONNECTED_WITH_LESS":
      return { title: "Connected, without some rights", tone: "warn" };
    case "REFUSED":
      return { title: "You said no on the platform’s page", tone: "plain" };
    case "CANCELLED":
      return { title: "Sign-in cancelled", tone: "plain" };
    case "TIMED_OUT":
      return { title: "Nobody answered in time", tone: "warn" };
    case "NO_NETWORK":
      return { title: "No network", tone: "warn" };
    case "KEYRING":
      return { title: "The password store did not take the keys", tone: "bad" };
    case "PLATFORM_REFUSED":
      return { title: "The platform refused", tone: "bad" };
  }
}
