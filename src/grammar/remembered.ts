/** More different texts than a plan has of its common ones. */
const MOST = 5_000;

/** The same reading of a text, remembered: plans say `Duration`, `4 weeks` and `not started` a thousand times. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    const value = read(text);
    // A text this long is said once.
    if (text.length > 100) return value;
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
