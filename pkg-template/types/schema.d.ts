/**
 * Standard Schema, version 1, copied from https://standardschema.dev as recommended there, so that nothing needs to be installed.
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardSchemaV1.Props<Input, Output>;
}

export declare namespace StandardSchemaV1 {
  interface Props<Input = unknown, Output = Input> {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown, options?: Options | undefined) => Result<Output> | Promise<Result<Output>>;
    readonly types?: Types<Input, Output> | undefined;
  }
  interface Options {
    readonly libraryOptions?: Record<string, unknown> | undefined;
  }
  type Result<Output> = SuccessResult<Output> | FailureResult;
  interface SuccessResult<Output> {
    readonly value: Output;
    readonly issues?: undefined;
  }
  interface FailureResult {
    readonly issues: ReadonlyArray<Issue>;
  }
  interface Issue {
    readonly message: string;
    readonly path?: ReadonlyArray<PropertyKey | PathSegment> | undefined;
  }
  interface PathSegment {
    readonly key: PropertyKey;
  }
  interface Types<Input = unknown, Output = Input> {
    readonly input: Input;
    readonly output: Output;
  }
  type InferInput<Schema extends StandardSchemaV1> = NonNullable<Schema["~standard"]["types"]>["input"];
  type InferOutput<Schema extends StandardSchemaV1> = NonNullable<Schema["~standard"]["types"]>["output"];
}

/** A payload as typed by people: numbers may be strings such as `"₹ 1,180.00"`, and every field may be absent or null. */
export type Written<T> = T extends number
  ? number | string
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? Written<T[number]>[]
      : T extends object
        ? { [K in keyof T]?: Written<T[K]> | null | undefined }
        : T;

/** The result of `schema`. Its validation is synchronous, never a promise. */
export interface PayloadSchema<E extends Endpoint> {
  readonly "~standard": PayloadSchemaProps<E>;
}

export interface PayloadSchemaProps<E extends Endpoint> extends StandardSchemaV1.Props<Written<Payloads[E]>, Payloads[E]> {
  readonly vendor: "bijak";
  readonly validate: (value: unknown) => StandardSchemaV1.SuccessResult<Payloads[E]> | { readonly issues: readonly SchemaIssue[] };
}

/** An error as reported by `check`, with code and details. */
export interface SchemaIssue extends Partial<Omit<Finding, "path" | "message">> {
  message: string;
  path: Path;
}

/**
 * The payload of an endpoint as a Standard Schema, for React Hook Form, TanStack Form, Hono, tRPC and others.
 *
 * Accepts an object, a JSON string or bytes. The value is the normalized payload; its numbers are doubles, while the `text` of
 * `normalize` keeps every digit. The issues are all errors; warnings are not issues. A value that is not JSON, such as the NaN
 * of an empty number input, is an issue as well. The options are read at each validation, so `today` may be a getter.
 *
 * Throws a `TypeError` for an unknown endpoint or option: on servers immediately; in a page, where the WebAssembly may not be
 * started yet, at the first validation.
 *
 * @example
 * const form = useForm({ resolver: standardSchemaResolver(schema("createInvoice")) });
 * @example
 * app.post("/invoice", sValidator("json", schema("createInvoice", { today: "2025-11-21" })), handler);
 */
export function schema<E extends Endpoint>(endpoint: E, options?: Options): PayloadSchema<E>;
