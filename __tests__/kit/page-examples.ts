/** A fenced Markdown block of a page, with what it says it is about. */
export interface PageExample {
  readonly plan: string;
  /** The block just before it, when that is marked as its base. */
  readonly base?: string;
  /** The YAML block just before it. */
  readonly policy?: string;
  /** `rule-id 12:3`, from `<!-- expect: rule-id 12:3 -->`. */
  readonly expected: readonly string[];
}

/** The text of a page from a second-level heading to the next one outside fences. */
export function sectionOf(page: string, heading: string): string {
  let isInside = false;
  let fence = false;
  const kept: string[] = [];
  for (const line of page.split("\n")) {
    if (line.startsWith("```")) fence = !fence;
    if (!fence && line.startsWith("## ")) isInside = line === `## ${heading}`;
    else if (isInside) kept.push(line);
  }
  return kept.join("\n");
}

/** All examples of a part of a page, in order. */
export function examples(section: string): PageExample[] {
  const found: PageExample[] = [];
  let base: string | undefined;
  let policy: string | undefined;
  for (const [, language, info, plan] of section.matchAll(/^```(markdown|yaml)([^\n]*)\n([\s\S]*?)^```$/gm)) {
    if (language === "yaml") {
      policy = plan!;
      continue;
    }
    if (info!.trim() === "base") {
      base = plan!;
      continue;
    }
    const expected = [...plan!.matchAll(/<!-- expect: (.*?) -->/g)].map((match) => match[1]!);
    found.push({ plan: plan!, expected, ...(base !== undefined && { base }), ...(policy !== undefined && { policy }) });
    base = undefined;
    policy = undefined;
  }
  return found;
}
