/** May a paragraph begin with this line, or go on with it, whatever stands before? True only where that is certain. */
export function goesOnPlainly(line: string): boolean {
  const text = line.trimStart();
  switch (text[0]) {
    case undefined:
    case "#":
    case ">":
    case "<":
    case "|":
    case "=":
      return false;
    case "`":
      return !text.startsWith("```");
    case "~":
      return !text.startsWith("~~~");
    case "*":
    case "_":
    case "-":
    case "+":
      return /^(?:\*{1,2}|_{1,2}|[-+])[^\s*_+-]/.test(text) && !isDelimiters(text);
    case ":":
      return !isDelimiters(text);
    default:
      return !/^\d{1,9}[.)](?:\s|$)/.test(text);
  }
}

/** Could be the second line of a table, or the line below a heading. */
const isDelimiters = (text: string): boolean => /^[|: -]+$/.test(text);
