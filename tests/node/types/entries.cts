// Every entry, as it is required.
import xregion = require("xregion");
import cloudscape = require("xregion/cloudscape");
import dom = require("xregion/dom");
import localize = require("xregion/localize");
import de = require("xregion/locales/de");
import ptBR = require("xregion/locales/pt-BR");
import reactHookForm = require("xregion/react-hook-form");
import sdk = require("xregion/sdk-v3");
import slim = require("xregion/slim");

const verdict: xregion.Report<xregion.ReplicateKeyInput> = xregion.replicateKey.validate({});
const locales: localize.Locale[] = [de, ptBR, de.default];
const issues: xregion.Issue[] = localize.localize(verdict.issues, de);
const same: typeof xregion.replicateKey = slim.replicateKey;
const bound: (form: HTMLFormElement) => dom.Binding<xregion.ReplicateKeyInput> = (form) => dom.bindForm(form, same);
const label: string = cloudscape.formFieldProps(xregion.replicateKey, "/KeyId", issues).label;
const resolver = reactHookForm.xregionResolver(xregion.replicateKey);
const warnings: readonly xregion.Issue[] = resolver.warnings.getSnapshot();
const middleware = sdk.validateRequests({ region: "us-east-1" });

export = { bound, label, locales, middleware, warnings };
