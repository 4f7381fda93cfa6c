// Requests as resources of Terraform and CloudFormation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { operations, RequestError, replicateKey, replicateSecretToRegions } from "xregion";
import { forEach } from "./support.mjs";

const KeyId = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
const SecretId = "arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3";

const resources = {
  CreateReplicationSet: ["aws_ssmincidents_replication_set", "AWS::SSMIncidents::ReplicationSet"],
  ReplicateSecretToRegions: ["aws_secretsmanager_secret", "AWS::SecretsManager::Secret"],
  CreateReplicationConfiguration: ["aws_efs_replication_configuration", "AWS::EFS::FileSystem"],
  ReplicateKey: ["aws_kms_replica_key", "AWS::KMS::ReplicaKey"],
};

/** A request or a draft of an input. */
function requestOf(operation, input) {
  const { request, draft } = operation.build(input);
  return request ?? draft;
}

test("every sample is a resource in each language", () => {
  const samples = operations.flatMap((operation) => operation.form.samples.map((sample) => ({ operation, ...sample })));
  forEach(
    samples,
    ({ title }) => title,
    ({ operation, json }) => {
      const request = requestOf(operation, JSON.parse(json));
      const [ofTerraform, ofCloudFormation] = resources[operation.name];
      const terraform = request.toTerraform();
      assert.equal(terraform.resource, ofTerraform);
      assert.deepEqual(Object.keys(terraform.json.resource), [ofTerraform]);
      assert.match(terraform.text, new RegExp(`^resource "${ofTerraform}" "[a-z_]+" \\{$`, "m"));
      const yaml = request.toCloudFormation();
      const { text, template, resource } = request.toCloudFormation({ format: "json" });
      assert.equal(resource, ofCloudFormation);
      assert.deepEqual(JSON.parse(text), template);
      assert.deepEqual(yaml.template, template);
      assert.match(yaml.text, new RegExp(`^ {4}Type: ${ofCloudFormation}$`, "m"));
    },
  );
});

test("the Region of the primary is asked for where its ARN does not tell it", () => {
  const request = requestOf(replicateKey, { KeyId: "mrk-1234abcd12ab34cd56ef1234567890ab", ReplicaRegion: "eu-west-1" });
  const told = ({ issues }) => issues.map(({ pointer, code }) => `${pointer} ${code}`);
  assert.deepEqual(told(request.toTerraform()), ["/KeyId form_requirement"]);
  assert.deepEqual(told(request.toTerraform({ region: "us-east-1" })), []);
  assert.ok(request.toCloudFormation().template.Parameters.PrimaryRegion);
  assert.equal(request.toCloudFormation({ region: "us-east-1" }).template.Parameters, undefined);
  const other = requestOf(replicateKey, { KeyId, ReplicaRegion: "eu-west-1" }).toTerraform({ region: "us-west-2" });
  assert.deepEqual(told(other), ["/KeyId region_mismatch"]);
});

test("what exists is imported first", () => {
  const request = requestOf(replicateSecretToRegions, { SecretId, AddReplicaRegions: [{ Region: "eu-west-1" }] });
  const { import: imported, template } = request.toCloudFormation({ format: "json" });
  assert.deepEqual(imported.resources, [
    {
      ResourceType: "AWS::SecretsManager::Secret",
      LogicalResourceId: "Secret",
      ResourceIdentifier: { Id: SecretId },
    },
  ]);
  assert.deepEqual(JSON.parse(imported.text), imported.template);
  assert.deepEqual(imported.template.Resources.Secret.Properties, { Name: "MySecret" });
  assert.deepEqual(template.Resources.Secret.Properties.ReplicaRegions, [{ Region: "eu-west-1" }]);
  assert.equal(request.toTerraform().json.import.id, `${SecretId}@us-east-1`);
});

test("what JSON alone can name is told, and a tag's key may be __proto__", () => {
  const input = JSON.parse(`{ "KeyId": "${KeyId}", "ReplicaRegion": "eu-west-1", "__proto__": { "a": 1 } }`);
  input.Tags = [{ TagKey: "__proto__", TagValue: "x" }];
  const terraform = requestOf(replicateKey, input).toTerraform();
  assert.deepEqual(
    terraform.issues.map(({ pointer, code }) => `${pointer} ${code}`),
    ["/__proto__ not_carried"],
  );
  assert.equal(JSON.stringify(terraform.json.resource.aws_kms_replica_key.replica.tags), '{"__proto__":"x"}');
});

test("options that there are not are refused", () => {
  const request = requestOf(replicateKey, { KeyId, ReplicaRegion: "eu-west-1" });
  for (const options of [{ format: "hcl" }, { partition: "aws" }, 5]) {
    assert.throws(() => request.toTerraform(options), RequestError);
    assert.throws(() => request.toCloudFormation(options), RequestError);
  }
});
