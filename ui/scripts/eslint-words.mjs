/**
 * Words that are shown stand in `locales/`, and nowhere in the code. This finds texts in markup, in the attributes that are
 * read or read aloud, and strings that look like words of a sentence or a label.
 */

/** What is called so in every language. */
const NAMES = /^(Maker Studio|YouTube|TikTok|WhatsApp|Telegram|Linux|macOS|Windows|Esc|Ctrl|Del)$/;
const READ = new Set(["title", "aria-label", "placeholder", "alt", "label", "aria-valuetext", "aria-description"]);
/** Keys of the keyboard, as events call them. */
const KEYS = /^(Arrow|Page|Mod|Alt|Ctrl|Shift|Enter|Escape|Delete|Backspace|Home|End|Space|Tab)/;
/** Calls whose texts are for the program, or for those who build it. */
const CALLS =
  /^(querySelector|querySelectorAll|closest|matches|getElementById|getPropertyValue|replaceAll|replace|match|split|join|includes|startsWith|endsWith|error|warn|Error|t|DateTimeFormat|NumberFormat|read|of)$/;

const hasWords = (text) => /\p{L}{2}/u.test(text) && !NAMES.test(text.trim()) && !/^https?:\/\/\S*$/.test(text.trim());

/** A label or a sentence: it begins as one, or holds words side by side. */
const looksShown = (text) => {
  const words = text.trim();
  if (NAMES.test(words) || KEYS.test(words)) return false;
  return /^[“\p{Lu}][\p{Ll}’]+([ ,.:…?!”]|$)/u.test(words) || /(^|\s)[\p{L}’]{2,} [\p{L}’]{2,}[.:,…]/u.test(words);
};

function isForTheProgram(node) {
  for (let at = node, up = node.parent; up; at = up, up = up.parent) {
    if (/^(Import|Export\w*)Declaration$/.test(up.type) && up.source === at) return true;
    if (/^TS/.test(up.type) && up.type !== "TSAsExpression" && up.type !== "TSSatisfiesExpression") return true;
    if (up.type === "BinaryExpression" || up.type === "SwitchCase")
      return up.test === at || up.type === "BinaryExpression";
    if (up.type === "Property" && up.key === at && !up.computed) return true;
    if (up.type === "MemberExpression" && up.property === at) return true;
    if (up.type === "CallExpression" || up.type === "NewExpression") {
      const called = up.callee.property?.name ?? up.callee.name ?? "";
      return up.callee !== at && CALLS.test(called);
    }
    if (up.type === "SvelteAttribute")
      return /^(class|style|id|for|role|type|data-|name|lang|href|src)/.test(up.key.name) && !READ.has(up.key.name);
    if (/^Svelte(StyleDirective|Directive|GenericsDirective)$/.test(up.type)) return up.type !== "SvelteDirective";
    if (/(Function|Statement|Declaration|Element)/.test(up.type)) return false;
  }
  return false;
}

export default {
  meta: {
    type: "problem",
    schema: [],
    messages: { words: "“{{text}}” is shown: put it into locales/en, and use its key." },
  },
  create(context) {
    const report = (node, text) =>
      context.report({ node, messageId: "words", data: { text: text.trim().slice(0, 60) } });
    return {
      SvelteText(node) {
        if (node.parent.type === "SvelteStyleElement" || node.parent.type === "SvelteScriptElement") return;
        if (hasWords(node.value)) report(node, node.value);
      },
      SvelteLiteral(node) {
        if (READ.has(node.parent.key?.name) && hasWords(node.value)) report(node, node.value);
        else if (node.parent.parent?.parent?.kind === "component" && looksShown(node.value)) report(node, node.value);
      },
      Literal(node) {
        if (typeof node.value === "string" && looksShown(node.value) && !isForTheProgram(node))
          report(node, node.value);
      },
      TemplateElement(node) {
        const text = node.value.cooked ?? "";
        const isWords = looksShown(text) || (/(^|\s)\p{L}{2,}[ .,:…]/u.test(text) && /^\s|\s$|[.…]$/.test(text));
        if (isWords && !isForTheProgram(node)) report(node, text);
      },
    };
  },
};
