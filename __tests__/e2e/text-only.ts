import { expect } from "@jest/globals";
import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";

const parser = remark().use(remarkGfm);
const OWN_TAGS = /^<\/?(details( open)?|summary|sub|br|b|code)\/?>/;

/** Markdown whose only tags and links are ours, and that speaks to nobody. */
export function expectTextOnly(markdown: string): void {
  const walk = (node: Root | Root["children"][number]): void => {
    if (node.type === "html") {
      const tags = node.value.match(/<[^>]*>?/g) ?? [];
      expect(tags.filter((tag) => !OWN_TAGS.test(tag))).toEqual([]);
    }
    expect(node.type).not.toBe("image");
    if (node.type === ("link" as string)) {
      expect((node as unknown as { url: string }).url).toMatch(
        /^(http:\/\/127\.0\.0\.1:|https:\/\/github\.com\/plan-gate\/)/,
      );
    }
    if (node.type === ("text" as string)) {
      const { value } = node as unknown as { value: string };
      expect(value).not.toMatch(/@\w|#\d|\bGH-\d|https?:\/\/|www\./);
    }
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(parser.parse(markdown));
}
