// node pack.mjs TAG FILE: what a user of the tag runs and reads, without tests and tools. Same tag, same bytes.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [tag, file] = process.argv.slice(2);
const paths = ["action.yml", "dist", "schema", "docs", "README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE"];
const tar = execFileSync(
  "git",
  ["archive", "--format=tar", `--prefix=plan-gate-${tag.slice(1)}/`, `${tag}^{commit}`, ...paths],
  { maxBuffer: 2 ** 28 },
);
// Its header holds no time and no name; what is left to vary is the version of zlib in Node.
writeFileSync(file, gzipSync(tar, { level: 9 }));
