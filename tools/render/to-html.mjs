import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const ALERTS = { NOTE: "Note", TIP: "Tip", IMPORTANT: "Important", WARNING: "Warning", CAUTION: "Caution" };
const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/;

/** Markdown as the HTML that GitHub would make of it: the default list of allowed HTML is modelled on GitHub's. */
export async function toHtml(markdown) {
  const html = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, { ...defaultSchema, attributes: { ...defaultSchema.attributes, details: ["open"] } })
    .use(() => markAlerts)
    .use(() => colourDiffs)
    .use(rehypeStringify)
    .process(markdown);
  return String(html);
}

/** `> [!NOTE]` becomes the coloured box; added after sanitising, as GitHub does. */
function markAlerts(tree) {
  visit(tree, { tagName: "blockquote" }, (quote) => {
    const paragraph = quote.children.find((child) => child.tagName === "p");
    const first = paragraph?.children[0];
    const kind = first?.type === "text" ? MARK.exec(first.value) : null;
    if (!kind) return;
    first.value = first.value.slice(kind[0].length);
    quote.tagName = "div";
    quote.properties = { className: ["markdown-alert", `markdown-alert-${kind[1].toLowerCase()}`] };
    const title = { type: "text", value: ALERTS[kind[1]] };
    quote.children.unshift({
      type: "element",
      tagName: "p",
      properties: { className: ["markdown-alert-title"] },
      children: [title],
    });
  });
}

/** Added and removed lines in GitHub's colours; the classes are known to the page of picture.mjs. */
function colourDiffs(tree) {
  visit(tree, { tagName: "code" }, (code) => {
    if (!code.properties.className?.includes("language-diff")) return;
    const lines = code.children
      .map((child) => child.value ?? "")
      .join("")
      .split("\n");
    code.children = lines.map((line, index) => ({
      type: "element",
      tagName: "span",
      properties: { className: [line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "plain"] },
      children: [{ type: "text", value: index < lines.length - 1 ? `${line}\n` : line }],
    }));
  });
}
