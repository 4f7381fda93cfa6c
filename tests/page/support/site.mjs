// The staged page behind a server of its own, on this machine alone.
import { createServer } from "node:http";
import sirv from "sirv";

/**
 * Serves the page below a path. `instead` holds texts of modules and pages to serve in place of files, by their paths,
 * and `policy` is the Content-Security-Policy of whatever is served.
 */
export async function startSite({ instead = {}, policy } = {}) {
  const folder = process.env.XREGION_SITE;
  if (!folder) throw new Error("XREGION_SITE is not set: run the tests by `cargo xtask test page`");
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    // The page must work at any path, not only at the root. At several of them it has several copies of the package.
    request.url = request.url.replace(/^(\/some\/where)+/, "");
    if (policy !== undefined) response.setHeader("content-security-policy", policy);
    const text = instead[request.url];
    if (text === undefined) return files(request, response, () => response.writeHead(404).end());
    response
      .writeHead(200, { "content-type": request.url.endsWith(".html") ? "text/html" : "text/javascript" })
      .end(text);
  });
  await new Promise((resolve, reject) => server.listen(0, "127.0.0.1", resolve).once("error", reject));
  return {
    url: `http://127.0.0.1:${server.address().port}/some/where/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
