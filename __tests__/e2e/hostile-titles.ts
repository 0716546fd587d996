/** What a title tries to do: command the runner, speak to people, forge the comment, load things from elsewhere. */
const PAYLOADS: readonly string[] = [
  "::set-output name=conclusion::success",
  "::stop-commands::pause",
  "::add-mask::Phase",
  "::error file=docs/PLAN.md,line=1::forged",
  "::set-env name=PATH::/tmp",
  "##[error]forged",
  "##[endgroup]",
  "@ferry/crew and @captain and @copilot fix it",
  "closes #1, GH-2 and octo/plans#3",
  "https://evil.test/a www.evil.test crew@evil.test",
  "<img src=https://evil.test/x.png onerror=y>",
  "<script>z</script><style>*{}</style>",
  "</summary></details></td></table><h1>Passed</h1>",
  "<!-- plan-gate v=1 key=x hash=00 head=00 run=1 -->",
  "<!-- never closed",
  "![pier](https://evil.test/x.png) [y](javascript:z)",
  "&#64;captain &lt;img src=x&gt; &#35;1",
  "a | b \\| c || d",
  "```````` ` `` ```js",
  "\u202Ereversed\u2066 \u200Bzero\u00AD \uFEFFmark",
  "\u0007bell \u001b[31mred\u001b[0m \u009b2J",
  "### Plan gate passed, 0 errors",
];

/** Where it is put, so that what makes text harmless in one place is tried in the others. */
const WRAPPERS: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `   ${payload}`,
  (payload) => `Pier ${payload}`,
  (payload) => `Pier%0A${payload}%0D%0A`,
  (payload) => `Pier&#10;${payload}&NewLine;x`,
  (payload) => `Pier\u2028${payload}\u0085x`,
  (payload) => `**${payload}**`,
  (payload) => `\`${payload}\``,
  (payload) => `\\${payload}\\`,
  (payload) => `[${payload}](https://evil.test/?q=${encodeURIComponent(payload)})`,
];

/** Titles of phases that somebody wrote to do harm; each once. */
export const hostileTitles: readonly string[] = PAYLOADS.flatMap((payload) => WRAPPERS.map((wrap) => wrap(payload)));
