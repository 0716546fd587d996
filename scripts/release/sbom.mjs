// node sbom.mjs TAG FILE: what the program uses, in CycloneDX, from the lock file alone. Same tag, same bytes.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { lockedPackages, reachable } from "../dependencies/locked-packages.mjs";

const [tag, file] = process.argv.slice(2);
const sbom = JSON.parse(
  execFileSync("npm", ["sbom", "--package-lock-only", "--sbom-format=cyclonedx", "--sbom-type=application"], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "inherit"],
  }),
);
const day = execFileSync("git", ["log", "-1", "--format=%cI", `${tag}^{commit}`], { encoding: "utf8" }).trim();

// `npm sbom --omit=dev` also leaves out packages of the program that a tool uses too, so the choice is made here.
const used = usedByTheProgram();
const root = sbom.metadata.component["bom-ref"];
sbom.components = sbom.components.filter(({ name, version }) => used.has(`${name}@${version}`));
const kept = new Set([root, ...sbom.components.map((component) => component["bom-ref"])]);
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));

// npm names it after the folder, and takes the clock and a random number for the others.
sbom.metadata.component.name = "plan-gate";
sbom.metadata.timestamp = new Date(day).toISOString();
delete sbom.serialNumber;
sbom.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(sbom))}`;
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);

/** `name@version` of each. */
function usedByTheProgram() {
  const packages = lockedPackages(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const paths = [...reachable(Object.keys(dependencies), packages)];
  return new Set(paths.map((path) => `${path.split("node_modules/").pop()}@${packages.get(path).version}`));
}

/** Version 8 of RFC 9562: bits of one's own choice, here of a digest. */
function uuidOf(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return parts.join("-");
}
