import { createClient, type Client } from "../io/github/client.js";
import type { Inputs } from "../io/github/inputs.js";
import { countTraffic } from "../io/github/traffic.js";
import { log } from "../io/publish/index.js";

/** What this process has sent to GitHub so far. */
export const traffic = countTraffic();

/** A client for GitHub that counts, and says in the log what it waits for. */
export const clientOfRun = ({ token }: Inputs): Client =>
  createClient({
    token,
    onWait: (seconds, why) => log.info(`GitHub asks to wait ${seconds} s: ${why}`),
    debug: (text) => log.debug(text),
    traffic,
  });
