import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { type Described, type Edition, type MatchedOperation, OpenApiDescription } from "./openapi-description.js";

/** The parts of a request that GitHub's description speaks about. */
export interface CheckedRequest {
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** The parts of a reply that GitHub's description speaks about. */
export interface CheckedReply {
  readonly status: number;
  readonly mediaType: string;
  readonly body: unknown;
}

/** Something in a request that the description does not allow. */
export interface RequestMistake {
  readonly message: string;
  /** GitHub passes over keys and parameters that it does not know, and refuses everything else. */
  readonly isIgnoredByGitHub: boolean;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Described;
}

/** Statuses that GitHub gives on any operation, although the description of most operations leaves them out. */
const UNDESCRIBED_ERRORS = new Set([400, 401, 403, 404, 409, 410, 422, 429]);

/**
 * Compares requests and replies with GitHub's description. Beyond JSON Schema, a key that the description does not name
 * is a violation: GitHub ignores it without a word, which is how misspelt options survive.
 */
export class OpenApiCheck {
  readonly description: OpenApiDescription;
  private readonly ajv: Ajv;
  private readonly validators = new Map<Described, ValidateFunction>();

  constructor(edition: Edition = "github.com") {
    this.description = new OpenApiDescription(edition);
    this.ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: "github", components: this.description.document["components"] });
  }

  request({ operation, pathParameters }: MatchedOperation, { query, body }: CheckedRequest): RequestMistake[] {
    const parameters = this.parametersOf(operation);
    const refused = [...this.pathViolations(parameters, pathParameters), ...this.queryViolations(parameters, query)];
    const ignored = this.unknownParameters(parameters, query);
    const described = operation["requestBody"] as Described | undefined;
    const schema = described && this.schemaOf(this.resolve(described), "application/json");
    if (schema === undefined) {
      if (body !== undefined) ignored.push("request body: none is described");
    } else if (body === undefined) {
      if (described?.["required"] === true) refused.push("request body: missing");
    } else {
      refused.push(...this.schemaErrors("request body", schema, body));
      ignored.push(...this.unknownKeys("request body", [schema], body));
    }
    return [
      ...refused.map((message) => ({ message, isIgnoredByGitHub: false })),
      ...ignored.map((message) => ({ message, isIgnoredByGitHub: true })),
    ];
  }

  reply({ operation }: MatchedOperation, { status, mediaType, body }: CheckedReply): string[] {
    const responses = operation["responses"] as Record<string, Described>;
    const described = responses[String(status)];
    if (described === undefined) {
      if (!UNDESCRIBED_ERRORS.has(status)) return [`reply ${status}: a status that the operation does not have`];
      return this.valueViolations(`reply ${status}`, { $ref: "#/components/schemas/basic-error" }, body, false);
    }
    const response = this.resolve(described);
    if (response["content"] === undefined) {
      return body === undefined || body === "" ? [] : [`reply ${status}: a body, where none is described`];
    }
    const schema = this.schemaOf(response, mediaType);
    // Raw media types are documented in prose only.
    if (schema === undefined) return mediaType === "application/json" ? [`reply ${status}: not described as JSON`] : [];
    return this.valueViolations(`reply ${status}`, schema, body, status < 400);
  }

  private parametersOf(operation: Described): Parameter[] {
    const described = (operation["parameters"] ?? []) as Described[];
    return described.map((parameter) => this.resolve(parameter) as unknown as Parameter);
  }

  private pathViolations(parameters: readonly Parameter[], values: Readonly<Record<string, string>>): string[] {
    return parameters
      .filter((parameter) => parameter.in === "path")
      .flatMap(({ name, schema }) =>
        this.schemaErrors(`path parameter ${name}`, schema, this.typed(schema, values[name] ?? "")),
      );
  }

  private queryViolations(parameters: readonly Parameter[], query: URLSearchParams): string[] {
    const violations: string[] = [];
    for (const { name, required, schema } of parameters.filter((parameter) => parameter.in === "query")) {
      const value = query.get(name);
      if (value !== null) {
        violations.push(...this.schemaErrors(`query parameter ${name}`, schema, this.typed(schema, value)));
      } else if (required === true) {
        violations.push(`query parameter ${name}: missing`);
      }
    }
    return violations;
  }

  private unknownParameters(parameters: readonly Parameter[], query: URLSearchParams): string[] {
    return [...new Set(query.keys())]
      .filter((name) => !parameters.some((parameter) => parameter.in === "query" && parameter.name === name))
      .map((name) => `query parameter ${name}: not known to the operation`);
  }

  /** Text of an address, read as the type that the schema asks for, if it can be. */
  private typed(schema: Described, text: string): unknown {
    const { type } = this.resolve(schema);
    if ((type === "integer" || type === "number") && /^-?\d+$/.test(text)) return Number(text);
    if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
    return text;
  }

  private schemaOf(holder: Described, mediaType: string): Described | undefined {
    const content = holder["content"] as Record<string, { schema: Described }> | undefined;
    return content?.[mediaType]?.schema;
  }

  private valueViolations(where: string, schema: Described, value: unknown, strictKeys = true): string[] {
    const errors = this.schemaErrors(where, schema, value);
    return strictKeys ? [...errors, ...this.unknownKeys(where, [schema], value)] : errors;
  }

  private schemaErrors(where: string, schema: Described, value: unknown): string[] {
    let validate = this.validators.get(schema);
    if (validate === undefined) {
      validate = this.ajv.compile(pointingAtGithub(schema) as object);
      this.validators.set(schema, validate);
    }
    return validate(value) ? [] : summaries(validate.errors ?? []).map((summary) => `${where}${summary}`);
  }

  /** Names of keys that none of the possible schemas has, at any depth. */
  private unknownKeys(where: string, schemas: readonly Described[], value: unknown): string[] {
    const possible = schemas.flatMap((schema) => [...this.alternatives(schema)]);
    if (Array.isArray(value)) {
      const items = possible.flatMap(({ items: item }) => (item === undefined ? [] : [item as Described]));
      if (items.length === 0) return [];
      return value.flatMap((item, index) => this.unknownKeys(`${where}/${index}`, items, item));
    }
    if (typeof value !== "object" || value === null) return [];
    const open = possible.some(
      (schema) => schema["additionalProperties"] || (schema["type"] === "object" && schema["properties"] === undefined),
    );
    const named = possible.flatMap(({ properties }) =>
      properties === undefined ? [] : [properties as Record<string, Described>],
    );
    if (named.length === 0) return [];
    return Object.entries(value).flatMap(([key, item]) => {
      const below = named.flatMap((properties) =>
        Object.hasOwn(properties, key) ? [properties[key] as Described] : [],
      );
      if (below.length === 0) return open ? [] : [`${where}/${key}: a key that is not described`];
      return this.unknownKeys(`${where}/${key}`, below, item);
    });
  }

  private *alternatives(schema: Described): Generator<Described> {
    const resolved = this.resolve(schema);
    yield resolved;
    for (const keyword of ["anyOf", "oneOf", "allOf"]) {
      for (const alternative of (resolved[keyword] ?? []) as Described[]) yield* this.alternatives(alternative);
    }
  }

  private resolve(described: Described): Described {
    return this.description.resolve(described);
  }
}

/** The same schema with its pointers leading into the registered description. */
function pointingAtGithub(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(pointingAtGithub);
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string" ? value.replace(/^#/, "github#") : pointingAtGithub(value),
    ]),
  );
}

/** Ajv repeats itself for every branch of a union; a dozen lines are enough to find the mistake. */
function summaries(errors: readonly ErrorObject[]): string[] {
  const texts = errors.map(({ instancePath, message, params }) => {
    const detail = "additionalProperty" in params || "allowedValues" in params ? ` ${JSON.stringify(params)}` : "";
    return `${instancePath}: ${message ?? "does not fit"}${detail}`;
  });
  return [...new Set(texts)].slice(0, 12);
}
