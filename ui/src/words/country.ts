/** Countries by the names that people know them by. */

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** Such as `Ghana` for `GH`; the letters themselves where they have no name. */
export function countryName(code: string): string {
  try {
    return names.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}
