/**
 * Where the maker is: the screen, the field with the cursor, and how far it is scrolled. The core keeps it beside the
 * drafts, and not the web view in its own storage, which it writes some time later: after a kill both must be of one moment.
 */
import { commands, type Place } from "../ipc";

/** As soon after a change as a text is saved. */
const PAUSE_MS = 200;
/** A screen that is still being read after this time is shown from its start. */
const PATIENCE_MS = 3_000;

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && element.type === "text" && element.id !== "");

/** The element of the screen that scrolls. */
const scroller = (): Element | undefined =>
  [...document.querySelectorAll("main .screen .scroll, main .screen .sheet")].find((element) => {
    const { overflowY } = getComputedStyle(element);
    return overflowY === "auto" && element.scrollHeight > element.clientHeight;
  });

function placeNow(): Place {
  const at = document.activeElement;
  const field = isTextField(at) && at.id !== "" && at.closest("main") ? at : null;
  return {
    address: location.hash || "#/",
    field: field?.id ?? null,
    start: field?.selectionStart ?? 0,
    end: field?.selectionEnd ?? 0,
    scroll: Math.round(scroller()?.scrollTop ?? 0),
  };
}

/** Leads to where the window was when it was closed, before anything is shown. What an address asked for comes first. */
export async function lastPlace(): Promise<Place | null> {
  if (location.hash !== "") return null;
  const place = await commands.lastPlace().catch(() => null);
  if (place) history.replaceState(null, "", place.address.startsWith("#/") ? place.address : "#/");
  return place;
}

/** Puts the cursor and the scroll place back, as soon as the screen has what they belong to. */
export function putBack(place: Place): () => void {
  const begun = Date.now();
  const look = () => {
    const field = place.field === null ? null : document.getElementById(place.field);
    const isThere = place.field === null || isTextField(field);
    const tall = (scroller()?.scrollHeight ?? 0) - (scroller()?.clientHeight ?? 0);
    // Whoever has begun to do something is not carried away from it.
    const isTaken = location.hash !== place.address || isTextField(document.activeElement);
    if (isTaken || (Date.now() - begun > PATIENCE_MS && !isThere)) return end();
    if (!isThere || (tall < place.scroll && Date.now() - begun <= PATIENCE_MS)) return;
    if (isTextField(field)) {
      field.focus({ preventScroll: true });
      field.setSelectionRange(place.start, place.end);
    }
    scroller()?.scrollTo({ top: place.scroll });
    end();
  };
  const watch = new MutationObserver(look);
  const late = setTimeout(look, PATIENCE_MS + 100);
  const end = () => {
    watch.disconnect();
    clearTimeout(late);
  };
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  return end;
}

/** Tells the core where the maker is, whenever that has changed; returns what ends it. */
export function keepPlace(): () => void {
  let kept = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    timer = undefined;
    const place = placeNow();
    const text = JSON.stringify(place);
    if (text === kept) return;
    kept = text;
    // What is lost of it is a place, and the next one is told.
    void commands.keepPlace(place).catch(() => (kept = ""));
  };
  const soon = () => (timer ??= setTimeout(keep, PAUSE_MS));
  const events = ["selectionchange", "focusin", "scroll", "hashchange", "input"] as const;
  for (const event of events) addEventListener(event, soon, { capture: true, passive: true });
  document.addEventListener("selectionchange", soon);
  addEventListener("blur", keep);
  soon();
  return () => {
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, soon, { capture: true });
    document.removeEventListener("selectionchange", soon);
    removeEventListener("blur", keep);
  };
}
