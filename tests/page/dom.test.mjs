// bindForm on plain forms that know nothing of the page: what is said when, and what is sent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { TIMEOUT, chromiumDriver, visitPlain } from "./support/chromium.mjs";
import { firefoxDriver } from "./support/firefox.mjs";
import { KEY, KEY_FORM, SET_FORM, plain } from "./support/plain.mjs";
import { startSite } from "./support/site.mjs";

/** Inside a page: what is said beside a control, as browsers and assistive technology are told. */
function said(selector) {
  const control = document.querySelector(selector);
  const texts = (control.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  return {
    described: texts.filter(Boolean).join(" | "),
    isWrong: control.getAttribute("aria-invalid") === "true",
    isValid: control.validity.valid,
    reason: control.validationMessage,
  };
}

const bound = (page, form, name, options = "{}") =>
  page.evaluate(`bind(document.querySelector("#${form}"), "${name}", ${options}) && undefined`);

const state = (page, read = "({ ok, input, rows }) => ({ ok, input, rows })") =>
  page.evaluate(`(${read})(binding.state)`);

const REGION = "[name=ReplicaRegion]";

for (const [name, start] of Object.entries({ Chromium: chromiumDriver, Firefox: firefoxDriver })) {
  test(
    `${name}: a field speaks after it was left, is silent once it is mended, and what passes is handed over`,
    { timeout: TIMEOUT },
    async (t) => {
      const site = await startSite({ instead: plain(KEY_FORM) });
      t.after(() => site.close());
      const browser = await start();
      t.after(() => browser.close());
      await browser.go(`${site.url}plain.html`);
      while (!(await browser.run(() => window.ready === true)));
      await browser.run(() => {
        bind(document.querySelector("#key"), "replicateKey");
      });

      await browser.type("#id", KEY);
      await browser.type(REGION, "us-east-1");
      assert.deepEqual(await browser.run(said, REGION), {
        described: "",
        isWrong: false,
        isValid: false,
        reason: "The primary is in us-east-1 itself. Choose another Region for the replica.",
      });
      await browser.leave();
      const { described, isWrong } = await browser.run(said, REGION);
      assert.deepEqual(
        [described, isWrong],
        ["The primary is in us-east-1 itself. Choose another Region for the replica.", true],
      );

      await browser.click("#send");
      assert.deepEqual(await browser.run(() => [seen.requests, seen.refused, document.activeElement.name]), [
        [],
        1,
        "ReplicaRegion",
      ]);

      await browser.type(REGION, "eu-west-1");
      assert.deepEqual(await browser.run(said, REGION), { described: "", isWrong: false, isValid: true, reason: "" });
      await browser.click("#key [data-add-row]");
      await browser.type("[data-field=TagKey]", "team");
      await browser.click("#send");
      const input = { KeyId: KEY, ReplicaRegion: "eu-west-1", Tags: [{ TagKey: "team", TagValue: "" }] };
      assert.deepEqual(await browser.run(() => seen.requests), [[input, 0]]);
      assert.match(await browser.run(() => location.pathname), /plain\.html$/, "the browser sends nothing itself");
    },
  );
}

test("what an author wrote stays, and what is known is added", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  await page.click("[data-add-row]");
  const facts = await page.evaluate(() => {
    const named = (name) => document.querySelector(`[name="${name}"]`);
    const [key, region] = [named("KeyId"), named("ReplicaRegion")];
    return {
      required: [
        key.required,
        region.required,
        named("Description").required,
        named("/Tags/0/TagKey").required,
        named("/Tags/0/TagValue").required,
      ],
      pattern: region.pattern,
      truncating: document.querySelectorAll("[maxlength], [minlength]").length,
      known: [...region.list.options].filter(({ value }) => value === "cn-north-1").map(({ label }) => label),
      described: key.getAttribute("aria-describedby"),
      label: document.querySelector("fieldset fieldset").querySelector("input").labels[0].textContent,
      legend: document.querySelector("fieldset fieldset legend").textContent,
    };
  });
  assert.deepEqual(facts, {
    required: [true, true, false, true, false],
    pattern: "^([a-z]+-){2,3}\\d+$",
    truncating: 0,
    known: ["China (Beijing) · AWS China"],
    described: "hint",
    label: "Key",
    legend: "Tag 1",
  });
  await page.fill("#id", "alias/x");
  await page.focus(REGION);
  assert.match((await page.evaluate(said, "#id")).described, /^As in KMS\. \| /);
});

test("texts count their characters, and none of what is pasted is cut off", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  const long = "\u{1F511}".repeat(8_192);
  await page.fill("[name=Description]", long);
  assert.equal(await page.textContent("[data-count=Description]"), "8,192 of 8,192 characters");
  const codes = () =>
    state(page, '({ issues }) => issues.filter(({ pointer }) => pointer === "/Description").map(({ code }) => code)');
  assert.ok(!(await codes()).includes("too_long"));
  await page.fill("[name=Description]", `${long}x`);
  assert.deepEqual(await page.evaluate(() => [...document.querySelector("[name=Description]").value].length), 8_193);
  assert.ok((await codes()).includes("too_long"));
});

test("maps: selects of known Regions, keys that stand twice, tables as rows", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, SET_FORM);
  await bound(page, "set", "createReplicationSet");
  assert.deepEqual(await page.$$eval("select optgroup", (groups) => groups.map(({ label }) => label)), ["AWS"]);
  assert.equal(await page.textContent('option[value="eu-west-1"]'), "eu-west-1 · Europe (Ireland)");
  await page.selectOption("select", "eu-west-1");
  await page.click("[data-add-row='/tags']");
  await page.evaluate(() => document.querySelector("tbody tr").remove());
  await page.waitForFunction(() => !("tags" in seen.states.at(-1).rows));
  await page.click("[data-add-row=regions]");
  await page.locator("select").nth(1).selectOption("eu-west-1");
  await page.click("[data-add-row='/tags']");
  await page.locator("tbody input").nth(0).fill("__proto__");
  await page.locator("tbody input").nth(1).fill("x");
  await page.focus("[name=clientToken]");
  assert.deepEqual(await state(page, "({ issues }) => issues.map(({ pointer, code }) => [pointer, code])"), [
    ["/regions/1/Region", "duplicate"],
  ]);
  assert.match((await page.evaluate(said, "li:nth-of-type(2) select")).described, /^Stands already in entry 1/);
  await page.locator("select").nth(1).selectOption("us-east-1");
  assert.equal(
    await state(page, "({ input }) => JSON.stringify(input)"),
    '{"regions":{"eu-west-1":{},"us-east-1":{}},"tags":{"__proto__":"x"}}',
  );
});

test("a group's issues are the group's, and make one of its controls invalid", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, SET_FORM);
  await bound(page, "set", "createReplicationSet");
  const input = { regions: { "eu-west-1": { sseKmsKeyId: KEY.replace("us-east", "eu-west") }, "us-east-1": {} } };
  await page.evaluate((given) => binding.setInput(given), input);
  await page.evaluate(() => binding.validate());
  const codes = await state(
    page,
    "({ places }) => places.map(({ pointer, name, issues }) => [pointer, name, issues[0].code])",
  );
  assert.deepEqual(codes, [["/regions", "Regions", "mixed_encryption"]]);
  const { described, isWrong } = await page.evaluate(said, "[data-rows=regions]");
  assert.match(described, /^Give a customer managed key for every Region or for none|key/);
  assert.equal(isWrong, false, "aria-invalid is for controls");
  assert.deepEqual(await page.$$eval("#set :invalid:not(fieldset)", (all) => all.map(({ name }) => name)), [
    "/regions/0/Region",
  ]);
  await page.click("#send-set");
  assert.equal(await page.evaluate(() => document.activeElement.matches("[data-rows=regions]")), true);
});

test("what belongs to no control of the form is said at the form, by its name", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(
    t,
    '<form id="part"><input name="KeyId" aria-label="Key" /><button>Send</button></form>',
  );
  await bound(page, "part", "replicateKey");
  await page.fill("input", KEY);
  await page.click("button");
  assert.deepEqual(
    await page.$$eval("form > .xregion-issues:first-child p", (lines) =>
      lines.map((line) => [line.dataset.severity, line.textContent]),
    ),
    [["error", "Replica Region: Is required."]],
  );
  assert.equal(await page.evaluate(() => document.querySelector("form").checkValidity()), false);
});

test("axe finds nothing in a form that is bound, whatever it says", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, `<main><h1>Forms</h1>${KEY_FORM}${SET_FORM}</main>`);
  for (const [form, name] of [
    ["key", "replicateKey"],
    ["set", "createReplicationSet"],
  ]) {
    await bound(page, form, name);
    await page.click(`#${form} [data-add-row]`);
    assert.deepEqual(await violations(page), [], `${form}, silent`);
    await page.evaluate(() => binding.validate());
    assert.ok((await page.locator("form [aria-invalid=true]").count()) > 1);
    assert.deepEqual(await violations(page), [], `${form}, speaking`);
  }
});

test("form.checkValidity() says what the library says", { timeout: TIMEOUT }, async (t) => {
  // No control that is hidden can be invalid for a browser: another one is.
  const hidden = KEY_FORM.replace('id="key"', 'id="hidden"').replace('<input name="R', '<input type="hidden" name="R');
  const page = await visitPlain(t, KEY_FORM + SET_FORM + hidden.replaceAll(/ id="(id|hint|of-policy|send)"/g, ""));
  for (const [form, name] of [
    ["key", "replicateKey"],
    ["set", "createReplicationSet"],
    ["hidden", "replicateKey"],
  ]) {
    await bound(page, form, name);
    const compared = await page.evaluate(
      async ([id, operation]) => {
        const { samples } = (await import("./pkg/index.js"))[operation].form;
        return samples.map(({ json }) => {
          binding.setInput(JSON.parse(json));
          return [binding.state.ok, document.getElementById(id).checkValidity()];
        });
      },
      [form, name],
    );
    assert.deepEqual(new Set(compared.map(String)), new Set(["true,true", "false,false"]));
  }
});

test("a rule that is switched off is off for the browser, too", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(
    page,
    "key",
    "replicateKey",
    '{ context: { rules: { pattern_mismatch: "off", invalid_identifier: "off", unknown_region: "off" } } }',
  );
  await page.fill("#id", KEY);
  await page.fill(REGION, "Mars 1");
  assert.equal((await state(page)).ok, true);
  assert.equal((await page.evaluate(said, REGION)).isValid, true);
  await page.click("#send");
  assert.equal(await page.evaluate(() => seen.requests.length), 1);
});

test(
  "a checkbox is left out until it is touched, and again when asked for; a select has three answers",
  { timeout: TIMEOUT },
  async (t) => {
    const select =
      '<select name="ForceOverwriteReplicaSecret"><option></option><option>true</option><option>false</option></select>';
    const page = await visitPlain(t, `${KEY_FORM}<form id="secret">${select}</form>`);
    await bound(page, "key", "replicateKey");
    const sent = () => state(page, "({ input }) => input.BypassPolicyLockoutSafetyCheck ?? null");
    const leave = page.locator("[data-leave-out]");
    assert.deepEqual([await sent(), await leave.isHidden()], [null, true]);
    await page.check("[type=checkbox]");
    assert.equal(await sent(), true);
    await page.uncheck("[type=checkbox]");
    assert.equal(await sent(), false);
    await leave.click();
    assert.deepEqual([await sent(), await leave.isHidden()], [null, true]);
    assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox");

    await bound(page, "secret", "replicateSecretToRegions");
    for (const [answer, expected] of [
      ["true", true],
      ["false", false],
      ["", null],
    ]) {
      await page.selectOption("select", answer);
      assert.equal(await state(page, "({ input }) => input.ForceOverwriteReplicaSecret ?? null"), expected);
    }
  },
);

test("warnings are said and do not block", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  await page.fill("#id", KEY);
  await page.fill(REGION, "eu-west-1");
  await page.check("[type=checkbox]");
  await page.click("#send");
  const { described, isWrong, isValid } = await page.evaluate(said, "[type=checkbox]");
  assert.ok(described.length > 20 && !isWrong && isValid, described);
  assert.deepEqual(await page.evaluate(() => seen.requests.map(([, issues]) => issues)), [2]);
});

test(
  "rows are added and removed by buttons, by the page's own code, and by a reset",
  { timeout: TIMEOUT },
  async (t) => {
    const page = await visitPlain(t, KEY_FORM);
    await bound(page, "key", "replicateKey");
    const keys = () => state(page, "({ rows }) => (rows.Tags ?? []).map(({ TagKey }) => TagKey ?? null)");
    const count = () => page.textContent("[data-count=Tags]");
    for (const key of ["a", "b", "c"]) {
      await page.click("[data-add-row]");
      await page.keyboard.type(key);
    }
    assert.deepEqual(await keys(), ["a", "b", "c"]);
    assert.equal(await count(), "3 of 50");
    await page.locator("[data-remove-row]").nth(1).click();
    assert.deepEqual(await keys(), ["a", "c"]);
    assert.equal(await page.evaluate(() => document.activeElement.value), "c", "the focus goes on");
    assert.deepEqual(await page.$$eval("[data-row] legend", (all) => all.map((legend) => legend.textContent)), [
      "Tag 1",
      "Tag 2",
    ]);
    assert.deepEqual(await page.evaluate(() => seen.rows), [
      "added Tag 1",
      "added Tag 2",
      "added Tag 3",
      "removed Tag 2",
    ]);

    await page.evaluate(() => {
      const rows = document.querySelectorAll("[data-row]");
      rows[0].before(rows[1]);
    });
    await page.waitForFunction(() => binding.rows.Tags[0].TagKey === "c");
    await page.evaluate(() => document.querySelector("[data-row]").remove());
    await page.waitForFunction(() => binding.rows.Tags.length === 1);
    assert.deepEqual(await page.$$eval("[data-field=TagKey]", (all) => all.map(({ name }) => name)), [
      "/Tags/0/TagKey",
    ]);

    await page.fill("#id", "x");
    await page.focus(REGION);
    assert.equal((await page.evaluate(said, "#id")).isWrong, true);
    const after = await page.evaluate(() => {
      document.querySelector("#key").reset();
      return binding.state.isPristine;
    });
    assert.equal(after, true, "at once");
    assert.deepEqual(await state(page, "({ rows }) => rows"), {});
    assert.equal((await page.evaluate(said, "#id")).isWrong, false);

    await page.evaluate(() =>
      document.querySelector("#key").addEventListener("reset", (event) => event.stopPropagation()),
    );
    await page.fill("#id", "x");
    await page.click("[type=reset]");
    await page.waitForFunction(() => binding.state.isPristine);
  },
);

test("a reset that is prevented changes nothing", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  await page.evaluate(() =>
    document.querySelector("#key").addEventListener("reset", (event) => event.preventDefault()),
  );
  await page.click("[data-add-row]");
  await page.keyboard.type("a");
  await page.click("[type=reset]");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  assert.deepEqual(await state(page, "({ rows }) => rows"), { Tags: [{ TagKey: "a", TagValue: "" }] });
});

test("what is disabled is no part of the request", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  await page.fill("#id", "x");
  await page.click("[data-add-row]");
  await page.focus(REGION);
  await page.evaluate(() => {
    document.querySelector("#id").disabled = true;
    document.querySelector("[data-rows]").disabled = true;
  });
  await page.waitForFunction(() => !("KeyId" in binding.rows) && !("Tags" in binding.rows));
  assert.equal((await page.evaluate(said, "#id")).isWrong, false);
});

test("what is being composed is not judged", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  await page.focus("[name=Description]");
  const session = await page.context().newCDPSession(page);
  const count = () => page.evaluate(() => seen.states.length);
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  assert.equal(await count(), 0);
  await session.send("Input.insertText", { text: "日本" });
  assert.ok((await count()) > 0);
  assert.equal(await state(page, "({ rows }) => rows.Description"), "日本");
});

test("what the browser fills in by itself speaks at once", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(page, "key", "replicateKey");
  await page.evaluate(() => {
    const control = document.querySelector("#id");
    control.value = "nonsense";
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  });
  assert.equal((await page.evaluate(said, "#id")).isWrong, true);
});

test("suggestions are applied, and inputs are filled in", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM + SET_FORM);
  await bound(page, "key", "replicateKey");
  await page.evaluate(
    (KeyId) => binding.setInput({ KeyId, ReplicaRegion: "EU-WEST-1", Tags: [{ TagKey: "a", TagValue: "b" }] }),
    KEY,
  );
  assert.equal((await page.evaluate(said, REGION)).isWrong, true);
  assert.equal(await page.evaluate(() => binding.apply(binding.state.issues[0].suggestion)), true);
  assert.deepEqual(await state(page, "({ ok, input }) => [ok, input.ReplicaRegion]"), [true, "eu-west-1"]);
  assert.equal(await page.evaluate(() => binding.apply({ pointer: "/Nope", title: "" })), false);
  for (const hostile of [null, 7, [], { Tags: "x", KeyId: [] }, { Tags: [null, 7, { TagKey: {} }] }]) {
    await page.evaluate((rows) => binding.setRows(rows), hostile);
    assert.equal((await state(page)).ok, false);
  }

  await bound(page, "set", "createReplicationSet");
  await page.evaluate(() =>
    binding.setInput({ regions: { "xx-nowhere-9": {}, "eu-west-1": {} }, tags: { b: "1", a: "2" } }),
  );
  const values = () => page.$$eval("select, td input", (controls) => controls.map(({ value }) => value));
  assert.deepEqual(
    await values(),
    ["xx-nowhere-9", "eu-west-1", "b", "1", "a", "2"],
    "known or not, in the order given",
  );
});

test("the context is asked for each time, and the token stays with its request", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM + SET_FORM);
  await bound(page, "key", "replicateKey", "{ context: () => ({ region: window.region }) }");
  await page.evaluate(
    (KeyId) => binding.setInput({ KeyId, ReplicaRegion: "eu-west-1" }),
    KEY.slice(KEY.indexOf("mrk-")),
  );
  assert.equal((await state(page)).ok, true);
  await page.evaluate(() => {
    window.region = "eu-west-1";
    binding.refresh();
  });
  assert.equal((await state(page)).ok, false);

  await bound(page, "set", "createReplicationSet");
  await page.selectOption("select", "eu-west-1");
  const token = () => state(page, "({ request }) => request.input.clientToken");
  const send = () => page.click("#send-set");
  const first = await token();
  await send();
  await send();
  assert.deepEqual(
    new Set(await page.evaluate(() => seen.requests.map(([input]) => input.clientToken))),
    new Set([first]),
  );
  await page.selectOption("select", "eu-west-2");
  assert.notEqual(await token(), first);
});

test(
  "without onSubmit the browser sends what passes, and holds back what does not",
  { timeout: TIMEOUT },
  async (t) => {
    const page = await visitPlain(t, KEY_FORM);
    await bound(page, "key", "replicateKey", "{ onSubmit: undefined }");
    await page.evaluate(() =>
      addEventListener("submit", (event) => {
        seen.prevented = event.defaultPrevented;
        event.preventDefault();
      }),
    );
    await page.click("#send");
    assert.equal(await page.evaluate(() => seen.prevented), true);
    await page.evaluate((KeyId) => binding.setInput({ KeyId, ReplicaRegion: "eu-west-1" }), KEY);
    await page.click("#send");
    assert.equal(await page.evaluate(() => seen.prevented), false);
  },
);

test("a control that is no field of the request keeps its own say", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(
    t,
    KEY_FORM.replace('<button id="send">', '<input type="checkbox" id="agree" required /><button id="send">'),
  );
  await bound(page, "key", "replicateKey");
  await page.evaluate((KeyId) => binding.setInput({ KeyId, ReplicaRegion: "eu-west-1" }), KEY);
  await page.click("#send");
  assert.deepEqual(await page.evaluate(() => seen.requests), []);
  await page.check("#agree");
  await page.click("#send");
  assert.equal(await page.evaluate(() => seen.requests.length), 1);
});

for (const how of ["binding.unbind()", "stop.abort()"]) {
  test(`${how} puts everything back`, { timeout: TIMEOUT }, async (t) => {
    const page = await visitPlain(t, `<main>${KEY_FORM}${SET_FORM}</main>`);
    await page.evaluate(() => document.querySelector("#id").setCustomValidity("of the author"));
    // A required list would get its first row, which is content and stays.
    await page.evaluate(() => {
      const template = document.querySelector("#set template");
      template.before(template.content.firstElementChild.cloneNode(true));
    });
    const before = await page.innerHTML("main");
    for (const [form, name] of [
      ["key", "replicateKey"],
      ["set", "createReplicationSet"],
    ]) {
      await page.evaluate("window.stop = new AbortController()");
      await bound(page, form, name, "{ signal: stop.signal }");
      await page.evaluate(() => binding.validate());
      if (form === "key") await page.fill("#id", "x");
      assert.notEqual(await page.innerHTML("main"), before);
      await page.evaluate(how);
    }
    await page.fill("#id", "");
    assert.equal(await page.innerHTML("main"), before);
    const count = await page.evaluate(() => seen.states.length);
    assert.equal(await page.evaluate(() => document.querySelector("#id").validationMessage), "of the author");
    await page.fill("#id", "y");
    await page.evaluate(() => document.querySelector("#key").append(document.createElement("input")));
    await page.evaluate(() => binding.validate() && binding.refresh());
    assert.equal(await page.evaluate(() => seen.states.length), count);
    await bound(page, "key", "replicateKey");
    await assert.rejects(bound(page, "key", "replicateKey"), /is bound already/);
  });
}

test("what was chosen stays when the form is given back", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, '<form id="f"><select name="ReplicaRegion"></select></form>');
  await bound(page, "f", "replicateKey");
  await page.selectOption("select", "eu-west-1");
  await page.evaluate(() => binding.unbind());
  assert.equal(await page.inputValue("select"), "eu-west-1");
  await bound(page, "f", "replicateKey");
  assert.equal(await state(page, "({ rows }) => rows.ReplicaRegion"), "eu-west-1");
});

test("in a shadow tree, beside another form of the same operation", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, `${KEY_FORM}<div id="host"></div>`);
  await page.evaluate(() => {
    const light = document.querySelector("#key");
    const root = document.querySelector("#host").attachShadow({ mode: "open" });
    root.append(light.cloneNode(true));
    window.first = bind(light, "replicateKey");
    window.second = bind(root.querySelector("form"), "replicateKey");
  });
  const inner = (selector) => page.locator(`#host ${selector}`);
  await inner("#id").fill("nonsense");
  await inner("[name=ReplicaRegion]").focus();
  await inner("[data-add-row]").click();
  const facts = await page.evaluate(() => {
    const root = document.querySelector("#host").shadowRoot;
    const control = root.querySelector("#id");
    return {
      invalid: [control.getAttribute("aria-invalid"), document.querySelector("#id").getAttribute("aria-invalid")],
      message: root.getElementById(control.getAttribute("aria-errormessage")).textContent.length > 0,
      list: root.querySelector("[name=ReplicaRegion]").list.getRootNode() === root,
      rows: [first.rows, second.rows],
      focus: root.activeElement.dataset.field,
    };
  });
  assert.deepEqual(facts, {
    invalid: ["true", "false"],
    message: true,
    list: true,
    rows: [{}, { KeyId: "nonsense", Tags: [{ TagValue: "" }] }],
    focus: "TagKey",
  });
});

test("in a frame, bound from outside of it", { timeout: TIMEOUT }, async (t) => {
  const forms = [KEY_FORM, SET_FORM].join("").replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const page = await visitPlain(t, `<iframe title="Forms" srcdoc="${forms}"></iframe>`);
  const frame = page.frameLocator("iframe");
  await page.evaluate(() => {
    const { contentDocument, contentWindow } = document.querySelector("iframe");
    // Only the outer page's own would make what the frame shows of classes that are not its own.
    delete window.Option;
    const form = contentDocument.querySelector("#key");
    window.isForeign = !(form instanceof Element) && form instanceof contentWindow.Element;
    bind(form, "replicateKey");
    window.ofKey = binding;
    bind(contentDocument.querySelector("#set"), "createReplicationSet");
  });
  await frame.locator("#id").fill("nonsense");
  await frame.locator("[name=ReplicaRegion]").fill("eu-west-1");
  await frame.locator("#send").click();
  const facts = () =>
    page.evaluate(() => {
      const root = document.querySelector("iframe").contentDocument;
      const control = root.querySelector("#id");
      const [known] = root.querySelector("[name=ReplicaRegion]").list.options;
      return {
        foreign: [window.isForeign, known instanceof Element, known.ownerDocument === root],
        message: root.getElementById(control.getAttribute("aria-errormessage"))?.textContent ?? "",
        focus: root.activeElement.id,
        choices: root.querySelectorAll("select optgroup option[value=eu-west-1]").length > 0,
        rows: window.ofKey.rows,
      };
    });
  const { message, ...rest } = await facts();
  assert.match(message, /^Must be the id/);
  assert.deepEqual(rest, {
    foreign: [true, false, true],
    focus: "id",
    choices: true,
    rows: { KeyId: "nonsense", ReplicaRegion: "eu-west-1" },
  });
  await frame.locator("#id").fill(KEY);
  assert.equal((await facts()).message, "");
});

test("what is no form is refused", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, "<p>None</p>");
  for (const what of ["null", "undefined", "{}", '"form"', "document", "document.body", "{ localName: 'form' }"]) {
    await assert.rejects(page.evaluate(`bind(${what}, "replicateKey")`), /there is no form to bind/, what);
  }
});

test("texts of one's own: messages, counts, elements, and what they look like", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  await bound(
    page,
    "key",
    "replicateKey",
    `{
      messageOf: ({ code }) => "Fehler: " + code,
      counterOf: ({ count }) => "Zeichen: " + count,
      render: (element, issues, control) => element.replaceChildren(...issues.map(({ code }) => control.name + " " + code)),
    }`,
  );
  await page.fill("[name=Policy]", "{");
  await page.click("#send");
  assert.equal(await page.textContent("#of-policy"), "Policy invalid_policy");
  assert.equal((await page.evaluate(said, "#id")).reason, "Fehler: missing_required");
  assert.equal(await page.textContent("[data-count=Description]"), "Zeichen: 0");
});

test(
  "controls elsewhere on the page, names inside names, what is folded up, buttons that pass over",
  { timeout: TIMEOUT },
  async (t) => {
    const body = `<form id="f"><details><summary>More</summary><input name="KeyId" aria-label="Key" /></details>
    <button id="save" formnovalidate>Save</button><button id="send">Send</button></form>
    <input form="f" data-field="/ReplicaRegion" aria-label="Region" />`;
    const page = await visitPlain(t, body);
    await bound(page, "f", "replicateKey");
    await page.evaluate(() =>
      addEventListener("submit", (event) => {
        seen.prevented = event.defaultPrevented;
        event.preventDefault();
      }),
    );
    await page.fill("[form=f]", "us-east-1a");
    await page.focus("#save");
    assert.equal((await page.evaluate(said, "[form=f]")).isWrong, true);
    await page.click("#save");
    assert.deepEqual(await page.evaluate(() => [seen.prevented, seen.refused]), [false, 0]);
    await page.click("#send");
    assert.deepEqual(await page.evaluate(() => [document.activeElement.name, seen.prevented]), ["KeyId", true]);
  },
);

test("the example of the package's README", { timeout: TIMEOUT }, async (t) => {
  const readme = readFileSync(new URL("../../pkg-template/README.md", import.meta.url), "utf8");
  const [, html] = /^```html\n(.*?)^```$/ms.exec(readme);
  const [, body, script] = /^(.*)<script type="module">(.*)<\/script>\s*$/s.exec(html);
  const module = script.replace('"xregion"', '"./pkg/index.js"').replace('"xregion/dom"', '"./pkg/dom.js"');
  const page = await visitPlain(
    t,
    body,
    `${module}
    navigator.sendBeacon = (...call) => { window.sent = call; };
    window.ready = true;`,
  );
  await page.getByLabel("Key").fill(KEY);
  await page.getByLabel("Region of the replica").fill("us-east-1");
  await page.getByRole("button", { name: "Replicate" }).click();
  assert.equal(await page.evaluate(() => window.sent), undefined);
  await page.getByLabel("Region of the replica").fill("eu-west-1");
  await page.getByRole("button", { name: "Add a tag" }).click();
  await page.keyboard.type("team");
  await page.getByRole("button", { name: "Replicate" }).click();
  const [address, text] = await page.evaluate(() => window.sent);
  assert.equal(address, "/requests");
  assert.deepEqual(JSON.parse(text), {
    KeyId: KEY,
    ReplicaRegion: "eu-west-1",
    Tags: [{ TagKey: "team", TagValue: "" }],
  });
});

const MISTAKES = {
  "a radio button": ['<input type="radio" name="BypassPolicyLockoutSafetyCheck" value="true">', /has no control for .* but a radio/],
  "a control that hides what the form is asked": ['<input name="elements">', /the control named "elements" hides/],
  "a field that there is not": ['<input data-field="KeyIdd" />', /has no field “KeyIdd”/],
  "rows that are none": ['<div data-rows="KeyId"></div>', /by data-rows, which it is not/],
  "a row outside of its list": ["<div data-row></div>", /has a data-row outside of a data-rows/],
  "two controls for one field": ['<input name="KeyId" /><input data-field="/KeyId" />', /has two controls for \/KeyId/],
  "a control that cannot hold it": [
    '<input type="file" data-field="KeyId" />',
    /has no control for “KeyId” but a file/,
  ],
  "a control that hides that a form is one": ['<input name="nodeType">', /the control named "nodeType" hides/],
};

test("nothing is sent where a callback throws", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(t, KEY_FORM);
  const { pathname } = new URL(page.url());
  // What is thrown here is meant.
  await page.evaluate(() => addEventListener("error", (event) => event.preventDefault()));
  await bound(page, "key", "replicateKey", "{ onChange() { throw new Error('from onChange'); } }");
  await page.click("#key button:not([type=button])");
  await page.waitForFunction(() => seen.errors.length > 0);
  assert.equal(new URL(page.url()).pathname, pathname);
  assert.deepEqual(await page.evaluate(() => seen.requests), []);
});

test("a select of other words than true and false is refused", { timeout: TIMEOUT }, async (t) => {
  const options = ["", "yes", "constructor", "true"].map((value) => `<option>${value}</option>`).join("");
  const page = await visitPlain(t, `<form id="f"><select name="BypassPolicyLockoutSafetyCheck">${options}</select></form>`);
  await bound(page, "f", "replicateKey");
  const read = "({ rows }) => rows.BypassPolicyLockoutSafetyCheck ?? null";
  for (const [value, expected] of Object.entries({ yes: "yes", constructor: "constructor", true: true, "": null })) {
    await page.selectOption("select", value);
    assert.equal(await state(page, read), expected);
  }
});

test("mistakes of an author are told at once, and leave the form as it was", { timeout: TIMEOUT }, async (t) => {
  const page = await visitPlain(
    t,
    Object.values(MISTAKES)
      .map(([body], index) => `<form id="f${index}">${body}</form>`)
      .join(""),
  );
  const before = await page.innerHTML("body");
  for (const [index, [, message]] of Object.values(MISTAKES).entries()) {
    await assert.rejects(bound(page, `f${index}`, "replicateKey"), message);
  }
  assert.equal(await page.innerHTML("body"), before);
});
