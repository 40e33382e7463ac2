/** What the form for signing in and up takes before it asks the backend. The backend looks again. */

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
  if (isNew && typed.name.trim() === "") gaps.name = "Say what you are called, such as Marta Oak.";
  if (!/^[^\s@]+@[^\s@]+$/.test(typed.email.trim())) gaps.email = "Write a whole address, such as marta@example.com.";
  if (typed.password === "") gaps.password = isNew ? "Choose a password." : "Write your password.";
  else if (isNew && [...typed.password].length < PASSWORD_MIN)
    gaps.password = `A password has ${PASSWORD_MIN} characters or more: a few words in a row are good.`;
  const backend = backendGap(typed.backend);
  if (backend) gaps.backend = backend;
  return gaps;
}

function backendGap(text: string): string | undefined {
  const written = text.trim();
  if (written === "") return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return "Write its address as https://studio.example.com.";
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === "http:" && !isHere)
    return "This address is not encrypted: others could read your work on its way. Write it with https.";
  return undefined;
}
