/** Which screen is shown, kept in the address after `#`. */

export type Route =
  | { name: "home" }
  | { name: "draft"; id: string }
  | { name: "posts" }
  | { name: "post"; id: string }
  | { name: "calendar" }
  | { name: "videos" }
  | { name: "services" }
  | { name: "profile" }
  | { name: "connections" }
  | { name: "sync" }
  | { name: "settings" };

/** The screens that need no more than their name. */
const PLACES = ["posts", "calendar", "videos", "services", "profile", "connections", "sync", "settings"] as const;

/** The route of an address; anything unknown is Home. */
export function parseHash(hash: string): Route {
  const [name, id] = hash.replace(/^#\/?/, "").split("/");
  if ((name === "draft" || name === "post") && id) return { name, id: decodeURIComponent(id) };
  const place = PLACES.find((place) => place === name);
  if (place) return { name: place };
  return { name: "home" };
}

export function hashOf(route: Route): string {
  if (route.name === "home") return "#/";
  return "id" in route ? `#/${route.name}/${encodeURIComponent(route.id)}` : `#/${route.name}`;
}

export class Router {
  route = $state.raw<Route>(parseHash(location.hash));

  go(route: Route): void {
    location.hash = hashOf(route);
    this.route = route;
  }

  /** Follows the address; returns what stops it. */
  follow(): () => void {
    const read = () => (this.route = parseHash(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }
}
