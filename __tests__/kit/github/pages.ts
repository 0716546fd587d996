import { limits } from "./limits.js";
import type { Call } from "./route.js";

interface PageOptions {
  readonly pageDefault?: number;
  readonly pageMost?: number;
}

/** The page that the request asks for, and the header that leads to the others. */
export function pageOf<Item>(call: Call, items: readonly Item[], options: PageOptions = {}): Page<Item> {
  const { pageDefault = limits.pageDefault, pageMost = limits.pageMost } = options;
  const wanted = positive(call.query.get("per_page")) ?? pageDefault;
  const size = Math.min(wanted, pageMost);
  const page = positive(call.query.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / size));
  const links = [
    ...(page > 1 ? [link(call, page - 1, "prev")] : []),
    ...(page < last ? [link(call, page + 1, "next"), link(call, last, "last")] : []),
    ...(page > 1 ? [link(call, 1, "first")] : []),
  ];
  return {
    number: page,
    items: items.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(", ") } : {},
  };
}

export interface Page<Item> {
  readonly number: number;
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

/** GitHub takes what is not a positive number for "not said". */
function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

function link(call: Call, page: number, relation: string): string {
  const query = new URLSearchParams(call.query);
  query.set("page", String(page));
  return `<${call.addresses.api}${call.path}?${query.toString()}>; rel="${relation}"`;
}
