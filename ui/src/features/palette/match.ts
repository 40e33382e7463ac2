/** Whether what was typed means a name, how well, and by which letters. */

/** A name made ready to be searched: without case and accents, and where its words begin. */
export interface Folded {
  text: string;
  /** Where each letter of `text` stands in the name; nothing when they stand at the same places. */
  at?: number[];
  /** Where words begin in `text`. */
  starts: number[];
}

/** A name is searched this far: nobody types more, and names come from outside. */
const NAME_LETTERS = 200;
/** What is typed is read this far. */
const QUERY_LETTERS = 100;

const PLAIN = /^[\x20-\x7e]*$/;

export function fold(name: string): Folded {
  const cut = name.slice(0, NAME_LETTERS);
  if (PLAIN.test(cut)) {
    const text = cut.toLowerCase();
    return { text, starts: wordStarts(text) };
  }
  let text = "";
  const at: number[] = [];
  let place = 0;
  for (const letter of cut) {
    const plain = foldLetter(letter);
    text += plain;
    for (let i = 0; i < plain.length; i += 1) at.push(place);
    place += letter.length;
  }
  return { text, at, starts: wordStarts(text) };
}

const foldLetter = (letter: string): string => letter.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");

const isWordLetter = (letter: string): boolean =>
  (letter >= "a" && letter <= "z") ||
  (letter >= "0" && letter <= "9") ||
  (letter > "~" && /[\p{L}\p{N}]/u.test(letter));

function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let inWord = false;
  let place = 0;
  for (const letter of text) {
    const is = isWordLetter(letter);
    if (is && !inWord) starts.push(place);
    inWord = is;
    place += letter.length;
  }
  return starts;
}

/** What was typed, made ready. */
export interface Wanted {
  /** Its words, each of which a name must have. */
  terms: string[];
  whole: string;
}

export function wantedBy(query: string): Wanted {
  const { text } = fold(query.slice(0, QUERY_LETTERS));
  const terms = text.split(/\s+/).filter((term) => term !== "");
  return { terms, whole: terms.join(" ") };
}

const WHOLE_START = 100;
const WORD_START = 80;
const INSIDE = 50;
const OTHER_WORD = 40;
const SCATTERED = 30;

/** How well `name`, or other words for it, is meant: more is better, at most 110; nothing when it is not. */
export function rank({ terms, whole }: Wanted, name: Folded, words?: Folded): number | null {
  let sum = 0;
  for (const term of terms) {
    const run = findRun(term, name);
    let found = run?.score ?? 0;
    if (found < OTHER_WORD && words && beginsWord(term, words)) found = OTHER_WORD;
    if (found === 0 && scattered(term, name)) found = SCATTERED;
    if (found === 0) return null;
    sum += found;
  }
  if (terms.length === 0) return 0;
  const inOrder = terms.length > 1 && name.text.includes(whole) ? 10 : 0;
  // Of two names that fit alike, the shorter is nearer to what was typed.
  return sum / terms.length + inOrder - Math.min(name.text.length, 100) / 10;
}

/** The places in the folded name that were meant. */
export function marks({ terms }: Wanted, name: Folded): number[] {
  return terms.flatMap((term) => {
    const run = findRun(term, name);
    return run ? Array.from(term, (_, i) => run.at + i) : (scattered(term, name) ?? []);
  });
}

const beginsWord = (term: string, { text, starts }: Folded): boolean =>
  starts.some((start) => text.startsWith(term, start));

/** Where `term` stands in one piece: rather where a word begins than inside one. */
function findRun(term: string, { text, starts }: Folded): { at: number; score: number } | null {
  let inside = -1;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (at === 0) return { at, score: WHOLE_START };
    if (starts.includes(at)) return { at, score: WORD_START };
    if (inside === -1) inside = at;
  }
  // One letter somewhere in a word says nothing.
  return inside === -1 || term.length === 1 ? null : { at: inside, score: INSIDE };
}

/**
 * The letters of `term` in their order, in some words of the name: of each word its first letter, then others of it. So
 * `nwpst` and `np` mean “New post”, and a long title does not fit whatever is typed.
 */
function scattered(term: string, { text, starts }: Folded): number[] | null {
  if (term.length === 1 || !hasInOrder(term, text)) return null;
  const dead = new Set<number>();
  const from = (typed: number, word: number): number[] | null => {
    if (typed === term.length) return [];
    const key = typed * (starts.length + 1) + word;
    if (word >= starts.length || dead.has(key)) return null;
    const start = starts[word] ?? 0;
    if (text[start] === term[typed]) {
      const end = starts[word + 1] ?? text.length;
      const taken: number[] = [];
      for (let at = start; at < end && typed + taken.length < term.length; at += 1)
        if (text[at] === term[typed + taken.length]) taken.push(at);
      // The most of this word first; the next word may need some of it.
      for (let count = taken.length; count > 0; count -= 1) {
        const rest = from(typed + count, word + 1);
        if (rest) return [...taken.slice(0, count), ...rest];
      }
    }
    const later = from(typed, word + 1);
    if (!later) dead.add(key);
    return later;
  };
  const found = from(0, 0);
  // Two letters are the initials of half of all titles: they must at least begin with the first.
  return term.length === 2 && found?.[0] !== starts[0] ? null : found;
}

/** What most names fail at, before anything costlier is tried. */
function hasInOrder(term: string, text: string): boolean {
  let at = -1;
  for (const letter of term) {
    at = text.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** The name in pieces, each with whether it is marked. Signs on a letter stay with it. */
export function pieces(name: string, folded: Folded, marks: number[]): { text: string; marked: boolean }[] {
  const places = new Set(marks.map((mark) => folded.at?.[mark] ?? mark));
  const found: { text: string; marked: boolean }[] = [];
  let place = 0;
  for (const letter of name) {
    const last = found.at(-1);
    const marked = last && /^[\p{M}\u200d]$/u.test(letter) ? last.marked : places.has(place);
    if (last && last.marked === marked) last.text += letter;
    else found.push({ text: letter, marked });
    place += letter.length;
  }
  return found;
}
