/* global fetch -- Node has it; the configuration names the few globals that scripts need. */
import { appendFileSync, readdirSync, readFileSync } from "node:fs";

const { env } = process;
const inputs = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith("INPUT_")));
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8"));
const reply = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}`, {
  headers: { authorization: `Bearer ${env["INPUT_GITHUB-TOKEN"]}` },
});
const repository = await reply.json();

appendFileSync(env.GITHUB_OUTPUT, `status=${reply.status}\n`);
appendFileSync(env.GITHUB_OUTPUT, `inputs<<end_1\n${JSON.stringify(inputs, null, 1)}\nend_1\n`);
appendFileSync(env.GITHUB_OUTPUT, `environment=${JSON.stringify(Object.keys(env).sort())}\n`);
appendFileSync(env.GITHUB_STEP_SUMMARY, `# ${repository.full_name}, event ${event.action}\n`);
appendFileSync(env.GITHUB_ENV, "PLAN=checked\n");

console.log("::error file=docs/PLAN.md,line=3::Two%0Alines");
console.log(`workspace ${readdirSync(".").join()} node ${process.version}`);
if (env.HANG) await new Promise((resolve) => setTimeout(resolve, 60_000));
process.exitCode = event.pull_request ? 1 : 0;
