import type { WhatIf } from "../../model/what-if.js";
import { badArguments } from "./bad-arguments.js";
import type { GivenArguments } from "./read-options.js";

/** What is to be tried, in the order given. Throws a SetupError `bad-arguments` for what has not the form asked for. */
export const whatIfs = (given: GivenArguments["repeated"]): readonly WhatIf[] =>
  given.map(({ name, value }): WhatIf => {
    if (name === "set") return setting(value);
    if (name === "drop") return { kind: "drop", phase: value.trim() };
    return dependency(name === "add-dependency" ? name : "remove-dependency", value);
  });

/** `15.duration=8w`; ids and names of plans hold points, too, so the last one before the sign counts. */
function setting(written: string): WhatIf {
  const sign = written.indexOf("=");
  const point = sign < 0 ? -1 : written.lastIndexOf(".", sign);
  const [phase, field, value] = [
    written.slice(0, Math.max(0, point)),
    written.slice(point + 1, sign),
    written.slice(sign + 1),
  ].map((part) => part.trim());
  if (point < 0 || !phase || !field || !value) {
    throw badArguments(
      `--set ${JSON.stringify(written)} does not say what to set.`,
      "Write it as PHASE.FIELD=VALUE, such as 15.duration=8w, 17.status=done or 3.tier=2.",
    );
  }
  return { kind: "set", phase, field, value };
}

/** `20:19`, the first waiting for the second; a plan's name before it may hold a colon. */
function dependency(kind: "add-dependency" | "remove-dependency", written: string): WhatIf {
  const colon = written.lastIndexOf(":");
  const phase = written.slice(0, Math.max(0, colon)).trim();
  const on = written.slice(colon + 1).trim();
  if (!phase || !on) {
    throw badArguments(
      `--${kind} ${JSON.stringify(written)} does not say who waits for whom.`,
      "Write it as PHASE:PHASE, such as 20:19 for a phase 20 that waits for phase 19.",
    );
  }
  return { kind, phase, on };
}
