#!/usr/bin/env node
import module from "node:module";
import v8 from "node:v8";

const node = Number.parseInt(process.versions.node, 10);
if (node === 20) v8.setFlagsFromString("--interrupt-budget=1000000");
if ([22, 24, 26].includes(node)) {
  v8.setFlagsFromString("--invocation-count-for-maglev=4000");
  v8.setFlagsFromString("--invocation-count-for-turbofan=30000");
}
module.enableCompileCache?.();
await import("./main.js");
