import type { DiffFormat, Format, GraphFormat, ScheduleFormat } from "../../render/index.js";
import type { ScheduleModel } from "../../model/schedule.js";
import type { WhatIf } from "../../model/what-if.js";
import type { SchemaName } from "./schemas.js";

/** What a command line asks for. Values are checked; files are not looked at yet. */
export type Command =
  | CheckCommand
  | ScheduleCommand
  | GraphCommand
  | DiffCommand
  | ReadCommand
  | ExplainCommand
  | ExplainRuleCommand
  | SyncCommand
  | FixCommand
  | BadgeCommand
  | ReportCommand
  | DoctorCommand
  | InitCommand
  | SchemaCommand
  | CompletionCommand
  | HelpCommand
  | VersionCommand;

/** Where the configuration comes from: the usual file, a named one, or the built-in defaults alone. */
export type ConfigChoice =
  { readonly kind: "usual" } | { readonly kind: "none" } | { readonly kind: "file"; readonly path: string };

/** What every command has that reads plans. */
interface PlansCommand {
  readonly config: ConfigChoice;
  /** No remarks and no progress beside the answer; of a check, nothing but what fails. */
  readonly quiet: boolean;
}

export interface CheckCommand extends PlansCommand {
  readonly kind: "check";
  /** Files, folders, globs or `-`, as written; empty for what the configuration says. */
  readonly files: readonly string[];
  /** A revision, a file or a folder, as written. */
  readonly base: string | null;
  readonly failOn: "error" | "warning" | "never" | null;
  readonly gate: "new" | "all" | null;
  /** `YYYY-MM-DD`, or null for the day it is (UTC). */
  readonly asOf: string | null;
  /** In the order given. */
  readonly whatIf: readonly WhatIf[];
  readonly format: Format;
  /** Also show the comment that a pull request would get. */
  readonly comment: boolean;
  /** Also show the tables of the schedule in depth, as text. */
  readonly depth: boolean;
  /** Check again whenever a document is saved, until interrupted. */
  readonly watch: boolean;
}

export interface ScheduleCommand extends PlansCommand {
  readonly kind: "schedule";
  readonly files: readonly string[];
  readonly model: ScheduleModel;
  readonly portion: "full" | "remaining";
  /** How many work side by side, to show who does what; null for what the configuration says. */
  readonly agents: number | null;
  /** `YYYY-MM-DD`, or null for the day it is (UTC). */
  readonly asOf: string | null;
  readonly whatIf: readonly WhatIf[];
  readonly format: ScheduleFormat;
}

export interface GraphCommand extends PlansCommand {
  readonly kind: "graph";
  readonly files: readonly string[];
  /** A revision, a file or a folder, as written: what differs from it is marked. */
  readonly base: string | null;
  readonly format: GraphFormat;
}

export interface DiffCommand extends PlansCommand {
  readonly kind: "diff";
  /** A revision, a file or a folder, as written. */
  readonly base: string;
  /** The same, or `-`; null for what is on disk. */
  readonly head: string | null;
  readonly format: DiffFormat;
}

export interface ReadCommand extends PlansCommand {
  readonly kind: "read";
  readonly files: readonly string[];
  readonly format: "text" | "json";
}

export interface ExplainCommand extends PlansCommand {
  readonly kind: "explain";
  readonly file: string;
  /** Counted from 1, both included. */
  readonly lines: { readonly first: number; readonly last: number };
  readonly format: "text" | "json";
}

export interface ExplainRuleCommand {
  readonly kind: "explain-rule";
  /** As written; there may be no such rule. */
  readonly rule: string;
}

export interface FixCommand extends PlansCommand {
  readonly kind: "fix";
  readonly files: readonly string[];
  /** A revision, a file or a folder, as written: rules about a change offer fixes, too. */
  readonly base: string | null;
  readonly asOf: string | null;
  /** Also the fixes that want a person to look at them. */
  readonly all: boolean;
  readonly dryRun: boolean;
}

export interface SyncCommand extends PlansCommand {
  readonly kind: "sync";
  readonly files: readonly string[];
  /** Where the text goes: into the files, nowhere (only say whether they are up to date), or to standard output. */
  readonly to: "files" | "nowhere" | "stdout";
}

export interface BadgeCommand extends PlansCommand {
  readonly kind: "badge";
  readonly files: readonly string[];
  readonly asOf: string | null;
  /** The folder to write to, as written. */
  readonly out: string;
}

export interface ReportCommand {
  readonly kind: "report";
  readonly files: readonly string[];
  /** A revision, a file or a folder, as written. */
  readonly base: string | null;
  readonly config: ConfigChoice;
  readonly asOf: string | null;
  /** The file to write the page to, as written. */
  readonly html: string;
  readonly quiet: boolean;
}

export interface DoctorCommand {
  readonly kind: "doctor";
  /** The repository, or a folder in it, as written; null for the one the command runs in. */
  readonly folder: string | null;
  /** `owner/name` on GitHub, whose rules are asked for; null to look at files alone. */
  readonly repository: string | null;
  /** Null for the default branch. */
  readonly branch: string | null;
  readonly format: "text" | "json";
}

export interface InitCommand {
  readonly kind: "init";
  /** The repository, or a folder in it, as written; null for the one the command runs in. */
  readonly folder: string | null;
  /** The commit of plan-gate to run, 40 digits; null when nobody knows one yet. */
  readonly pin: string | null;
  /** Write without asking. */
  readonly isAgreed: boolean;
}

export interface SchemaCommand {
  readonly kind: "schema";
  readonly schema: SchemaName;
}

export interface CompletionCommand {
  readonly kind: "completion";
  readonly shell: "bash" | "zsh" | "fish";
}

export interface HelpCommand {
  readonly kind: "help";
  readonly about: HelpTopic;
}

export interface VersionCommand {
  readonly kind: "version";
}

export type CommandName =
  | "check"
  | "schedule"
  | "graph"
  | "diff"
  | "read"
  | "explain"
  | "fix"
  | "sync"
  | "badge"
  | "report"
  | "doctor"
  | "init"
  | "schema"
  | "completion";
export type HelpTopic = "plan-gate" | CommandName;
