/** What is looked for in the activity. */
import { daysOf, Queries, type Looked } from "../../app/queries";
import type { ActivityFilter, AuditAction, OutcomeKind, Platform } from "../../ipc";
import { PLATFORMS } from "../../words/platform";
import { USES } from "../../words/uses";
import { OUTCOMES, wordsOf } from "./words";

export interface Query extends Looked {
  platform: Platform | "";
  /** What a connection was used for. */
  use: AuditAction | "";
  outcome: OutcomeKind | "";
  /** The id of a delivery or connection, for whoever comes from there. */
  about: string;
}

export const NOTHING: Query = { text: "", platform: "", use: "", outcome: "", when: "", from: "", to: "", about: "" };

export const queries = new Queries<Query>("activity.query", NOTHING, {
  platform: PLATFORMS,
  use: USES,
  outcome: OUTCOMES,
  about: /^[0-9a-f-]{36}$/i,
});

/** What the core is asked for. */
export const filterOf = (query: Query, today: string): ActivityFilter => ({
  words: wordsOf(query.text),
  platform: query.platform || null,
  action: query.use || null,
  outcome: query.outcome || null,
  about: query.about || null,
  ...daysOf(query, today),
});

export const isNarrowed = (query: Query): boolean => queries.addressOf({ ...query, text: query.text.trim() }) !== "";
