/** Which screen is shown, kept in the address after `#`. */

export type Route =
  | { name: "home" }
  | { name: "draft"; id: string }
  | { name: "together" }
  | { name: "posts" }
  | { name: "post"; id: string }
  | { name: "library"; query?: string }
  | { name: "calendar" }
  | { name: "services" }
  | { name: "profile" }
  | { name: "connections" }
  | { name: "activity"; query?: string }
  | { name: "deleted" }
  | { name: "sync" }
  | { name: "settings" };

/** The screens that need no more than their name. */
const PLACES = [
  "together",
  "posts",
  "calendar",
  "services",
  "profile",
  "connections",
  "deleted",
  "sync",
  "settings",
] as const;

/** The route of an address; anything unknown is Home. */
export function parseHash(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [name, id] = path.split("/");
  if ((name === "draft" || name === "post") && id) return { name, id: decodeURIComponent(id) };
  if (name === "library" || name === "activity") return query ? { name, query } : { name };
  const place = PLACES.find((place) => place === name);
  if (place) return { name: place };
  return { name: "home" };
}

export function hashOf(route: Route): string {
  if (route.name === "home") return "#/";
  if (route.name === "library" || route.name === "activity")
    return `#/${route.name}${route.query ? `?${route.query}` : ""}`;
  return "id" in route ? `#/${route.name}/${encodeURIComponent(route.id)}` : `#/${route.name}`;
}

/** The screens beside Home and the posts from which a draft or a post is opened, to come back to the next. */
const LISTS: Route["name"][] = ["library", "calendar", "together"];

export class Router {
  route = $state.raw<Route>(parseHash(location.hash));
  /** The list from which what is open was opened; nothing where it was another way. */
  origin: Route | undefined;

  go(route: Route): void {
    location.hash = hashOf(route);
    this.#show(route);
  }

  #show(route: Route): void {
    if (!("id" in route)) this.origin = undefined;
    else if (LISTS.includes(this.route.name)) this.origin = this.route;
    this.route = route;
  }

  /** Changes the address of what is shown, without a step to go back to. */
  become(route: Route): void {
    history.replaceState(null, "", hashOf(route));
    this.route = route;
  }

  /** Follows the address; returns what stops it. */
  follow(): () => void {
    const read = () => this.#show(parseHash(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }
}
