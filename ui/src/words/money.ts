/** Prices: as people write them, as they are shown in the window, and as the page shows them. */
import { decimal, formats, t } from "./fluent.svelte";
import { numberFormat } from "./intl";
import { nameOf } from "./names";

/** How many decimals a price of this currency has; the core keeps two at most. */
export function decimalsOf(currency: string): number {
  try {
    const { maximumFractionDigits = 2 } = numberFormat("en", { style: "currency", currency }).resolvedOptions();
    return Math.min(maximumFractionDigits, 2);
  } catch {
    return 2;
  }
}

/** Such as `€24.50`; a currency that nobody knows stands behind the number. */
export function money(price: number, currency: string): string {
  try {
    const decimals = decimalsOf(currency);
    return numberFormat(formats(), {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(price);
  } catch {
    return `${price.toFixed(2)} ${currency}`;
  }
}

/** What stands in the field: plain digits that can be typed again. */
export const priceText = (price: number, currency: string): string =>
  numberFormat(formats(), { ...sameDecimals(decimalsOf(currency)), useGrouping: false }).format(price);

const sameDecimals = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

export type Price = { price: number } | { trouble: string };

/** What somebody typed as a price, with a comma or a point; or what is wrong with it, with an example of a good one. */
export function readPrice(text: string, currency: string): Price {
  const decimals = decimalsOf(currency);
  const example = decimals === 0 ? "1500" : decimal(24.5, 2);
  const typed = text.trim().replaceAll(/[\s\u00a0\u202f]/g, "");
  if (typed === "") return { trouble: t("words-price-none", { example }) };
  if (/^[-−]/.test(typed)) return { trouble: t("words-price-negative", { example }) };
  const parts =
    /^(\d{1,12})(?:[.,](\d*))?$/.exec(typed) ??
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(typed) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d*)$/.exec(typed);
  if (!parts) return { trouble: t("words-price-not-one", { example }) };
  const [, whole = "0", decimalsTyped = ""] = parts;
  const rest = decimalsTyped.replace(/0+$/, "");
  if (rest.length > decimals)
    return {
      trouble:
        decimals === 0
          ? t("words-price-no-hundredths", { currency, example })
          : t("words-price-two-decimals", { example }),
    };
  return { price: Number(`${whole.replaceAll(/[.,]/g, "")}.${rest || "0"}`) };
}

/** An amount as the public page writes it: groups of three that no line parts, and the currency's letters apart. */
export function pageAmount(price: number, currency: string): string {
  const [whole = "0", rest] = price.toFixed(decimalsOf(currency)).split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, "\u202f");
  return rest ? `${grouped}.${rest}` : grouped;
}

/** Such as `Euro`; the letters where it has no name. */
export const currencyName = (code: string): string => nameOf("currency", code) ?? code;

/** All currencies by their letters, and this one even where it is not among them. */
export function currencies(mine: string): string[] {
  const known = Intl.supportedValuesOf("currency");
  return known.includes(mine) ? known : [mine, ...known];
}
