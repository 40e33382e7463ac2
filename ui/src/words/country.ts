/** Countries by the names that people know them by. */
import { nameOf } from "./names";

/** Such as `Ghana` for `GH`; the letters themselves where they have no name. */
export const countryName = (code: string): string => nameOf("region", code.toUpperCase()) ?? code;
