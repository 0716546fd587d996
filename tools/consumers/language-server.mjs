// A language server for Markdown as editors start it, with what the project's .remarkrc names:
//
//   node language-server.mjs --stdio
import { remark } from "remark";
import { createUnifiedLanguageServer } from "unified-language-server";

createUnifiedLanguageServer({
  configurationSection: "remark",
  ignoreName: ".remarkignore",
  packageField: "remarkConfig",
  pluginPrefix: "remark",
  processorName: "remark",
  processorSpecifier: "remark",
  rcName: ".remarkrc",
  defaultProcessor: remark(),
});
