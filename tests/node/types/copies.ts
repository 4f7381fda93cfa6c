// The types that `import` gives beside those that `require` gives: what one copy makes the other takes.
import type * as imported from "xregion";
import type * as required from "xregion" with { "resolution-mode": "require" };

type Input = imported.ReplicateKeyInput;

export const ofImport = {
  house: (rules: required.HouseRules): imported.HouseRules => rules,
  issue: (issue: required.Issue): imported.Issue => issue,
  operation: (operation: typeof required.replicateKey): imported.Operation<Input> => operation,
  request: (request: required.Request<Input>): imported.Request<Input> => request,
};

export const ofRequire = {
  house: (rules: imported.HouseRules): required.HouseRules => rules,
  issue: (issue: imported.Issue): required.Issue => issue,
  operation: (operation: typeof imported.replicateKey): required.Operation<Input> => operation,
  request: (request: imported.Request<Input>): required.Request<Input> => request,
};
