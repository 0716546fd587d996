/** The events by which a gate holds up a merge. */
export const GATED_EVENTS = ["pull_request", "pull_request_target", "merge_group"] as const;

const ALWAYS = /^(?:always\(\)|!\s*cancelled\(\)|true)$/;
const EVENT = /^github\.event_name\s*(==|!=)\s*'([a-z_]{1,40})'$/;

/** True when an `if:` holds whatever became of other jobs. */
export const holdsAlways = (condition: string): boolean => ALWAYS.test(bare(condition));

/**
 * True when an `if:` is known to hold on each of the events. Understood are `always()`, `!cancelled()` and comparisons of
 * `github.event_name`, all joined by `||` or all by `&&`; anything else may not hold.
 */
export function holdsOn(condition: string, events: readonly string[]): boolean {
  if (holdsAlways(condition)) return true;
  const text = bare(condition);
  const isAny = !text.includes("&&");
  const parts = text.split(isAny ? "||" : "&&").map((part) => EVENT.exec(part.trim()));
  return events.every((event) => {
    const holds = (part: RegExpExecArray | null) => part !== null && (part[1] === "==") === (part[2] === event);
    return isAny ? parts.some(holds) : parts.every(holds);
  });
}

const bare = (condition: string): string => {
  const text = condition.trim();
  return text.startsWith("${{") && text.endsWith("}}") ? text.slice(3, -2).trim() : text;
};
