/** More contrast without asking the system for it: its rules are made to hold always, and back. */
const WANTED = "(prefers-contrast: more)";

export function more(on: boolean): void {
  for (const sheet of document.styleSheets) turn([...sheet.cssRules], on);
}

function turn(rules: CSSRule[], on: boolean): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const { media } = rule;
      if (on && media.mediaText === WANTED) media.mediaText = `all and (min-width: 0px)`;
      else if (!on && media.mediaText === "all and (min-width: 0px)") media.mediaText = WANTED;
    }
    if ("cssRules" in rule) turn([...(rule.cssRules as CSSRuleList)], on);
  }
}
