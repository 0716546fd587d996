/**
 * Cuts, from GitHub's OpenAPI descriptions (that of github.com, and that of one Enterprise Server), the operations that
 * the tests' fake GitHub knows, together with every component they reach. Descriptions and examples are left out; `nullable` becomes a union with null, because Ajv
 * reads JSON Schema, in which the word means nothing.
 *
 * Run with `npm ci && npm run cut` in tools/openapi.
 */
import { Buffer } from "node:buffer";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const source = new URL("../node_modules/@octokit/openapi/", import.meta.url);
const target = new URL("../../../__tests__/kit/github/", import.meta.url);

const REPOSITORY = "/repos/{owner}/{repo}";

const GITHUB_COM = "api.github.com.json";
/** The oldest Enterprise Server that the package describes: what it has, the later ones have. */
const ENTERPRISE = "ghes-3.17.json";

/** Path in the description → methods wanted. */
const WANTED = {
  "/rate_limit": ["get"],
  "/user": ["get"],
  [REPOSITORY]: ["get"],
  [`${REPOSITORY}/actions/workflows`]: ["get"],
  [`${REPOSITORY}/check-runs`]: ["post"],
  [`${REPOSITORY}/check-runs/{check_run_id}`]: ["patch"],
  [`${REPOSITORY}/collaborators/{username}/permission`]: ["get"],
  [`${REPOSITORY}/commits`]: ["get"],
  [`${REPOSITORY}/commits/{commit_sha}/pulls`]: ["get"],
  [`${REPOSITORY}/commits/{ref}`]: ["get"],
  [`${REPOSITORY}/compare/{basehead}`]: ["get"],
  [`${REPOSITORY}/contents/{path}`]: ["get"],
  [`${REPOSITORY}/git/blobs`]: ["post"],
  [`${REPOSITORY}/git/blobs/{file_sha}`]: ["get"],
  [`${REPOSITORY}/git/commits`]: ["post"],
  [`${REPOSITORY}/git/commits/{commit_sha}`]: ["get"],
  [`${REPOSITORY}/git/ref/{ref}`]: ["get"],
  [`${REPOSITORY}/git/refs`]: ["post"],
  [`${REPOSITORY}/git/refs/{ref}`]: ["patch"],
  [`${REPOSITORY}/git/trees`]: ["post"],
  [`${REPOSITORY}/git/trees/{tree_sha}`]: ["get"],
  [`${REPOSITORY}/issues/comments/{comment_id}`]: ["get", "patch", "delete"],
  [`${REPOSITORY}/issues/{issue_number}/comments`]: ["get", "post"],
  [`${REPOSITORY}/issues/{issue_number}/labels`]: ["get"],
  [`${REPOSITORY}/issues/{issue_number}/timeline`]: ["get"],
  [`${REPOSITORY}/pulls`]: ["get"],
  [`${REPOSITORY}/pulls/{pull_number}`]: ["get"],
  [`${REPOSITORY}/pulls/{pull_number}/comments`]: ["get", "post"],
  [`${REPOSITORY}/pulls/{pull_number}/files`]: ["get"],
  [`${REPOSITORY}/pulls/{pull_number}/reviews`]: ["get", "post"],
  [`${REPOSITORY}/rules/branches/{branch}`]: ["get"],
  [`${REPOSITORY}/statuses/{sha}`]: ["post"],
};

/** Keys of a schema, parameter or response that only people read, or that only GitHub's own tools use. */
const OMITTED_KEYS = new Set(["description", "summary", "title", "example", "examples", "externalDocs", "tags"]);

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy without prose. The names inside `properties` are GitHub's own words (`description` is a field), so all of them stay. */
function withoutProse(value, insideProperties = false) {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key]) => insideProperties || (!OMITTED_KEYS.has(key) && (!key.startsWith("x-") || key === "x-multi-segment")),
  );
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutProse(item, key === "properties" && !insideProperties)]),
  );
}

/** OpenAPI 3.0's `nullable: true` as JSON Schema says it. */
function withNullUnions(value, insideProperties = false) {
  if (Array.isArray(value)) return value.map((item) => withNullUnions(item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    withNullUnions(item, key === "properties" && !insideProperties),
  ]);
  if (insideProperties || typeof value.nullable !== "boolean") return Object.fromEntries(entries);
  const schema = Object.fromEntries(entries.filter(([key]) => key !== "nullable"));
  return value.nullable ? { anyOf: [{ type: "null" }, schema] } : schema;
}

function* references(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* references(item);
  } else if (isObject(value)) {
    if (typeof value.$ref === "string") yield value.$ref;
    for (const item of Object.values(value)) yield* references(item);
  }
}

/** `#/components/<kind>/<name>` → [kind, name]. */
function componentOf(reference) {
  const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? [];
  if (kind === undefined || name === undefined) throw new Error(`Not a component: ${reference}`);
  return [kind, name];
}

const { version } = JSON.parse(readFileSync(new URL("package.json", source), "utf8"));

function cut(file) {
  const description = JSON.parse(readFileSync(new URL(`generated/${file}`, source), "utf8"));
  const paths = {};
  for (const [path, methods] of Object.entries(WANTED)) {
    paths[path] = {};
    for (const method of methods) {
      const operation = description.paths[path]?.[method];
      if (operation === undefined) throw new Error(`${file} has no ${method} ${path}`);
      paths[path][method] = withNullUnions(withoutProse(operation));
    }
  }
  const cutFrom = `@octokit/openapi@${version}`;
  return {
    cutFrom: file === GITHUB_COM ? cutFrom : `${cutFrom} ${file}`,
    paths,
    components: componentsOf(description, paths),
  };
}

/** Every component that the paths reach, in the order of names. */
function componentsOf(description, paths) {
  const components = {};
  const waiting = [...references(paths)];
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [kind, name] = componentOf(reference);
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    const component = description.components[kind]?.[name];
    if (component === undefined) throw new Error(`GitHub's description has no ${reference}`);
    components[kind][name] = withNullUnions(withoutProse(component));
    waiting.push(...references(components[kind][name]));
  }
  return sorted(Object.fromEntries(Object.entries(components).map(([kind, members]) => [kind, sorted(members)])));
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One line per operation and component: small, and a change of GitHub's shows as the lines that changed. */
function* lines(slice) {
  yield `{"cutFrom":${JSON.stringify(slice.cutFrom)},`;
  yield `"paths":{`;
  const pathEntries = Object.entries(slice.paths);
  for (const [index, [path, methods]] of pathEntries.entries()) {
    yield `${JSON.stringify(path)}:${JSON.stringify(methods)}${index < pathEntries.length - 1 ? "," : ""}`;
  }
  yield `},"components":{`;
  const kinds = Object.entries(slice.components);
  for (const [kindIndex, [kind, members]] of kinds.entries()) {
    yield `${JSON.stringify(kind)}:{`;
    const memberEntries = Object.entries(members);
    for (const [index, [name, member]] of memberEntries.entries()) {
      yield `${JSON.stringify(name)}:${JSON.stringify(member)}${index < memberEntries.length - 1 ? "," : ""}`;
    }
    yield kindIndex < kinds.length - 1 ? "}," : "}";
  }
  yield "}}";
}

mkdirSync(target, { recursive: true });
for (const [file, name] of [
  [GITHUB_COM, "openapi.slice.json"],
  [ENTERPRISE, "openapi.enterprise.slice.json"],
]) {
  const slice = cut(file);
  const text = [...lines(slice)].join("\n") + "\n";
  JSON.parse(text);
  writeFileSync(new URL(name, target), text);
  console.log(`${Object.keys(slice.paths).length} paths, ${Buffer.byteLength(text)} bytes, from ${slice.cutFrom}`);
}
copyFileSync(new URL("LICENSE", source), new URL("openapi.slice.LICENSE", target));
