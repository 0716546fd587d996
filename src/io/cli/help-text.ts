import type { HelpTopic } from "./command.js";

const GENERAL = `plan-gate: a merge gate for plans kept in Markdown

Usage:
  plan-gate check [FILES…] [options]      judge plans: tiers, cycles, schedule, breaking changes
  plan-gate schedule [FILES…] [options]   show who can start when, and what decides the end
  plan-gate read FILE… [options]          show what is read out of documents, without judging
  plan-gate explain FILE:LINE [options]   show what is made of one line, or why nothing
  plan-gate explain RULE                  show what a rule wants, why, and how to mend a finding
  plan-gate fix [FILES…] [options]        make the edits that findings offer
  plan-gate sync [FILES…] [options]       write the managed sections of plans again
  plan-gate badge [FILES…] [options]      write badges as SVG files, and print the Markdown to paste
  plan-gate report [FILES…] --html FILE   write the plan as a page to look at and to try durations on
  plan-gate doctor [DIR] [options]        say what is wrong with the set-up of the gate
  plan-gate init [DIR] [options]          set the gate up: workflow, configuration, a first managed section
  plan-gate help [check|schedule|read|explain|fix|sync|badge|report|doctor|init]

Options:
  -h, --help      this text; after a command, the command's own
  -V, --version   the version

Examples:
  plan-gate check docs/PLAN.md
  plan-gate check --base origin/main
  plan-gate schedule docs/PLAN.md --set 15.duration=8w
  plan-gate read docs/PLAN.md --format json
  plan-gate explain docs/PLAN.md:12

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
  -h, --help                       this text

${WHAT_IF}  Without --base, the plan as written is the base: only what the changes bring about can fail.

Examples:
  plan-gate check
  plan-gate check docs/PLAN.md --base main
  plan-gate check new.md --base old.md --format json
  plan-gate check "docs/**/*.md" --no-config --fail-on warning
  plan-gate check docs/PLAN.md --set 15.duration=8w --drop 26
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
  -h, --help            this text

${WHAT_IF}
Examples:
  plan-gate schedule docs/PLAN.md
  plan-gate schedule --remaining --model tiered
  plan-gate schedule docs/PLAN.md --agents 3
  plan-gate schedule docs/PLAN.md --set 15.duration=8w --add-dependency 20:19
  plan-gate schedule docs/PLAN.md --format mermaid > plan.mmd
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

/** What `--help` prints, ending in a line break. */
export const helpText: Readonly<Record<HelpTopic, string>> = {
  "plan-gate": GENERAL,
  check: CHECK,
  schedule: SCHEDULE,
  read: READ,
  explain: EXPLAIN,
  sync: SYNC,
  fix: FIX,
  badge: BADGE,
  report: REPORT,
  doctor: DOCTOR,
  init: INIT,
};
