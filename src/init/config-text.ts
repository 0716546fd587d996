const REPOSITORY = "https://raw.githubusercontent.com/plan-gate/plan-gate";

/**
 * A configuration that says what differs from the defaults and nothing else.
 * @param plans paths of plans that the built-in globs do not find; empty when they find them all
 */
export function configText(plans: readonly string[], pin: string | null): string {
  const lines = [`# yaml-language-server: $schema=${REPOSITORY}/${pin ?? "main"}/schema/config.schema.json`];
  if (plans.length === 0) {
    lines.push(
      "# Plans are found by their names, and everything else is as plan-gate comes. What differs goes here, such as:",
    );
    lines.push("#", "# rules:", "#   could-start-earlier: off");
  } else {
    lines.push("plans:", ...plans.map((path) => `  - ${JSON.stringify(literal(path))}`));
  }
  return `${lines.join("\n")}\n`;
}

/** A path as a glob that matches nothing else. */
const literal = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, "\\$&");
