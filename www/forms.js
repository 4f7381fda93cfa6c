// The request as the source of other tools: one at a time, the one that was chosen.
import { h, write } from "./dom.js";
import { panel } from "./panel.js";
import { keep, recall } from "./store.js";

const cli = (shell) => (request, region) => request.toCli({ shell, region });

const FORMS = [
  { title: "AWS CLI in a POSIX shell", write: cli("posix") },
  { title: "AWS CLI in PowerShell", write: cli("powershell") },
  { title: "AWS CLI in the command prompt", write: cli("cmd") },
  { title: "JavaScript", write: (request, region) => request.toSdkV3({ region }) },
  { title: "Python (boto3)", write: (request, region) => request.toBoto3({ region }) },
  { title: "Terraform", write: (request, region) => request.toTerraform({ region }) },
  { title: "CloudFormation", write: (request, region) => request.toCloudFormation({ region }) },
];
const NAME = "source";

/** The panel. `show` takes the request or draft, the Region of the call, and what was told of the request before. */
export function formsPanel() {
  const { element, show: showText } = panel("As source");
  const said = h("ul", { class: "said-of" });
  const chosen = () => FORMS[select.selectedIndex];
  let shown = () => {};
  const select = h(
    "select",
    {
      id: "source-form",
      change() {
        keep(NAME, chosen().title);
        shown();
      },
    },
    FORMS.map(({ title }) => h("option", { selected: title === recall(NAME) }, title)),
  );
  element.firstElementChild.after(
    h("div", { class: "choice" }, h("label", { for: select.id }, "Written for"), select),
    said,
  );

  function show(rendering, ok, region, issues) {
    shown = () => {
      const { text, issues: ofForm = [] } = rendering ? chosen().write(rendering, region) : {};
      showText(text, ok);
      said.replaceChildren(...ofForm.filter(isNew(issues)).map(line));
    };
    shown();
  }
  return { element, show };
}

const isNew = (told) => (issue) => !told.some(({ code, pointer }) => code === issue.code && pointer === issue.pointer);

function line({ pointer, message }) {
  const item = h("li");
  write(item, message);
  if (pointer) item.prepend(h("code", {}, pointer), " ");
  return item;
}
