/** What the form for signing in and up takes before it asks the backend. The backend looks again. */
import { t } from "../../words/fluent.svelte";

export interface Typed {
  name: string;
  email: string;
  password: string;
  backend: string;
}
export type Gaps = Partial<Record<keyof Typed, string>>;

/** The backend's own limit for a new password, in characters. */
export const PASSWORD_MIN = 10;

/** What is missing or cannot be right, by field, in the order of the form. */
export function gapsIn(typed: Typed, isNew: boolean): Gaps {
  const gaps: Gaps = {};
  if (isNew && typed.name.trim() === "") gaps.name = t("sync-gap-name");
  if (!/^[^\s@]+@[^\s@]+$/.test(typed.email.trim())) gaps.email = t("sync-gap-email");
  if (typed.password === "") gaps.password = isNew ? t("sync-gap-password-new") : t("sync-gap-password");
  else if (isNew && [...typed.password].length < PASSWORD_MIN)
    gaps.password = t("sync-gap-password-short", { count: PASSWORD_MIN });
  const backend = backendGap(typed.backend);
  if (backend) gaps.backend = backend;
  return gaps;
}

function backendGap(text: string): string | undefined {
  const written = text.trim();
  if (written === "") return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return t("sync-gap-backend");
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isHere) return t("sync-gap-backend-plain");
  return undefined;
}
