import { readFileSync } from "node:fs";

/** A piece of the description, either written in place or pointing at a component. */
export type Described = { readonly [key: string]: unknown };

/** One operation of GitHub's REST API, with what a request filled into its path. */
export interface MatchedOperation {
  readonly operationId: string;
  readonly operation: Described;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Template {
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly literals: number;
  readonly operation: Described;
}

interface PullRequestSchema {
  readonly properties: { readonly head: { readonly properties: { repo: Described } } };
}

/** Whose description: that of github.com, or that of the oldest Enterprise Server that GitHub still describes. */
export type Edition = "github.com" | "enterprise";

const FILES: Readonly<Record<Edition, string>> = {
  "github.com": "openapi.slice.json",
  enterprise: "openapi.enterprise.slice.json",
};

/** The slice of GitHub's own OpenAPI description that the fake knows; tools/openapi cuts it. */
export class OpenApiDescription {
  readonly document: Described;
  private readonly templates: readonly Template[];

  constructor(edition: Edition = "github.com") {
    this.document = JSON.parse(readFileSync(new URL(FILES[edition], import.meta.url), "utf8")) as Described;
    this.allowDeletedForks();
    const paths = this.document["paths"] as Record<string, Record<string, Described>>;
    this.templates = Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          method: method.toUpperCase(),
          operation,
          ...this.compile(path, operation),
        })),
      )
      // Of `commits/{ref}` and `commits/{commit_sha}/pulls`, the one that spells out more of the path must win.
      .sort((a, b) => b.literals - a.literals);
  }

  get operationIds(): readonly string[] {
    return this.templates.map(({ operation }) => operation["operationId"] as string);
  }

  /** Finds the operation of a request; `path` is still percent-encoded, as Octokit encodes slashes inside parameters. */
  match(method: string, path: string): MatchedOperation | undefined {
    for (const { method: wanted, pattern, names, operation } of this.templates) {
      const found = method === wanted ? pattern.exec(path) : null;
      if (found === null) continue;
      const values = found.slice(1).map(decodeURIComponent);
      return {
        operationId: operation["operationId"] as string,
        operation,
        pathParameters: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""])),
      };
    }
    return undefined;
  }

  /** Follows a pointer into the components; anything else is returned as it is. */
  resolve(described: Described): Described {
    const pointer = described["$ref"];
    if (typeof pointer !== "string") return described;
    let target: unknown = this.document;
    for (const step of pointer.replace(/^#\//, "").split("/")) target = (target as Described)[step];
    return this.resolve(target as Described);
  }

  /** The description says that a pull request's head always has a repository. GitHub sends null once the fork is deleted. */
  private allowDeletedForks(): void {
    for (const name of ["pull-request", "pull-request-simple"]) {
      const schema = this.resolve({ $ref: `#/components/schemas/${name}` }) as unknown as PullRequestSchema;
      const { properties } = schema.properties.head;
      properties.repo = { anyOf: [{ type: "null" }, properties.repo] };
    }
  }

  private compile(path: string, operation: Described): Pick<Template, "pattern" | "names" | "literals"> {
    const parameters = ((operation["parameters"] ?? []) as Described[]).map((parameter) => this.resolve(parameter));
    const names: string[] = [];
    let literals = 0;
    const source = path.split("/").map((segment) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined) {
        literals += 1;
        return segment.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      }
      names.push(name);
      // An empty contents path is the root directory.
      if (name === "path") return "(.*)";
      return parameters.some((parameter) => parameter["name"] === name && parameter["x-multi-segment"])
        ? "(.+)"
        : "([^/]+)";
    });
    return { pattern: new RegExp(`^${source.join("/")}$`), names, literals };
  }
}
