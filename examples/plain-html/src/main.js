// Commands come of the full module: in browsers "xregion" has verdicts and forms alone.
import { replicateKey } from "xregion/full";
import { bindForm } from "xregion/dom";

const command = document.querySelector("output");

bindForm(document.querySelector("form"), replicateKey, {
  context: { region: "us-east-1" },
  onSubmit: (request) => (command.textContent = request.toCli().text),
  onRefused: () => {
    command.textContent = "";
  },
});
