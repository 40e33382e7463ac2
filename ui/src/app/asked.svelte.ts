/** What a screen's list is asked for: the query and the screen's address follow each other. Made while the screen is set up. */
import { untrack } from "svelte";

import type { Looked, Queries } from "./queries";
import type { Studio } from "./studio.svelte";

export class Asked<Q extends Looked & { [K in keyof Q]: string }> {
  query = $state.raw() as Q;

  /** `isPassing` says of what not to come back to. */
  constructor(
    app: Studio,
    name: "library" | "activity",
    queries: Queries<Q>,
    address: () => string,
    isPassing: (query: Q) => boolean = () => false,
  ) {
    // Whoever comes without saying what for finds the list as it was left.
    this.query = queries.read(untrack(address) || queries.left());
    $effect.pre(() => {
      // The address was changed by somebody else: a link, a step back.
      const said = address();
      untrack(() => {
        if (said !== "" && said !== queries.addressOf(this.query)) this.query = queries.read(said);
      });
    });
    $effect(() => {
      const said = queries.addressOf(this.query);
      if (!isPassing(this.query)) queries.keep(said);
      if (said !== address()) app.router.become({ name, query: said });
    });
  }

  change = (part: Partial<Q>): void => void (this.query = { ...this.query, ...part });
}
