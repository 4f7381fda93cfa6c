import type { Context, Issue, OperationName } from "./index.js";

/** What is known beside the requests, and what to do with warnings. */
export interface RequestValidationOptions extends Omit<Context, "region"> {
  /**
   * The Region that the calls are sent to, or what tells it: `client.config.region`. Without it, it is the client's as
   * soon as the SDK tells it, which is after it has found credentials.
   */
  region?: string | (() => string | undefined | Promise<string | undefined>) | undefined;
  /**
   * Takes the warnings about a command that is about to be sent, once. What it throws, or its promise rejects with, is
   * what `send` rejects with: the command is not sent then.
   */
  onWarning?: ((issues: Issue[], call: RequestValidationCall) => unknown) | undefined;
}

/** The call that warnings are about. */
export interface RequestValidationCall {
  operation: OperationName;
  /** The Region that the call is sent to, where it is known. */
  region: string | undefined;
}

/** What `use` of a middleware stack takes. */
export interface RequestValidation {
  applyToStack(stack: {
    add(
      middleware: <Handler>(next: Handler, context: object) => Handler,
      options: { name: string; step: "serialize" | "build"; priority: "high"; override: true; tags: string[] },
    ): void;
  }): void;
}

/**
 * A middleware for clients and commands of the AWS SDK for JavaScript v3: `client.middlewareStack.use(validateRequests())`.
 * A request with an error is not sent: `send` rejects with an {@link InvalidRequestError}. Other commands are left alone.
 */
export declare function validateRequests(options?: RequestValidationOptions): RequestValidation;

/** Why a command was not sent. The message lists the issues. */
export declare class InvalidRequestError extends Error {
  readonly operation: OperationName;
  /** Everything that was found: at least one error, and the warnings. */
  readonly issues: readonly Issue[];
}
