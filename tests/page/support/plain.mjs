// Plain forms, as somebody else would write them, bound to an operation.

/** Under this policy no text becomes markup, and no script or style runs that is not a file. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

const page = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <title>A plain form</title>
    <script type="module" src="bind.js"></script>
  </head>
  <body>
    ${body}
  </body>
</html>`;

/** Offers what a test needs, on the page's `window`. */
const MODULE = `
  import * as operations from "./pkg/index.js";
  import { bindForm } from "./pkg/dom.js";
  window.seen = { states: [], requests: [], refused: 0, rows: [], errors: [] };
  addEventListener("error", ({ message }) => seen.errors.push(message));
  // Puts a form into its operation's hands; the last one bound is at hand as "binding".
  window.bind = (form, name, options = {}) => {
    window.binding = bindForm(form, operations[name], {
      onChange: (state) => seen.states.push(state),
      onSubmit: (request, { issues }) => { seen.requests.push([request.input, issues.length]); },
      onRefused: () => { seen.refused += 1; },
      onRow: ({ kind, name }) => seen.rows.push(kind + " " + name),
      ...options,
    });
    return window.binding;
  };
  window.ready = true;
`;

/** What a site has to serve instead of its page for this body. */
export const plain = (body, module = MODULE) => ({ "/plain.html": page(body), "/bind.js": module });

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";

/** A form for ReplicateKey by names alone, with rows. */
export const KEY_FORM = `
  <form id="key" action="/sent">
    <p><label for="id">Key</label> <input id="id" name="KeyId" aria-describedby="hint" /> <span id="hint">As in KMS.</span></p>
    <label>Region <input name="ReplicaRegion" /></label>
    <label>Description <input name="Description" /></label> <span data-count="Description"></span>
    <label>Policy <textarea name="Policy"></textarea></label>
    <div data-issues="Policy" id="of-policy"></div>
    <label><input type="checkbox" name="BypassPolicyLockoutSafetyCheck" /> Bypass</label>
    <button type="button" data-leave-out="BypassPolicyLockoutSafetyCheck">Leave out</button>
    <fieldset data-rows="Tags">
      <legend>Tags</legend>
      <template>
        <fieldset data-row>
          <legend>Tag <span data-row-number></span></legend>
          <label for="tag-key">Key</label> <input id="tag-key" data-field="TagKey" />
          <label for="tag-value">Value</label> <input id="tag-value" data-field="TagValue" />
          <button type="button" data-remove-row>Remove</button>
        </fieldset>
      </template>
      <button type="button" data-add-row>Add a tag</button> <span data-count="Tags"></span>
    </fieldset>
    <button id="send">Send</button> <button type="reset">Reset</button>
  </form>`;

/** A form for CreateReplicationSet, whose lists are maps. */
export const SET_FORM = `
  <form id="set">
    <div data-issues="" id="of-form"></div>
    <label>Token <input name="clientToken" /></label>
    <fieldset data-rows="regions">
      <legend>Regions</legend>
      <ol>
        <template>
          <li data-row>
            <fieldset>
              <legend>Region <span data-row-number></span></legend>
              <label>Region <select data-field="Region"></select></label>
              <label>Key <input data-field="sseKmsKeyId" /></label>
              <button type="button" data-remove-row>Remove</button>
            </fieldset>
          </li>
        </template>
      </ol>
      <button type="button" data-add-row="regions">Add</button>
    </fieldset>
    <table>
      <tbody data-rows="tags">
        <template><tr data-row><td><input data-field="Key" aria-label="Key" /></td><td><input data-field="Value" aria-label="Value" /></td></tr></template>
      </tbody>
    </table>
    <button type="button" data-add-row="/tags">Add a tag</button>
    <button id="send-set">Send</button>
  </form>`;
