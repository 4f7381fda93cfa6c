// Every issue that the vectors bring forth, for what is held against all that issues say.
import { checkKeyPolicy, fromCli, fromJson, loadHouseRules, operations, validateJsonl } from "xregion";
import { operationNamed, ownVectors, read, verdictVectors } from "./support.mjs";

const vectors = (name) => JSON.parse(read(`tests/vectors/${name}.json`));

/** A request or a draft, where there is one. */
const rendered = (operation, input, options) => {
  const { request, draft } = operation.build(input, options);
  return request ?? draft;
};

/** The forms of a request that say something of it. */
const FORMS = ["toHttp", "toSdkV3", "toBoto3", "toCli", "toTerraform", "toCloudFormation"];

function* ofForms(request, options) {
  for (const form of FORMS) {
    try {
      yield request[form](options);
    } catch (error) {
      if (error.name !== "RequestError") throw error;
    }
  }
}

function* ofRequests() {
  for (const { operation, request } of verdictVectors()) yield operation.validate(request);
  for (const operation of operations) {
    for (const { text, value, context } of ownVectors(operation)) {
      yield operation.validateJson(text, context);
      const request = value === undefined ? undefined : rendered(operation, value, context);
      if (request) yield* ofForms(request);
    }
  }
  for (const { operation, input, options } of vectors("commands")) {
    yield* ofForms(rendered(operationNamed(operation), input), options);
  }
  for (const { text, shell } of vectors("commands_read")) yield fromCli(text, shell && { shell });
  for (const { rules, operation, input, context } of vectors("house")) {
    yield operationNamed(operation).validate(input, { ...context, house: loadHouseRules(rules) });
  }
}

function* ofAnswers() {
  const { documented, recorded, given } = vectors("errors");
  for (const { operations: names, name, message } of documented) {
    for (const operation of names) yield operationNamed(operation).explainError({ name, message });
  }
  for (const { operation, code: name, message } of recorded) yield operationNamed(operation).explainError({ name, message });
  for (const { operation, error } of given) yield operationNamed(operation).explainError(error);
  for (const { operation, response } of vectors("responses")) yield operationNamed(operation).readResponse(response);
}

/** What no vector brings forth: what is read from texts, lines, options, and lengths beyond a thousand. */
function* others() {
  const [{ name }, another] = operations;
  yield another.fromJson(JSON.stringify({ operation: name, input: {} }));
  yield* validateJsonl('{"operation":"none","input":{}}');
  yield operations[3].validate({ Tags: Array.from({ length: 2000 }, () => ({})) });
  yield fromJson('{"KeyId":"a","KeyId":"b"}');
  const options = { region: 5, accountId: "x", callerArn: "x", house: {}, rules: { x: "off", same_region: "x" }, x: 1 };
  for (const context of [options, { rules: 5 }, 5]) yield another.validate({}, context);
  yield { issues: checkKeyPolicy('{"Statement":[{"Effect":"Allow"}]}') };
  for (const operation of operations) yield operation.validateJson(`{"${"x".repeat(99)}":"\\ud800"}`);
}

/** The issues of all of them, each once. */
export function everyIssue() {
  const all = [...ofRequests(), ...ofAnswers(), ...others()].flatMap(({ issues = [] }) => issues);
  return [...new Map(all.map((issue) => [JSON.stringify(issue), issue])).values()];
}
