/** The maker's page in words, as the page itself has them. */
import { t } from "./fluent.svelte";

/** What kind of work a service is, in the order in which the window groups them. */
export const serviceKinds = (): [kind: string, name: string][] => [
  ["DRIVER", t("words-kind-driver")],
  ["AGENT", t("words-kind-agent")],
  ["ARTISAN", t("words-kind-artisan")],
];

/** A kind by its name; nothing for a word of a newer version. */
export const kindName = (kind: string): string | undefined => serviceKinds().find(([known]) => known === kind)?.[1];

/** The first letters of the first two words of a name. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join("")
    .toUpperCase();

/** The host of an address without `www.`; nothing where it is none of the web. */
export function hostOf(address: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(address.trim());
    return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, "") : undefined;
  } catch {
    return undefined;
  }
}

/** An address as the core keeps it: with `https://` where only that was left out. */
export function tidyAddress(address: string): string {
  const text = address.trim();
  return /^[^\s:@/?#.][^\s:@/?#]*\.[^\s:@/?#]+([/?#]|$)/.test(text) ? `https://${text}` : text;
}
