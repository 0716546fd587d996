import type { Inputs } from "../io/github/inputs.js";

/** The clock of the whole program. */
export const todayOf = ({ asOf }: Inputs): string => asOf ?? new Date().toISOString().slice(0, 10);
