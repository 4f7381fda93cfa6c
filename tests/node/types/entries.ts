// Every entry, as it is imported.
import * as xregion from "xregion";
import { formFieldProps } from "xregion/cloudscape";
import { bindForm, type Binding } from "xregion/dom";
import { localize, type Locale } from "xregion/localize";
import de from "xregion/locales/de";
import ptBR from "xregion/locales/pt-BR";
import { xregionResolver } from "xregion/react-hook-form";
import { validateRequests } from "xregion/sdk-v3";
import * as slim from "xregion/slim";
import module from "xregion/xregion.wasm";

const verdict: xregion.Report<xregion.ReplicateKeyInput> = xregion.replicateKey.validate({});
const locales: Locale[] = [de, ptBR];
const issues: xregion.Issue[] = localize(verdict.issues, de);
slim.initSync(module);
const same: typeof xregion.replicateKey = slim.replicateKey;
const bound: (form: HTMLFormElement) => Binding<xregion.ReplicateKeyInput> = (form) => bindForm(form, same);
const label: string = formFieldProps(xregion.replicateKey, "/KeyId", issues).label;
const resolver = xregionResolver(xregion.replicateKey);
const warnings: readonly xregion.Issue[] = resolver.warnings.getSnapshot();
const middleware = validateRequests({ region: "us-east-1" });

export { bound, label, locales, middleware, warnings };
