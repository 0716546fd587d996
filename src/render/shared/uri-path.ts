/** A path as it stands in an address: every segment percent-encoded, so that nothing in it is taken for syntax. */
export const uriPath = (path: string): string => path.split("/").map(encodeSegment).join("/");

const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Cs}/gu, "\uFFFD")).replace(
    /[()'*!~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
