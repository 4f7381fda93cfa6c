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
    add(middleware: RequestMiddleware, options: RequestMiddlewareOptions & { step: "serialize" }): void;
    add(middleware: RequestMiddleware, options: RequestMiddlewareOptions & { step: "build" }): void;
  }): void;
}

/** What judges, and then does as the next one does. */
type RequestMiddleware = <Handler>(next: Handler, context: object) => Handler;

interface RequestMiddlewareOptions {
  name: string;
  priority: "high";
  override: true;
  tags: string[];
}

/**
 * A middleware for clients and commands of the AWS SDK for JavaScript v3, for `client.middlewareStack.use`.
 * A request with an error is not sent: `send` rejects with an {@link InvalidRequestError}. Other commands it leaves
 * alone. Used again, on the client or on a command of it, it takes the place of the one before.
 */
export declare function validateRequests(options?: RequestValidationOptions): RequestValidation;

/** Why a command was not sent. The message lists the issues. */
export declare class InvalidRequestError extends Error {
  readonly operation: OperationName;
  /** Everything that was found: at least one error, and the warnings. */
  readonly issues: readonly Issue[];
}
