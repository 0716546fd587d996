/** The text without case and without differences of spacing and punctuation, to tell what means the same. */
export const normalText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]+/gu, " ")
    .trim();
