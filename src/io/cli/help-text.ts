import type { HelpTopic } from "./command.js";
import { COMMANDS } from "./option-tables.js";

const USAGES = [
  ["check [FILES…] [options]", "check"],
  ["schedule [FILES…] [options]", "schedule"],
  ["graph [FILES…] [options]", "graph"],
  ["diff STATE [STATE] [options]", "diff"],
  ["read FILE… [options]", "read"],
  ["explain FILE:LINE|RULE [options]", "explain"],
  ["fix [FILES…] [options]", "fix"],
  ["sync [FILES…] [options]", "sync"],
  ["badge [FILES…] [options]", "badge"],
  ["report [FILES…] --html FILE", "report"],
  ["doctor [DIR] [options]", "doctor"],
  ["init [DIR] [options]", "init"],
  ["schema NAME", "schema"],
  ["completion SHELL", "completion"],
] as const;

const GENERAL = `plan-gate: a merge gate for plans kept in Markdown

Usage:
${USAGES.map(([usage, name]) => `  plan-gate ${usage.padEnd(34)}${COMMANDS[name].about}`).join("\n")}
  plan-gate help [COMMAND]

Options:
  -h, --help      this text; after a command, the command's own
  -V, --version   the version

Examples:
  plan-gate check docs/PLAN.md
  plan-gate check --base origin/main
  plan-gate schedule docs/PLAN.md --set 15.duration=8w
  plan-gate graph docs/PLAN.md --format svg > plan.svg
  plan-gate diff main..HEAD
  plan-gate explain docs/PLAN.md:12

Environment:
  NO_COLOR        no colours, also at a terminal
  FORCE_COLOR     colours, also where there is no terminal; 0 for none

Exit codes:
  0   pass
  1   findings that fail
  2   wrong use or set-up
  70  a bug in plan-gate
`;

const WHAT_IF = `What if (each may be given several times; tried one after the other, no document is changed):
  --set PHASE.FIELD=VALUE             another duration, status or tier: 15.duration=8w, 17.status=done, 3.tier=2
  --drop PHASE                        the plan without this phase, and without anything waiting for it
  --add-dependency PHASE:PHASE        20:19 makes phase 20 wait for phase 19
  --remove-dependency PHASE:PHASE     20:19 lets phase 20 start without phase 19
  A PHASE is an id (15), or the plan and the id (docs/PLAN.md/15) where several plans have it.
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
  --format FORMAT                  text (default), markdown, json, sarif (for code scanning) or junit (test results)
  --comment                        also show the comment a pull request would get
  --depth                          also show progress, queue, tier barriers, dates, chances and health; markdown
                                   and json always have them
  --watch                          check again whenever a document is saved, until Ctrl-C; then the exit code is 0
  -q, --quiet                      print the findings that fail and nothing else; no remarks, no progress line
  -h, --help                       this text

${WHAT_IF}  Without --base, the plan as written is the base: only what the changes bring about can fail.

Examples:
  plan-gate check
  plan-gate check docs/PLAN.md --base main
  plan-gate check new.md --base old.md --format json
  plan-gate check "docs/**/*.md" --no-config --fail-on warning
  plan-gate check docs/PLAN.md --set 15.duration=8w --drop 26
  plan-gate check docs/PLAN.md --watch
  git show HEAD~1:docs/PLAN.md | plan-gate check -
`;

const SCHEDULE = `plan-gate schedule: show who can start when, and what decides the end

Usage:
  plan-gate schedule [FILES…] [options]

FILES are named as for \`plan-gate check\`; without FILES, the documents that the configuration's \`plans\` names.
Nothing is judged: the exit code is 0 whatever the plan looks like. Below each schedule stands what it means for what is
left: progress, queue, what tier barriers cost, dates, chances and health.

Options:
  --model MODEL         dependencies (default): each phase starts as soon as those it waits for are done
                        tiered: a tier starts when the whole tier before it is done
                        tiered-computed: the same with the tiers that follow from the dependencies
                        gated: Tier 0 first, then dependencies
                        sequential: one phase after the other
  --full                every phase with its whole duration, also what is done (default)
  --remaining           what is left, from now
  --agents N            who does what with N agents (1 to 32), each working on one phase at a time; by dependencies
                        (default with --model dependencies: \`agents\` of the configuration)
  --as-of YYYY-MM-DD    count dates and progress from this day (default: today, UTC)
  --config FILE         configuration to use (default: .github/plan-gate.yml)
  --no-config           built-in defaults only
  --format FORMAT       text (default), json, markdown or mermaid (a gantt to paste into a \`mermaid\` block)
  -q, --quiet           no remarks and no progress line on standard error
  -h, --help            this text

${WHAT_IF}
Examples:
  plan-gate schedule docs/PLAN.md
  plan-gate schedule --remaining --model tiered
  plan-gate schedule docs/PLAN.md --agents 3
  plan-gate schedule docs/PLAN.md --set 15.duration=8w --add-dependency 20:19
  plan-gate schedule docs/PLAN.md --format mermaid > plan.mmd
`;

const GRAPH = `plan-gate graph: draw what waits for what

Usage:
  plan-gate graph [FILES…] [options]

Draws an arrow from each phase to those that wait for it: what is critical in red, what is done in green and, with a
base, what has changed dashed. FILES are chosen as for \`plan-gate check\`. A Mermaid diagram is cut to what a browser
draws: critical and changed phases stay, others are folded by tier; DOT and SVG hold everything.

Options:
  --format FORMAT       mermaid (default; to paste into a \`mermaid\` block), dot (for Graphviz) or svg (one file)
  --base REF|FILE|DIR   mark what differs from a git revision, a file or a folder
  --config FILE         configuration to use (default: .github/plan-gate.yml; with a git revision as base, the one of
                        that revision)
  --no-config           built-in defaults only
  -q, --quiet           no remarks and no progress line on standard error
  -h, --help            this text

Examples:
  plan-gate graph docs/PLAN.md
  plan-gate graph docs/PLAN.md --format svg > plan.svg
  plan-gate graph --format dot | dot -Tpdf > plan.pdf
  plan-gate graph --base main
`;

const DIFF = `plan-gate diff: show what has changed between two states of plans

Usage:
  plan-gate diff BASE HEAD [options]
  plan-gate diff BASE..HEAD [options]
  plan-gate diff BASE [options]

BASE and HEAD are two files, folders or git revisions, also mixed; HEAD may be - for standard input. BASE alone is
compared with what is on disk. Shown are the edits by kind, what follows from them for tiers, weeks and the critical
path, and the totals. Nothing is judged: the exit code is 0 whatever has changed.

Options:
  --format FORMAT       text (default), markdown or json
  --config FILE         configuration to use (default: .github/plan-gate.yml; with a git revision as base, the one of
                        that revision)
  --no-config           built-in defaults only
  -q, --quiet           no remarks and no progress line on standard error
  -h, --help            this text

Examples:
  plan-gate diff main..HEAD
  plan-gate diff main docs/PLAN.md
  plan-gate diff old.md new.md --format markdown
`;

const READ = `plan-gate read: show what is read out of documents

Usage:
  plan-gate read FILE… [options]

All FILES are read as one plan; - is standard input.

Options:
  --config FILE         configuration to use (default: .github/plan-gate.yml)
  --no-config           built-in defaults only
  --format text|json    default: text
  -q, --quiet           no remarks and no progress line on standard error
  -h, --help            this text

Examples:
  plan-gate read docs/PLAN.md
  plan-gate read docs/PLAN.md docs/SERVICES.md --format json
`;

const EXPLAIN = `plan-gate explain: show what is made of one line, or why nothing; or what a rule wants

Usage:
  plan-gate explain FILE:LINE [options]
  plan-gate explain FILE:LINE-LINE [options]
  plan-gate explain RULE

Lines count from 1. FILE is read together with the documents that the configuration puts into one plan with it.

Options:
  --config FILE         configuration to use (default: .github/plan-gate.yml)
  --no-config           built-in defaults only
  --format text|json    default: text
  -q, --quiet           no remarks and no progress line on standard error
  -h, --help            this text

Examples:
  plan-gate explain docs/PLAN.md:12
  plan-gate explain docs/PLAN.md:12-20 --format json
  plan-gate explain intra-tier-dependency
`;

const FIX = `plan-gate fix: make the edits that findings offer

Usage:
  plan-gate fix [FILES…] [options]

Makes the edits that may be made unseen and prints what it changed. FILES are chosen as for \`plan-gate check\`. Of two
edits that get in each other's way the first is made; run it again for the other.

Options:
  --all                 also the edits that want a person to look at them
  --dry-run             print what would be changed, and write nothing
  --base REF|FILE|DIR   also what findings about the change against this base offer
  --as-of YYYY-MM-DD    judge by this day (default: today, UTC)
  --config FILE         configuration to use (default: .github/plan-gate.yml; with a git revision as base, the one of
                        that revision)
  --no-config           built-in defaults only
  -q, --quiet           no remarks and no progress line on standard error
  -h, --help            this text

Examples:
  plan-gate fix
  plan-gate fix docs/PLAN.md --all --dry-run
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
  -q, --quiet      no remarks and no progress line on standard error
  -h, --help       this text

Examples:
  plan-gate sync
  plan-gate sync docs/PLAN.md --check
`;

const BADGE = `plan-gate badge: write badges as SVG files, and print the Markdown to paste

Usage:
  plan-gate badge [FILES…] [options]

FILES are chosen as for \`plan-gate check\`. Written are gate.svg for all plans, and for each plan a folder with
gate.svg, critical-path.svg, tier.svg and breaking-change.svg; beside each a .json for a badge service. Plans are judged
as they stand; the exit code is 0 whatever the badges say.

Options:
  --out DIR            folder to write to (default: badges)
  --as-of YYYY-MM-DD   judge by this day (default: today, UTC)
  --config FILE        configuration to use (default: .github/plan-gate.yml)
  --no-config          built-in defaults only
  -q, --quiet          no remarks and no progress line on standard error
  -h, --help           this text

Examples:
  plan-gate badge
  plan-gate badge docs/PLAN.md --out site/badges
`;

const REPORT = `plan-gate report: write the plan as a page to look at and to try durations on

Usage:
  plan-gate report [FILES…] --html FILE [options]

FILES are chosen as for \`plan-gate check\`. The page is one file that loads nothing: the timeline by tier with critical
path and float, base against head, who works on what with so many agents, and the findings. Durations can be tried in
it; they are computed by the code of plan-gate itself. The exit code is 0 whatever the report says.

Options:
  --html FILE                      the page to write; one that is there is replaced
  --base REF|FILE|DIR              compare with a git revision, a file or a folder
  --as-of YYYY-MM-DD               judge by this day (default: today, UTC)
  --config FILE                    configuration to use (default: .github/plan-gate.yml; with a git revision as base,
                                   the one of that revision)
  --no-config                      built-in defaults only
  -q, --quiet                      no remarks and no progress line on standard error
  -h, --help                       this text

Examples:
  plan-gate report --html plan.html
  plan-gate report docs/PLAN.md --base main --html plan.html
`;

const DOCTOR = `plan-gate doctor: say what is wrong with the set-up of the gate

Usage:
  plan-gate doctor [DIR] [options]

Reads the workflows, the configuration and CODEOWNERS of the repository that DIR belongs to (default: the folder you are
in), and says what would block pull requests for ever, let them past the gate, or work worse than it could: each with
place, reason, and the lines to have instead. Nothing is asked of the network unless --repo is given.

Options:
  --repo OWNER/NAME     also ask GitHub what the branch requires; GITHUB_TOKEN is used where it is set
  --branch NAME         the branch to ask about (default: the default branch)
  --format text|json    default: text
  -h, --help            this text

The exit code is 1 when there is an error or a warning, and 0 with notices alone.

Examples:
  plan-gate doctor
  plan-gate doctor --repo octo/plans
  plan-gate doctor ../plans --format json
`;

const INIT = `plan-gate init: set the gate up

Usage:
  plan-gate init [DIR] [options]

Finds the plans of the repository that DIR belongs to (default: the folder you are in) and proposes a workflow, a
configuration with what differs from the defaults, and a first managed section in a plan. Everything is shown as a diff
first. At a terminal it then asks; elsewhere it writes with --yes only. What is there already is never overwritten.

Options:
  --pin COMMIT    the commit of plan-gate to run, 40 digits (default: zeros, to be replaced before it can run)
  --yes           write without asking
  -h, --help      this text

The exit code is 0 when everything is in place and 1 when something shown was not written.

Examples:
  plan-gate init
  plan-gate init --yes
  plan-gate init ../plans --pin 0123456789abcdef0123456789abcdef01234567
`;

const SCHEMA = `plan-gate schema: print a JSON Schema

Usage:
  plan-gate schema NAME

NAME is config for the configuration, report for what \`plan-gate check --format json\` prints, or diff, doctor, explain,
read or schedule for what the command of that name prints.

Options:
  -h, --help   this text

Examples:
  plan-gate schema report
  plan-gate schema config > .github/plan-gate.schema.json
`;

const COMPLETION = `plan-gate completion: print the script that completes command lines in a shell

Usage:
  plan-gate completion bash|zsh|fish

Options:
  -h, --help   this text

Examples:
  source <(plan-gate completion bash)
  plan-gate completion zsh > ~/.zsh/completions/_plan-gate
  plan-gate completion fish > ~/.config/fish/completions/plan-gate.fish
`;

/** What `--help` prints, ending in a line break. */
export const helpText: Readonly<Record<HelpTopic, string>> = {
  "plan-gate": GENERAL,
  check: CHECK,
  schedule: SCHEDULE,
  graph: GRAPH,
  diff: DIFF,
  read: READ,
  explain: EXPLAIN,
  sync: SYNC,
  fix: FIX,
  badge: BADGE,
  report: REPORT,
  doctor: DOCTOR,
  init: INIT,
  schema: SCHEMA,
  completion: COMPLETION,
};
