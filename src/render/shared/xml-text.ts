const MARKS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// What XML 1.0 (section 2.2) allows nowhere, not even as a reference; with /u, a surrogate is one without its partner.
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

/** Text as an XML 1.0 reader gives it back, in an element and in an attribute; what XML cannot say becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text
    .replace(FORBIDDEN, "\uFFFD")
    .replace(/[&<>"']/g, (mark) => MARKS[mark]!)
    // A reader would make blanks or line feeds of them.
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
