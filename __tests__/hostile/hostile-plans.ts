/** What somebody writes where a name, a day or a number belongs. */
const PAYLOADS: readonly string[] = [
  "@ferry/crew and @captain look here",
  "closes #1, GH-2 and ferry/plans#3",
  "https://evil.test/a www.evil.test crew@evil.test",
  "<img src=https://evil.test/x.png onerror=y>",
  "<script>z</script><svg onload=z>",
  "</summary></details></table><h1>Passed</h1>",
  "<!-- plan-gate v=1 key=x hash=00 head=00 run=1 -->",
  "<!-- plan-gate:begin tiers -->",
  "![pier](https://evil.test/x.png) [y](javascript:z)",
  "[pier]: https://evil.test",
  "````` ` `` ~~~",
  "**bold** _x_ ~~gone~~ $x$ \\| \\\\",
  "\u202Ereversed\u2066 \u200Bzero\u00AD \u2060join \uFEFFmark \u{E0041}tag",
  "\u0007bell \u001b[31mred\u001b[0m \u001b]8;;https://evil.test\u0007x \u009b2J",
  "::set-output name=outcome::pass",
  "x ::stop-commands::pause",
  "##[error]forged ##vso[task.complete]",
  "\u2028::error::forged \u0085::warning::forged",
  "%0A::error::forged%0D",
  '" onload="z" \' ]]> &quot; &#64;captain &lt;b&gt;',
  '%%{init: {"x": 1}}%% click A "javascript:z"',
  "A]:::evil; B-->C; end; subgraph x",
  "__proto__",
  "constructor",
  "toString hasOwnProperty valueOf",
  "../../../etc/passwd",
  "..\\..\\x C:\\x \\\\host\\x file:///etc/passwd",
  "Phase 1-99999999 and all previous phases",
  "1e999 weeks, -5 weeks, NaN, 0x10, 99999999999999999999 weeks",
  "\uD800 lone \u{1F600} e\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  "x".repeat(3000),
  "(".repeat(200),
  "ПРИЧАЛ ｆｕｌｌ ﷽ ⁣ ½ ١٢",
];

interface Slots {
  title?: string;
  id?: string;
  status?: string;
  tier?: string;
  duration?: string;
  dependsOn?: string;
  service?: string;
  lock?: string;
  announcement?: string;
  effective?: string;
  contract?: string;
  handoff?: string;
  owner?: string;
  week?: string;
}

/** A plan that breaks a rule with nearly everything it says, so that most of it is told of. */
const write = ({ title, id, status, tier, duration, dependsOn, service, lock, announcement, ...more }: Slots) => `# Plan

## Tier 1

### Phase 1: ${title ?? "Quay"}

- **Tier:** ${tier ?? "2"}
- **Status:** ${status ?? "done"}
- **Duration:** ${duration ?? "3 weeks"}
- **Depends on:** ${dependsOn ?? "Phase 2"}
- **Modifies:** ${service ?? "FareService"}
- **Owner:** ${more.owner ?? "Harbour office"}
- **Window:** ${more.week ?? "Week 2-4"}
- **Outputs:** ${more.contract ?? "FareService v1.0"}

### Phase ${id ?? "2"}: Pier

- **Tier:** 3
- **Depends on:** Phase 1, ${dependsOn ?? "Phase 7"}
- **Modifies:** ${service ?? "FareService"}
- **Requires:** ${more.contract ?? "FareService v9.0"}

### Phase 3: ${title ?? "Gangway"}

- **Tier:** 3
- **Depends on:** Phase ${id ?? "2"}

## Service registry

| Service | Owner Phase | Current Version | Next Version | Status |
|--|--|--|--|--|
| ${cell(service ?? "FareService")} | Phase 1 | 1.0 | 2.0 | ${cell(status ?? "stable")} |

## Current locks

| Service | Locked by | From | Until |
|--|--|--|--|
| ${cell(service ?? "FareService")} | ${cell(lock ?? "Phase 1")} | 2026-12-01 | ${cell(more.effective ?? "2026-12-20")} |

## Breaking changes

| Service | Change | Announced | Effective | Phase |
|--|--|--|--|--|
| ${cell(service ?? "FareService")} | ${cell(announcement ?? "cents")} | 2026-11-20 | ${cell(more.effective ?? "2026-11-25")} | Phase 1 |

## Integration checkpoints

- [ ] ${more.handoff ?? "Phase 1 → Phase 2"}
`;

const cell = (text: string): string => text.replaceAll("|", "\\|");

const SLOTS = [
  ..."title id status tier duration dependsOn service lock announcement effective contract handoff owner week".split(
    " ",
  ),
] as (keyof Slots)[];

/** Plans with one payload in one place, each once; by the place. */
export const hostilePlans: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  SLOTS.map((slot) => [slot, PAYLOADS.map((payload) => write({ [slot]: payload }))]),
);

/** The same plan, meant well. */
export const harmlessPlan: string = write({});

export { PAYLOADS as hostileTexts };
