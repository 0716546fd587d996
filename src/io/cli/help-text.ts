import type { HelpTopic } from "./command.js";

const GENERAL = `plan-gate: a merge gate for plans kept in Markdown

Usage:
  plan-gate check [FILES…] [options]   judge plans: tiers, cycles, schedule, breaking changes
  plan-gate read FILE… [options]       show what is read out of documents, without judging
  plan-gate sync [FILES…] [options]    write the managed sections of plans again
  plan-gate help [check|read|sync]

Options:
  -h, --help      this text; after a command, the command's own
  -V, --version   the version

Examples:
  plan-gate check docs/PLAN.md
  plan-gate check --base origin/main
  plan-gate read docs/PLAN.md --format json

Exit codes:
  0   pass
  1   findings that fail
  2   wrong use or set-up
  70  a bug in plan-gate
`;

const CHECK = `plan-gate check: judge plans

Usage:
  plan-gate check [FILES…] [options]

FILES are files, folders, globs (in quotes) or - for standard input. Each file is a plan of its own unless the
configuration groups it with others. Without FILES: the documents that the configuration's \`plans\` names. A folder
that holds \`head/\` and \`base/\` is an example: base/ is compared with head/, and the comment a pull request would
get is shown below the report.

Options:
  --base REF|FILE|DIR              compare with a git revision, a file or a folder; only what is new then fails
  --config FILE                    configuration to use (default: .github/plan-gate.yml; with a git revision as base,
                                   the one of that revision)
  --no-config                      built-in defaults only
  --fail-on error|warning|never    least severity that fails (default: error)
  --gate new|all                   whether findings that base already has count, too (default: new)
  --as-of YYYY-MM-DD               judge by this day (default: today, UTC)
  --format text|markdown|json      default: text
  --comment                        also show the comment a pull request would get
  -h, --help                       this text

Examples:
  plan-gate check
  plan-gate check docs/PLAN.md --base main
  plan-gate check new.md --base old.md --format json
  plan-gate check "docs/**/*.md" --no-config --fail-on warning
  git show HEAD~1:docs/PLAN.md | plan-gate check -
`;

const READ = `plan-gate read: show what is read out of documents

Usage:
  plan-gate read FILE… [options]

All FILES are read as one plan; - is standard input.

Options:
  --config FILE         configuration to use (default: .github/plan-gate.yml)
  --no-config           built-in defaults only
  --format text|json    default: text
  -h, --help            this text

Examples:
  plan-gate read docs/PLAN.md
  plan-gate read docs/PLAN.md docs/SERVICES.md --format json
`;

const SYNC = `plan-gate sync: write the managed sections of plans again

Usage:
  plan-gate sync [FILES…] [options]

Between the lines \`<!-- plan-gate:begin tiers -->\` and \`<!-- plan-gate:end tiers -->\` of a plan the text is written by
plan-gate: tiers, timeline, critical-path, gantt, queue or status. Nothing else in a file is touched. FILES are chosen
as for \`plan-gate check\`.

Options:
  --check          write nothing; end with 1 when a section is out of date
  --stdout         write the one document to standard output instead
  --config FILE    configuration to use (default: .github/plan-gate.yml)
  --no-config      built-in defaults only
  -h, --help       this text

Examples:
  plan-gate sync
  plan-gate sync docs/PLAN.md --check
`;

/** What `--help` prints, ending in a line break. */
export const helpText: Readonly<Record<HelpTopic, string>> = {
  "plan-gate": GENERAL,
  check: CHECK,
  read: READ,
  sync: SYNC,
};
