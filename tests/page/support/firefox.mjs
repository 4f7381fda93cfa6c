// Firefox, through its driver.
import { Browser, Builder, By, Key } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/firefox.js";

/** The driver for scenarios that other browsers play, too. */
export async function firefoxDriver() {
  const options = new Options().setBinary(process.env.XREGION_FIREFOX).addArguments("-headless");
  // As people have it: the driver would let files read each other.
  options.setPreference("security.fileuri.strict_origin_policy", true);
  const driver = await new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new ServiceBuilder(process.env.XREGION_GECKODRIVER))
    .build();
  await driver.manage().setTimeouts({ pageLoad: 30_000, script: 10_000 });
  return {
    go: (url) => driver.get(url),
    // WebDriver hands over null for undefined.
    run: (read, ...given) => driver.executeScript(`return (${read})(...arguments)`, ...given),
    async type(selector, text) {
      await driver.executeScript("document.querySelector(arguments[0]).select()", selector);
      await driver.findElement(By.css(selector)).sendKeys(Key.BACK_SPACE, text);
    },
    click: (selector) => driver.findElement(By.css(selector)).click(),
    leave: () => driver.switchTo().activeElement().sendKeys(Key.TAB),
    close: () => driver.quit(),
  };
}
