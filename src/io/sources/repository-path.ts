import { SetupError } from "../../model/setup-error.js";

/**
 * A path from the root of a tree, without `./` and doubled slashes. Throws a SetupError `bad-input` for a path that
 * could mean a file outside of it: absolute, with `..`, a backslash or a NUL.
 */
export function repositoryPath(written: string): string {
  const steps = written.split("/").filter((step) => step !== "" && step !== ".");
  const reason = written.includes("\0")
    ? "contains a NUL"
    : written.includes("\\")
      ? "contains a backslash"
      : written.startsWith("/") || /^[A-Za-z]:/.test(written)
        ? "is absolute"
        : steps.includes("..")
          ? "contains `..`"
          : steps.length === 0
            ? "is empty"
            : null;
  if (reason) {
    throw new SetupError("bad-input", `The path ${JSON.stringify(written)} ${reason}.`, {
      mend: "Write the path from the repository's root with forward slashes, such as docs/PLAN.md.",
    });
  }
  return steps.join("/");
}
