import type { Config } from "./config.js";

/** The configuration, its places marked as places in base: that file is not part of what is judged. */
export const configOfBase = (config: Config): Config =>
  config.waivers.length === 0
    ? config
    : {
        ...config,
        waivers: config.waivers.map((waiver) => ({ ...waiver, place: { ...waiver.place, revision: "base" } })),
      };
