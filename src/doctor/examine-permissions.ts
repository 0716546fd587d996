import type { Ailment } from "../model/ailment.js";
import { ailmentAt } from "./ailment-at.js";
import type { Gate } from "./find-gates.js";
import type { Permissions } from "./workflow.js";

const ACCESS = ["none", "read", "write"];

/** What a gate may not do that it should, and what it may do that it need not. */
export function examinePermissions(gate: Gate): Ailment[] {
  const { workflow, job } = gate;
  const given = job.permissions ?? workflow.permissions;
  const needed = permissionsFor(gate);
  const yaml = `permissions:\n${[...needed].map(([scope, access]) => `  ${scope}: ${access}`).join("\n")}`;
  if (!given) {
    return [
      ailmentAt(workflow, job.spot, {
        id: "unstated-permissions",
        severity: "warning",
        message: `The job ${job.id} does not say what its token may do.`,
        why: "It is then what the organisation's setting says: too much, or too little for a comment.",
        mend: "Say it in the job.",
        yaml,
      }),
    ];
  }
  const missing = [...needed].filter(
    ([scope, access]) => ACCESS.indexOf(accessOf(given, scope)) < ACCESS.indexOf(access),
  );
  const ailments: Ailment[] = [];
  if (missing.length > 0) {
    const isOnlyComment = missing.every(([scope]) => scope === "pull-requests" && accessOf(given, scope) === "read");
    // A job that calls another workflow cannot lend it what it has not got: GitHub does not even start it.
    const isFatal = !isOnlyComment || gate.step === null;
    ailments.push(
      ailmentAt(workflow, given.spot, {
        id: "missing-permission",
        severity: isFatal ? "error" : "warning",
        message: `The token lacks ${missing.map(([scope, access]) => `${scope}: ${access}`).join(", ")}.`,
        why: !isFatal
          ? "The verdict is the same; there is no comment on the pull request."
          : gate.step === null
            ? "The workflow that is called asks for it, and GitHub does not start one that asks for more than it is given."
            : "What is not named is not given, and the gate fails because it cannot read or write what it has to.",
        mend: isFatal ? "Give the job what it needs." : "Give it, or write `comment: never` if no comment is wanted.",
        yaml,
      }),
    );
  }
  const excess =
    given.all === "write-all" ? "write-all" : accessOf(given, "contents") === "write" ? "contents: write" : null;
  if (excess !== null && needed.get("contents") !== "write") {
    ailments.push(
      ailmentAt(workflow, given.spot, {
        id: "excessive-permission",
        severity: "warning",
        message: `The token may do more than the gate needs: ${excess}.`,
        why: "Whoever takes over one step of the job could change the repository with it.",
        mend: "Give the job what it needs and nothing else.",
        yaml,
      }),
    );
  }
  return ailments;
}

function permissionsFor({ mode, inputs, step, uses }: Gate): ReadonlyMap<string, string> {
  if (mode === "badge") return new Map([["contents", "write"]]);
  // Plan-gate's own reusable workflow asks for what a comment needs, whether or not one is wanted.
  const isElsewhere = step === null && !uses.text.startsWith("./");
  const [comment, suggestions] = [inputs.get("comment")?.text, inputs.get("suggestions")?.text];
  const writes = isElsewhere || comment !== "never" || suggestions === "true";
  return new Map([
    ["contents", "read"],
    ["pull-requests", writes ? "write" : "read"],
  ]);
}

function accessOf({ all, scopes }: Permissions, scope: string): string {
  if (all === "write-all") return "write";
  return all === "read-all" ? "read" : (scopes.get(scope) ?? "none");
}
