// What can be measured of how the page looks: contrast and structure by axe, and that nothing is wider than a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { OPERATIONS, TIMEOUT, visit } from "./support/chromium.mjs";

const wider = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const brightness = (page) =>
  page.evaluate(() => Number(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]));

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(
      `${colorScheme}, ${width} pixels wide: axe finds nothing, and nothing is too wide`,
      { timeout: TIMEOUT },
      async (t) => {
        const { page, open, check, load, findings } = await visit(t, { colorScheme, viewport: { width, height: 800 } });
        assert.equal((await brightness(page)) > 128, colorScheme === "light");
        for (const operation of OPERATIONS) {
          const sound = async (state) => {
            assert.deepEqual(await violations(page), [], `${operation}, ${state}`);
            assert.ok((await wider(page)) <= 0, `${operation}, ${state}`);
          };
          await open(operation);
          await sound("empty");
          await check();
          await sound("empty and submitted");
          const titles = await page.$$eval(".samples option", (options) => options.map((option) => option.textContent));
          for (const title of titles) {
            await load(title);
            await check();
            for (const why of await page.$$(".fields .issue summary")) await why.click();
            await page.$$eval(".follow", (groups) => groups.forEach((group) => (group.open = true)));
            await sound(title);
          }
          assert.notDeepEqual(await findings(), []);
          for (const button of await page.$$(".fields button.act")) if (await button.isVisible()) await button.click();
          await sound("mended");
          await page.click(".paste > summary");
          await page.fill(".paste textarea", '{"a": [1], "KeyId": 4}');
          for (const button of await page.$$(".paste .actions button"))
            if ((await button.textContent()) !== "Clear") await button.click();
          await page.click(".call summary");
          await sound("pasted");
          await page.click(".call summary");
        }
      },
    );
  }
}

test("a message of one line moves nothing", { timeout: TIMEOUT }, async (t) => {
  const { page, control, findings } = await visit(t, { hash: "ReplicateKey" });
  const below = async () => (await (await control("Description")).boundingBox()).y;
  const before = await below();
  await (await control("Replica Region")).fill("us-east-1a");
  await page.keyboard.press("Tab");
  assert.equal((await findings()).length, 1);
  assert.equal(await below(), before);
});

test("what has the focus can be seen", { timeout: TIMEOUT }, async (t) => {
  const { page } = await visit(t, { hash: "ReplicateSecretToRegions" });
  for (let stop = 0; ; stop++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) {
      assert.ok(stop > 15, `${stop} stops`);
      break;
    }
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return {
        style: outlineStyle,
        width: parseFloat(outlineWidth),
        is: document.activeElement.outerHTML.slice(0, 80),
      };
    });
    assert.ok(outline.style !== "none" && outline.width >= 1, outline.is);
  }
});
