// The real clients of the AWS SDK for JavaScript v3, with nothing behind them: what they would send is collected.
import { CreateReplicationConfigurationCommand, EFSClient } from "@aws-sdk/client-efs";
import { KMSClient, ReplicateKeyCommand } from "@aws-sdk/client-kms";
import { ReplicateSecretToRegionsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { CreateReplicationSetCommand, SSMIncidentsClient } from "@aws-sdk/client-ssm-incidents";

/** The client and the command of each operation, by the operation's name. */
export const services = {
  CreateReplicationSet: { Client: SSMIncidentsClient, Command: CreateReplicationSetCommand },
  ReplicateSecretToRegions: { Client: SecretsManagerClient, Command: ReplicateSecretToRegionsCommand },
  CreateReplicationConfiguration: { Client: EFSClient, Command: CreateReplicationConfigurationCommand },
  ReplicateKey: { Client: KMSClient, Command: ReplicateKeyCommand },
};

const OK = { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") };

/**
 * A client that answers by itself, one after the other what it is given and at last with success.
 * `sent` holds the requests that reached the network, and `asked` says how often credentials were looked for.
 */
export function isolated(Client, { answers = [], ...config } = {}) {
  const sent = [];
  const seen = { sent, asked: 0 };
  const requestHandler = {
    handle: async (request) => ({ response: answers[sent.push(request) - 1] ?? OK }),
    destroy() {},
  };
  const credentials = async () => {
    seen.asked += 1;
    return { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" };
  };
  const client = new Client({ region: "us-east-1", credentials, requestHandler, ...config });
  return Object.assign(seen, { client });
}

/** What becomes of an input: the error that `send` rejects with, if it does, and what the client did. */
export async function attempt(operation, input, { plugins = [], ...config } = {}) {
  const { Client, Command } = services[operation.name];
  const seen = isolated(Client, config);
  for (const plugin of plugins) seen.client.middlewareStack.use(plugin);
  const error = await seen.client.send(new Command(input)).then(
    () => undefined,
    (error) => error,
  );
  return { ...seen, error };
}

/** The codes of an error's issues, or of what `onWarning` was given. */
export const codesOf = (issues) => issues.map(({ code }) => code);

/** An `onWarning` that remembers. */
export function listener() {
  const heard = [];
  const onWarning = (issues, call) => void heard.push({ codes: codesOf(issues), call });
  return { heard, onWarning };
}

/** A request for a replica of a key that is in a Region. */
export const keyIn = (region) => ({
  KeyId: `arn:aws:kms:${region}:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab`,
  ReplicaRegion: "eu-west-1",
});
