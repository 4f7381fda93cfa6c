const { replicateKey } = require("xregion");

import("./judge.mjs").then(({ judge }) => console.log(judge(replicateKey)));
