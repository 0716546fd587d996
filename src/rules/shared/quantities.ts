/** `1 week`, `2.5 weeks`. */
export const inWeeks = (weeks: number): string => counted(Math.round(weeks * 100) / 100, "week");

/** `1 phase`, `3 phases`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** `one`, `one and two`, `one, two and three`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;

const MOST_TOLD = 4;

/** The same with at most four words: `one, two, three, four and 3 more`. */
export const listedBriefly = (words: readonly string[]): string =>
  words.length <= MOST_TOLD
    ? listed(words)
    : `${words.slice(0, MOST_TOLD).join(", ")} and ${words.length - MOST_TOLD} more`;
