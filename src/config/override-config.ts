import { z } from "zod";
import { SetupError } from "../model/setup-error.js";
import type { Config } from "./config.js";
import { selectPlans } from "./normalize-config.js";
import { overridable } from "./written-config.js";

/** What a command line or an action's inputs say beside the file, as texts; what is missing leaves the file's word. */
export interface Overrides {
  readonly "fail-on"?: string;
  readonly gate?: string;
  readonly "announcement-days"?: string;
  readonly plans?: readonly string[];
  readonly "override-labels"?: readonly string[];
}

/** Where the overrides come from, so that a complaint names the flag or input as the user wrote it. */
export interface OverrideOrigin {
  readonly code: "bad-arguments" | "bad-input";
  /** `--fail-on` for `fail-on`, say. */
  readonly nameOf: (key: keyof Overrides) => string;
}

/**
 * The configuration with the overrides on top of it.
 * @throws {SetupError} the origin's code, when a value is none that the key may have
 */
export function overrideConfig(config: Config, overrides: Overrides, origin: OverrideOrigin): Config {
  const { plans, gate, "fail-on": failOn, "announcement-days": days, "override-labels": labels } = overrides;
  const read = <T>(key: keyof Overrides, schema: z.ZodType<T>, value: unknown): T => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const problem = result.error.issues[0]!;
    throw new SetupError(origin.code, `${origin.nameOf(key)} is ${JSON.stringify(value)}: ${problem.message}`, {
      mend: schema.description ?? "",
    });
  };
  return {
    ...config,
    ...(plans !== undefined && plans.length > 0 && { plans: selectPlans(read("plans", overridable.plans, plans)) }),
    ...(failOn !== undefined && { failOn: read("fail-on", overridable["fail-on"], failOn) }),
    ...(gate !== undefined && { gate: read("gate", overridable.gate, gate) }),
    ...(labels !== undefined && {
      override: { ...config.override, labels: read("override-labels", overridable["override-labels"], labels) },
    }),
    ...(days !== undefined && {
      settings: {
        ...config.settings,
        announcementDays: read("announcement-days", wholeNumber, days),
      },
    }),
  };
}

const wholeNumber = z
  .string()
  .regex(/^\s*\d+\s*$/, "expected a whole number of days")
  .transform(Number)
  .pipe(overridable["announcement-days"])
  .describe(overridable["announcement-days"].description!);
