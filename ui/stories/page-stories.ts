/** The screens of the maker's page in every state: services, profile and links. */
import type { LinkView, ServiceView } from "../src/ipc";
import { emptyWorld, type World } from "../src/ipc/fake";
import { conflict, link, profile, service, signedIn } from "../src/ipc/samples";
import { at, there } from "./hands";
import { CHAIR, WORKSHOP } from "./pictures";
import type { Story } from "./story";
import { full, minutesAgo } from "./worlds";

const services = (): ServiceView[] => [
  service({}, { updated_at: minutesAgo(12) }),
  service(
    {
      title: "Moving house, two people and a van",
      description: "Lyon and up to 60 km around it. Stairs are no trouble; a piano is, ask first.",
      price: 180,
    },
    { id: "s2", updated_at: minutesAgo(3_000) },
  ),
  service(
    { title: "Christmas market round trip", description: null, price: 45, hidden: true },
    { id: "s3", updated_at: minutesAgo(50_000) },
  ),
  service(
    {
      title: "Oiling and waxing a table top",
      description: "At your place, in one day. Three thin coats of hard-wax oil.",
      price: 1_240,
      kind: "ARTISAN",
    },
    { id: "s4", updated_at: minutesAgo(800) },
  ),
  service(
    { title: "", description: "Two days, tools are here.", price: 0, kind: "ARTISAN", hidden: true },
    { id: "s5", missing: "Give it a title, so that people know what it is.", updated_at: minutesAgo(2) },
  ),
  service(
    { title: "Selling your furniture at our stand", description: "Ten in a hundred.", price: 0, kind: "AGENT" },
    { id: "s6", updated_at: minutesAgo(9_000) },
  ),
];

const links = (): LinkView[] => [
  link({}, { updated_at: minutesAgo(30) }),
  link({ platform: "YouTube", url: "https://www.youtube.com/@martaoak" }, { id: "l2" }),
  link({ platform: "My shop", url: "https://oak.example/shop" }, { id: "l3" }),
];

const me = () =>
  profile(
    {
      name: "Marta Oak",
      country: "FR",
      bio: "I make chairs and stools from oak that grew within a day’s walk of the workshop, and repair what others made.\n\nOn Saturdays you find me at the market in Lyon, place Bellecour.",
    },
    { address: "https://studio.example.com/m/0192f0c4-7d1a", updated_at: minutesAgo(8) },
  );

const [FACE, OTHER_FACE] = ["f".repeat(64), "0".repeat(64)];
const withFace = () => profile({ ...me().fields, picture: FACE }, { address: me().address, updated_at: minutesAgo(3) });

const workshop = (part: Partial<World> = {}): Partial<World> => ({
  ...full(),
  sync: signedIn(),
  profile: me(),
  services: services(),
  links: links(),
  ...part,
});

const DATABASE = "The database is in use by another program. Close it, then try again.";
const head = (id: string) => document.querySelector<HTMLElement>(`[data-service=${id}] [data-testid=service-head]`);
const type = (testid: string, text: string) => {
  const field = at(testid) as HTMLInputElement | HTMLTextAreaElement | null;
  if (!field) return;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

export const PAGE_STORIES: Record<string, Story> = {
  "services-full": { hash: "#/services", world: workshop, until: there("service") },
  "services-empty": { hash: "#/services", world: () => ({ profile: me() }) },
  "services-loading": { hash: "#/services", prepare: (core) => core.hang("services") },
  "services-error": { hash: "#/services", prepare: (core) => core.refuse("services", DATABASE) },
  "services-offline": {
    hash: "#/services",
    world: () =>
      workshop({
        sync: signedIn({ state: "OFFLINE", offline_since: minutesAgo(25), waiting: 2 }),
        overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) },
      }),
    until: there("service"),
  },
  "services-open": {
    hash: "#/services",
    world: workshop,
    then: () => head("s2")?.click(),
    until: there("service-price"),
  },
  "services-new": {
    hash: "#/services",
    world: () => workshop({ services: services().slice(0, 2) }),
    then: () => at("new-service")?.click(),
    until: there("service-price"),
  },
  "services-price": {
    hash: "#/services",
    world: workshop,
    then: () => {
      head("s1")?.click();
      const wait = () => (at("service-price") ? type("service-price", "24.555") : requestAnimationFrame(wait));
      wait();
    },
    until: () => document.querySelector(".error") !== null,
  },
  "services-menu": {
    hash: "#/services",
    world: workshop,
    then: () => at("service-menu")?.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, button: 0 })),
    until: there("service-delete"),
  },
  "services-undo": {
    hash: "#/services",
    world: workshop,
    then: () => head("s2")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true })),
    until: there("toast"),
  },
  "services-refused": {
    hash: "#/services",
    world: workshop,
    prepare: (core) =>
      core.refuse("saveService", "The disk is full. Make room, then try again: nothing typed is lost."),
    then: () => {
      head("s1")?.click();
      const wait = () => (at("service-title") ? type("service-title", "Delivery") : requestAnimationFrame(wait));
      wait();
    },
    until: () => at("saved")?.dataset.state === "refused",
  },
  "services-conflict": {
    hash: "#/services",
    world: () =>
      workshop({
        conflicts: [
          conflict({
            table: "services",
            row: "s1",
            title: "Delivery in Lyon",
            field: "price",
            shown: "24.5",
            kept: [{ version: "k1", value: "30", device: "Laptop", at: minutesAgo(40) }],
            can_be_two: false,
          }),
        ],
      }),
    until: there("row-conflicts"),
  },
  "profile-full": { hash: "#/profile", world: workshop, until: there("link") },
  "profile-start": { hash: "#/profile", until: there("profile-name") },
  "profile-loading": { hash: "#/profile", prepare: (core) => core.hang("profile") },
  "profile-error": { hash: "#/profile", prepare: (core) => core.refuse("profile", DATABASE) },
  "profile-offline": {
    hash: "#/profile",
    world: () =>
      workshop({
        sync: signedIn({ state: "OFFLINE", offline_since: minutesAgo(25), waiting: 2 }),
        overview: { ...emptyWorld().overview, offline_since: minutesAgo(25) },
      }),
    until: there("link"),
  },
  "profile-country": {
    hash: "#/profile",
    world: workshop,
    then: () => {
      type("profile-country", "an");
    },
    until: there("countries"),
  },
  "profile-broken": {
    hash: "#/profile",
    world: () =>
      workshop({
        links: [
          link(
            { platform: "Instagram", url: "https://instagram.com/" },
            {
              trouble:
                "It leads to the front page of Instagram, not to yours. Open your page there and copy its address.",
            },
          ),
          link(
            { platform: "", url: "marta oak" },
            {
              id: "l2",
              shown: false,
              trouble: "This is no address. Copy it from your browser’s address bar and paste it here.",
            },
          ),
          ...links().slice(2),
        ],
      }),
    then: () => at("links")?.scrollIntoView(),
    until: there("link-trouble"),
  },
  "profile-over": {
    hash: "#/profile",
    world: () => workshop({ profile: profile({ name: " ", bio: "I make chairs from oak. ".repeat(40) }), links: [] }),
    until: there("profile-bio"),
  },
  "profile-picture": {
    hash: "#/profile",
    world: () => workshop({ profile: withFace(), photos: { [FACE]: WORKSHOP } }),
    until: () => at("preview")?.querySelector("img") !== null,
  },
  "profile-picture-refused": {
    hash: "#/profile",
    world: () => workshop(),
    prepare: (core) =>
      core.refuse(
        "chooseProfilePicture",
        "We take JPEG, PNG and WebP. This is an SVG drawing: export it as JPEG or PNG and add that.",
        { code: "BAD_INPUT" },
      ),
    then: () => at("choose-picture")?.click(),
    until: there("picture-error"),
  },
  "profile-picture-conflict": {
    hash: "#/profile",
    world: () =>
      workshop({
        profile: withFace(),
        photos: { [FACE]: WORKSHOP, [OTHER_FACE]: CHAIR },
        conflicts: [
          conflict({
            table: "makers",
            row: "maker",
            title: "Marta Oak",
            field: "picture",
            shown: FACE,
            kept: [{ version: "k1", value: OTHER_FACE, device: "Laptop", at: minutesAgo(40) }],
            can_be_two: false,
          }),
        ],
      }),
    until: () => at("conflict-shown")?.querySelector("img") !== null,
  },
  "profile-conflict": {
    hash: "#/profile",
    world: () =>
      workshop({
        conflicts: [
          conflict({
            table: "makers",
            row: "maker",
            title: "Marta Oak",
            field: "bio",
            shown: "I make chairs and stools from oak.",
            kept: [
              { version: "k1", value: "I make chairs and benches from ash.", device: "Laptop", at: minutesAgo(40) },
            ],
            can_be_two: false,
          }),
        ],
      }),
    until: there("row-conflicts"),
  },
};
