/**
 * Length of the text without the characters at its end that `trailing` matches one by one. A pattern that ends in `+$`
 * would start anew at each of them.
 */
export function trimmedLength(text: string, trailing: RegExp): number {
  let length = text.length;
  while (length > 0 && trailing.test(text[length - 1]!)) length--;
  return length;
}
