/** The public page: profile, services, links. */
import type { CountryView, LinkView, ProfileView, ServiceView } from "..";
import { link, profile, service } from "../samples";
import { moved, row, type Answers, type Core } from "./core";

export interface PageWorld {
  profile: ProfileView;
  /** The picture that is chosen next; none: the dialog is closed. */
  portrait: string | null;
  services: ServiceView[];
  links: LinkView[];
  countries: CountryView[];
}

export const emptyPage = (): PageWorld => ({
  profile: profile({ name: "My page" }),
  portrait: null,
  services: [],
  links: [],
  countries: [
    { code: "AX", name: "Åland Islands" },
    { code: "FR", name: "France" },
    { code: "DE", name: "Germany" },
    { code: "GH", name: "Ghana" },
    { code: "GB", name: "United Kingdom" },
    { code: "US", name: "United States" },
  ],
});

export function pageAnswers(core: Core): Answers {
  const { world } = core;
  const gone: Record<string, ServiceView | LinkView> = {};
  const saved = <T extends ServiceView | LinkView>(rows: T[], id: string, fields: T["fields"]): T =>
    Object.assign(row(rows, id), { fields, updated_at: core.now });
  return {
    profile: () => world.profile,
    chooseProfilePicture: () => {
      const picture = world.portrait ?? world.profile.fields.picture;
      return Object.assign(world.profile, { fields: { ...world.profile.fields, picture }, updated_at: core.now });
    },
    saveProfile: (_shown: ProfileView["fields"], fields: ProfileView["fields"]) =>
      Object.assign(world.profile, { fields, updated_at: core.now }),
    countries: () => world.countries,
    services: () => world.services,
    newService: () => {
      const begun = service(
        { title: "", description: null, price: 0, kind: "ARTISAN", hidden: true },
        { id: `new${world.services.length}`, missing: "Give it a title, so that people know what it is." },
      );
      world.services = [...world.services, begun];
      return begun;
    },
    saveService: (id: string, _shown: unknown, fields: ServiceView["fields"]) => saved(world.services, id, fields),
    duplicateService: (id: string) => {
      const { fields } = row(world.services, id);
      const copy = service({ ...fields, title: `${fields.title} (copy)`, hidden: true }, { id: `${id}copy` });
      world.services = world.services.flatMap((other) => (other.id === id ? [other, copy] : other));
      return copy;
    },
    moveService: (id: string, before: string | null) => (world.services = moved(world.services, id, before)),
    deleteService: (id: string) => {
      gone[id] = row(world.services, id);
      world.services = world.services.filter((other) => other.id !== id);
    },
    restoreService: (id: string) => {
      world.services = [...world.services, gone[id] as ServiceView];
      core.emit("changed", { tables: ["services"] });
    },
    leaveService: (id: string) =>
      void (world.services = world.services.filter((other) => other.id !== id || other.fields.title !== "")),
    links: () => world.links,
    addLink: (url: string) => {
      const added = link({ platform: "Instagram", url }, { id: `new${world.links.length}` });
      world.links = [...world.links, added];
      return added;
    },
    saveLink: (id: string, _shown: unknown, fields: LinkView["fields"]) => saved(world.links, id, fields),
    moveLink: (id: string, before: string | null) => (world.links = moved(world.links, id, before)),
    deleteLink: (id: string) => {
      gone[id] = row(world.links, id);
      world.links = world.links.filter((other) => other.id !== id);
    },
    restoreLink: (id: string) => {
      world.links = [...world.links, gone[id] as LinkView];
      core.emit("changed", { tables: ["social_links"] });
    },
    openPage: () => null,
    copyPageLink: () => null,
  };
}
