// xregion/sdk-v3 on the real clients, and uses that the compiler must refuse. It is compiled, not run.
import { EFS, EFSClient } from "@aws-sdk/client-efs";
import { KMS, KMSClient, ReplicateKeyCommand } from "@aws-sdk/client-kms";
import { SecretsManager, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SSMIncidents, SSMIncidentsClient } from "@aws-sdk/client-ssm-incidents";
import { loadHouseRules } from "xregion";
import type { Issue, OperationName } from "xregion";
import { InvalidRequestError, validateRequests } from "xregion/sdk-v3";
import type { RequestValidation, RequestValidationOptions } from "xregion/sdk-v3";

declare function show(...values: unknown[]): void;

const kms = new KMSClient({ region: "us-east-1" });
const options: RequestValidationOptions = {
  region: kms.config.region,
  accountId: "111122223333",
  rules: { unknown_region: "off" },
  house: loadHouseRules({ name: "Policy" }),
  onWarning(issues, { operation, region }) {
    const first: Issue | undefined = issues[0];
    const name: OperationName = operation;
    const where: string | undefined = region;
    show(first, name, where);
  },
};
const validation: RequestValidation = validateRequests(options);

// Clients of either kind, and commands.
kms.middlewareStack.use(validation);
new KMS().middlewareStack.use(validation);
new EFSClient().middlewareStack.use(validation);
new EFS().middlewareStack.use(validation);
new SecretsManagerClient().middlewareStack.use(validation);
new SecretsManager().middlewareStack.use(validation);
new SSMIncidentsClient().middlewareStack.use(validation);
new SSMIncidents().middlewareStack.use(validation);
const command = new ReplicateKeyCommand({ KeyId: "x", ReplicaRegion: "eu-west-1" });
command.middlewareStack.use(validation);
kms.middlewareStack.use(validateRequests());
kms.middlewareStack.use(validateRequests({ region: "us-east-1", onWarning: async () => {} }));
kms.middlewareStack.use(validateRequests({ region: undefined, onWarning: undefined, ...{ accountId: undefined } }));

try {
  await kms.send(command);
} catch (error) {
  if (error instanceof InvalidRequestError) {
    const operation: OperationName = error.operation;
    const issues: readonly Issue[] = error.issues;
    show(operation, issues, error.message);
  }
}

// @ts-expect-error: there is no such option
validateRequests({ onWarnings: () => {} });

// @ts-expect-error: warnings come as a list
validateRequests({ onWarning: (issue: Issue) => show(issue) });

// @ts-expect-error: there is no such level
validateRequests({ rules: { too_long: "of" } });

// @ts-expect-error: a Region is text
validateRequests({ region: 1 });

// @ts-expect-error: it is no plugin by itself
kms.middlewareStack.use(validateRequests);
